#include "ingest/tiff_directory.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    tiff_pages(text_of(data, size));
  } catch (const Error&) {
  }
  return 0;
}
