#include "core/error.h"
#include "core/json.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const Scan scan = scan_from_json(parse_json(text_of(data, size)));
    if (!(scan_from_json(to_json(scan)) == scan)) __builtin_trap();
    plain_text(scan);
  } catch (const Error&) {
  }
  return 0;
}
