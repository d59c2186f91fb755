#include "ingest/pdf_objects.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const PdfObjects objects(text_of(data, size));
    objects.signatures();
    for (int n = 1; n <= 3; ++n) objects.picture(n);
  } catch (const Error&) {
  }
  return 0;
}
