#include "core/error.h"
#include "core/json.h"
#include "extract/extract.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const Json input = parse_json(text_of(data, size));
    if (!input.is_object() || !input.contains("scan") || !input.contains("text")) return 0;
    const Scan scan = scan_from_json(input["scan"]);
    const Text text = text_from_json(input["text"]);
    check_anchors(scan, text);
    plain_text(text);
    extract(scan, text, outline(text));
  } catch (const Error&) {
  }
  return 0;
}
