#include "ingest/pdf_signature.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    certificate_name(text_of(data, size));
    iso_time(text_of(data, size));
  } catch (const Error&) {
  }
  return 0;
}
