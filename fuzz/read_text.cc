#include "core/error.h"
#include "extract/extract.h"
#include "fuzz/input.h"
#include "ingest/recorded_reader.h"
#include "ingest/source.h"
#include "normalize/normalize.h"
#include "schema/check.h"
#include "schema/record_json.h"

// A plain text all the way to its record, which must be a valid one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const std::string_view bytes = text_of(data, size);
    if (!is_text(bytes)) return 0;
    const auto source = open_text(bytes);
    Scan scan{.file = "input.txt",
              .sha256 = std::string(64, '0'),
              .media_type = "text/plain",
              .signatures = {},
              .pages = {}};
    for (int n = 1; n <= source->page_count(); ++n)
      scan.pages.push_back(source->read_page(n, RecordedReader({}), {}));
    const Text text = normalize(scan, NoRepair(), {});
    const Record record = extract(scan, text, outline(text));
    if (!check_record(to_json(record)).empty()) __builtin_trap();
  } catch (const Error&) {
  }
  return 0;
}
