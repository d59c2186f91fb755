#include "core/error.h"
#include "fuzz/input.h"
#include "ingest/recorded_reader.h"
#include "ingest/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const std::string_view text = text_of(data, size);
    if (!is_text(text)) return 0;
    const auto source = open_text(text);
    for (int n = 1; n <= source->page_count(); ++n) source->read_page(n, RecordedReader({}), {});
  } catch (const Error&) {
  }
  return 0;
}
