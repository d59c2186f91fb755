#include <algorithm>
#include <array>
#include <utility>

#include "extract/date_rules.h"
#include "extract/letters.h"
#include "extract/tokens.h"

namespace vanthu {
namespace {

// Also the forms that a digit takes behind "mươi": mốt, tư, lăm, nhăm.
constexpr std::array<std::pair<std::string_view, int>, 15> digits = {{{"một", 1},
                                                                      {"nhất", 1},
                                                                      {"mốt", 1},
                                                                      {"hai", 2},
                                                                      {"ba", 3},
                                                                      {"bốn", 4},
                                                                      {"tư", 4},
                                                                      {"năm", 5},
                                                                      {"lăm", 5},
                                                                      {"nhăm", 5},
                                                                      {"sáu", 6},
                                                                      {"bảy", 7},
                                                                      {"bẩy", 7},
                                                                      {"tám", 8},
                                                                      {"chín", 9}}};

int digit(std::string_view word) {
  const auto found = std::find_if(digits.begin(), digits.end(),
                                  [&](const auto& entry) { return entry.first == word; });
  return found == digits.end() ? 0 : found->second;
}

}  // namespace

int numeral_value(std::string_view text) {
  if (starts_digit(text)) return to_int(text);
  int value = 0;
  for (const Token& token : tokens(text)) {
    if (token.folded == "mười")
      value = 10;
    else if (token.folded == "mươi")
      value *= 10;
    else
      value += digit(token.folded);
  }
  return value;
}

}  // namespace vanthu
