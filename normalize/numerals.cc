#include "normalize/numerals.h"

#include <algorithm>
#include <array>

namespace vanthu {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool looks_like_one(char32_t c) { return c == U'l' || c == U'I' || c == U'!' || c == U'|'; }
bool looks_like_zero(char32_t c) { return c == U'o' || c == U'O'; }

std::size_t digits_at(std::u32string_view word, std::size_t begin) {
  std::size_t end = begin;
  while (end < word.size() && is_digit(word[end])) ++end;
  return end - begin;
}

}  // namespace

std::string as_number(std::u32string_view word) {
  std::string out;
  for (char32_t c : word) {
    if (!is_digit(c) && !looks_like_one(c) && !looks_like_zero(c)) return "";
    out += is_digit(c) ? static_cast<char>(c) : looks_like_one(c) ? '1' : '0';
  }
  return word.size() > 1 && std::any_of(word.begin(), word.end(), is_digit) ? out : "";
}

std::string misread_year(std::string_view word) {
  constexpr std::size_t digits = 4;
  if (word.size() < digits || !(word.starts_with("19") || word.starts_with("20"))) return "";
  if (word.find_first_not_of(".,;:)", digits) != word.npos) return "";
  std::u32string read(word.begin(), word.begin() + digits);
  std::replace(read.begin(), read.end(), U']', U'l');
  const std::string year = as_number(read);
  return word.starts_with(year) ? "" : year;
}

std::string as_roman(std::u32string_view word) {
  std::string out;
  for (char32_t c : word) {
    if (c == U'V' || c == U'X')
      out += static_cast<char>(c);
    else if (c == U'H')
      out += "II";
    else if (c == U'1' || looks_like_one(c))
      out += 'I';
    else
      return "";
  }
  const bool one_right = word.find_first_of(U"IVX") != word.npos;
  return one_right && word.size() > 1 && roman_value(out) > 0 ? out : "";
}

bool digits_may_be_letters(std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i)
    if (const std::size_t digits = digits_at(word, i)) {
      if (digits > 2) return false;
      i += digits;
    }
  return true;
}

bool is_digits(std::u32string_view word) {
  return !word.empty() && digits_at(word, 0) == word.size();
}

std::optional<GluedNumber> glued_number(std::u32string_view word) {
  const std::size_t leading = digits_at(word, 0);
  std::size_t trailing = 0;
  while (trailing < word.size() && is_digit(word[word.size() - 1 - trailing])) ++trailing;
  if ((leading > 0) == (trailing > 0)) return std::nullopt;
  const std::size_t cut = leading > 0 ? leading : word.size() - trailing;
  const std::u32string left(word.substr(0, cut)), right(word.substr(cut));
  return leading > 0 ? GluedNumber{left, right, true} : GluedNumber{right, left, false};
}

int roman_value(std::string_view numeral) {
  for (int value = 1; value < 40; ++value)
    if (roman(value) == numeral) return value;
  return 0;
}

std::string roman(int value) {
  constexpr std::array<std::string_view, 10> units{"",  "I",  "II",  "III",  "IV",
                                                   "V", "VI", "VII", "VIII", "IX"};
  return std::string(static_cast<std::size_t>(value / 10), 'X') +
         std::string(units[static_cast<std::size_t>(value % 10)]);
}

}  // namespace vanthu
