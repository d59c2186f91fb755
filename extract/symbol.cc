#include "extract/symbol.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace vanthu {
namespace {

using icu::UnicodeString;

// True where one letter is another one, too many or missing.
bool one_apart(const UnicodeString& a, const UnicodeString& b) {
  std::int32_t head = 0, tail = 0;
  const std::int32_t shorter = std::min(a.length(), b.length());
  const std::int32_t longer = std::max(a.length(), b.length());
  while (head < shorter && a[head] == b[head]) ++head;
  while (tail < shorter - head && a[a.length() - 1 - tail] == b[b.length() - 1 - tail]) ++tail;
  return longer - head - tail == 1;
}

}  // namespace

std::string symbol_of_kind(const std::string& symbol, const std::string& code) {
  const std::string read = symbol.substr(0, symbol.find_first_of("-/"));
  const auto letters = [](const std::string& text) { return UnicodeString::fromUTF8(text); };
  if (read.size() == symbol.size() || letters(code).length() < 2) return symbol;
  return one_apart(letters(read), letters(code)) ? code + symbol.substr(read.size()) : symbol;
}

}  // namespace vanthu
