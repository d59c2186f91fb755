#include "normalize/token.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

// Signs that stand around words. Others (@ & € #) may be misread letters and stay in the word.
constexpr std::u32string_view outer = U".,;:!?()[]{}\"'“”‘’«»-–—…/\\|*_•·+=<>~^`";
constexpr std::u32string_view number_signs = U".,/:-–%+";
constexpr std::u32string_view dividers = U"-–—/,.;:()…";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 32) >= U'a' && (c | 32) <= U'z' : u_isalpha(static_cast<UChar32>(c));
}
bool is_capital(char32_t c) {
  return c < 0x80 ? c >= U'A' && c <= U'Z' : u_isupper(static_cast<UChar32>(c));
}
bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

std::size_t byte_length(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

struct Range {
  std::size_t begin, end;  // code points
};

Range trimmed(std::u32string_view word, Range range) {
  while (range.begin < range.end && contains(outer, word[range.begin])) ++range.begin;
  while (range.end > range.begin && contains(outer, word[range.end - 1])) --range.end;
  return range;
}

bool is_link(std::u32string_view text) {
  const std::size_t at = text.find(U'@');
  if (at != text.npos && at > 1 && text.find(U'.', at + 2) != text.npos) return true;
  return text.starts_with(U"http") || text.starts_with(U"www.") ||
         text.find(U".gov.vn") != text.npos || text.find(U".com") != text.npos;
}

bool is_number(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit) &&
         std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return is_digit(c) || contains(number_signs, c); });
}

bool is_roman(std::u32string_view text) {
  return text.size() < 8 &&
         std::all_of(text.begin(), text.end(), [](char32_t c) { return contains(U"IVX", c); });
}

std::vector<Range> parts(std::u32string_view text) {
  std::vector<Range> out;
  for (std::size_t i = 0, begin = 0; i <= text.size(); ++i)
    if (i == text.size() || contains(dividers, text[i])) {
      if (i > begin) out.push_back({begin, i});
      begin = i + 1;
    }
  return out;
}

std::size_t count_if_in(std::u32string_view text, bool (*test)(char32_t)) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), test));
}

bool is_symbol_part(std::u32string_view part) {
  return part.size() > 1 && is_capital(part[0]) && is_capital(part[1]) &&
         count_if_in(part, is_letter) + count_if_in(part, is_digit) == part.size();
}

// "QD-UBND", "758/KH-UBND", "57/2021/QH15": symbols of capitals joined by strokes and dashes.
bool is_code(std::u32string_view text, const std::vector<Range>& ranges) {
  if (ranges.size() < 2 || text.find_first_of(U"-/–") == text.npos) return false;
  std::size_t symbols = 0, numbers = 0;
  for (const Range& r : ranges) {
    const auto part = text.substr(r.begin, r.end - r.begin);
    symbols += is_symbol_part(part);
    numbers += count_if_in(part, is_digit) == part.size();
  }
  return symbols > 0 && (symbols + numbers == ranges.size() || symbols > 1 || numbers > 0);
}

bool is_word_part(std::u32string_view part, std::size_t least) {
  return part.size() >= least && count_if_in(part, is_letter) == part.size();
}

bool divides(std::u32string_view text, const std::vector<Range>& ranges) {
  // Stops and commas inside a word are more often misread letters.
  const std::size_t least = text.find_first_of(U"-/–—") == text.npos ? 3 : 2;
  return ranges.size() > 1 && std::all_of(ranges.begin(), ranges.end(), [&](const Range& r) {
           return is_word_part(text.substr(r.begin, r.end - r.begin), least);
         });
}

// Parts that are numbers stand alone, what is between them together: "6,ngay", "Q.1".
std::vector<Range> apart_from_numbers(std::u32string_view text, const std::vector<Range>& ranges) {
  std::vector<Range> out;
  bool after_number = true;
  for (const Range& r : ranges) {
    const bool number = is_number(text.substr(r.begin, r.end - r.begin));
    if (out.empty() || number != after_number)
      out.push_back(r);
    else
      out.back().end = r.end;
    after_number = number;
  }
  return out;
}

PieceKind kind_of(std::u32string_view text, const std::vector<Range>& ranges) {
  if (is_number(text)) return PieceKind::number;
  if (is_roman(text)) return PieceKind::roman;
  if (is_link(text)) return PieceKind::link;
  return is_code(text, ranges) ? PieceKind::code : PieceKind::word;
}

std::string number_name(std::string_view text) {
  const auto digits = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  if (digits == text.size()) {
    if (digits < 3) return digits == 1 ? "<d1>" : "<d2>";
    return digits == 4 && (text.starts_with("19") || text.starts_with("20")) ? "<year>" : "<num>";
  }
  return std::count(text.begin(), text.end(), '/') == 2 ? "<date>" : "<num>";
}

}  // namespace

std::vector<Piece> pieces(std::string_view word) {
  const std::u32string points = code_points(word);
  const Range core = trimmed(points, {0, points.size()});
  if (core.begin == core.end) return {};
  const std::u32string_view text(points.data() + core.begin, core.end - core.begin);
  std::vector<Range> ranges = parts(text);
  const PieceKind kind = kind_of(text, ranges);
  if (kind != PieceKind::word)
    ranges = {{0, text.size()}};
  else if (!divides(text, ranges))
    ranges = apart_from_numbers(text, ranges);
  std::vector<Piece> out;
  std::size_t at = 0, byte = 0;
  const auto advance = [&](std::size_t to) {
    for (; at < to; ++at) byte += byte_length(points[at]);
    return byte;
  };
  for (const Range& r : ranges) {
    const std::size_t begin = advance(core.begin + r.begin);
    const bool number = is_number(text.substr(r.begin, r.end - r.begin));
    out.push_back({{begin, advance(core.begin + r.end)}, number ? PieceKind::number : kind});
  }
  return out;
}

std::optional<Case> case_of(std::u32string_view word) {
  const std::size_t capitals = count_if_in(word, is_capital);
  if (capitals == 0) return Case::lower;
  if (capitals == 1) return is_capital(word[0]) ? std::optional(Case::title) : std::nullopt;
  return capitals == count_if_in(word, is_letter) ? std::optional(Case::upper) : std::nullopt;
}

std::string lm_name(std::string_view piece, PieceKind kind) {
  switch (kind) {
    case PieceKind::number:
      return number_name(piece);
    case PieceKind::roman:
      return "<roman>";
    case PieceKind::code:
      return "<code>";
    case PieceKind::link:
      return "<link>";
    case PieceKind::word:
      break;
  }
  const bool digit =
      std::any_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digit ? "<mix>" : place_tone(lower_case(piece));
}

}  // namespace vanthu
