#include "ingest/recorded_reader.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    RecordedReader::from_json(text_of(data, size));
  } catch (const Error&) {
  }
  return 0;
}
