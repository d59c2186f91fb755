#include "core/error.h"
#include "extract/moment.h"
#include "fuzz/input.h"
#include "normalize/unicode.h"

// What `vanthu date` is asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const std::string text = nfc(valid_utf8(text_of(data, size)));
    find_moments(text, {{2024, 5, 14}, parse_clock("08:30")});
    names_lunar_day(text);
    parse_iso(text);
    parse_clock(text);
  } catch (const Error&) {
  }
  return 0;
}
