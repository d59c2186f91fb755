#include "extract/footnote.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/characters.h"
#include "extract/words.h"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 10> superscripts = {"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};

std::string with_digits(std::string_view text) {
  std::string out(text);
  for (std::size_t digit = 0; digit < superscripts.size(); ++digit)
    for (std::size_t at; (at = out.find(superscripts[digit])) != out.npos;)
      out.replace(at, superscripts[digit].size(), std::to_string(digit));
  return out;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_mark(char c) { return c == '.' || c == ',' || c == ';' || c == ':' || c == ')'; }

// A figure behind something else, marks behind it aside.
bool ends_in_number(std::string_view word) {
  while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
  return !word.empty() && is_digit(word.back()) && !is_digit(word[0]);
}

// False where there is no raised digit: they begin with these bytes.
bool may_have_raised(std::string_view text) {
  return text.find("\xE2\x81") != text.npos || text.find('\xC2') != text.npos;
}

int value(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

}  // namespace

std::optional<int> footnote_number(std::string_view line) {
  if (line.empty() || !(is_digit(line[0]) || may_have_raised(line.substr(0, 3))))
    return std::nullopt;
  static const RE2 pattern(R"(([0-9]{1,2})\s*(?:\p{Lu}|[“"(]|https?|www).*)");
  static const RE2 raised(R"(([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\s*\S.*)");
  std::string digits;
  if (RE2::FullMatch(line, raised, &digits)) return value(with_digits(digits));
  if (RE2::FullMatch(line, pattern, &digits)) return value(digits);
  return std::nullopt;
}

bool has_mark(std::string_view text, int number) {
  static const RE2 mark(R"(\p{Ll}[”")]?([0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?:[\s.,;:)]|$))");
  re2::StringPiece rest(text.data(), text.size());
  for (std::string digits; RE2::FindAndConsume(&rest, mark, &digits);)
    if (value(with_digits(digits)) == number) return true;
  return false;
}

Passage without_marks(Passage passage, const std::vector<int>& numbers) {
  static const RE2 raised(R"((.*?[^⁰¹²³⁴⁵⁶⁷⁸⁹])?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})([.,;:)]*))");
  static const RE2 plain(R"((\p{L}*\p{Ll}[”")]?)([0-9]{1,2})([.,;:)]*))");
  static const RE2 measure(R"((?:.*\d)?(?:k|c|d|m)?m)");
  const bool raises = may_have_raised(passage.text);
  const auto may_be_marked = [&](std::string_view word) {
    return (raises && may_have_raised(word)) || (!numbers.empty() && ends_in_number(word));
  };
  if (!raises && (numbers.empty() || !has_digit(passage.text))) return passage;
  std::size_t first = 0;
  while (first < passage.words.size() && !may_be_marked(passage.word_text(first))) ++first;
  if (first == passage.words.size()) return passage;
  Passage out;
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    const std::string_view word = passage.word_text(i);
    if (i < first || !may_be_marked(word)) {
      out.append(passage.words[i], word);
      continue;
    }
    std::string before, digits, after;
    const bool mark =
        (RE2::FullMatch(word, raised, &before, &digits, &after) &&
         !RE2::FullMatch(before, measure)) ||
        (RE2::FullMatch(word, plain, &before, &digits, &after) && is_capitals(before) == false &&
         std::find(numbers.begin(), numbers.end(), value(digits)) != numbers.end());
    out.append(passage.words[i], mark ? before + after : std::string(word));
  }
  return out;
}

}  // namespace vanthu
