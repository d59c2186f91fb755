#include "ingest/format.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    detect_format(text_of(data, size), "input");
  } catch (const Error&) {
  }
  return 0;
}
