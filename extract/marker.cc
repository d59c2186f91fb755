#include "extract/marker.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "extract/characters.h"
#include "extract/letters.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// What must follow a marker that could as well be running text.
enum class Follows { anything, upper, upper_or_nothing };

struct MarkerRule {
  MarkerKind kind;
  std::string_view first;  // the bytes that it may begin with
  RE2 pattern;             // one group: the marker as printed
  Follows follows;
};

// Ordered: the first that matches counts.
std::span<const MarkerRule> rules() {
  static constexpr std::string_view digits = "0123456789", letters = "abcdefghijklmnopqrstuvwxyzđø";
  static const MarkerRule all[] = {
      // PHẦN THỨ NHẤT, Phần I.
      {MarkerKind::part, "P",
       RE2(R"(((?:Phần|PHẦN)\s+(?:thứ|THỨ|Thứ)\s+\pL+|(?:Phần|PHẦN)\s+(?:[IVX]+|[0-9A-H]))(?:\s*[.:\-–]|$)\s*)"),
       Follows::upper_or_nothing},
      {MarkerKind::chapter, "C",
       RE2(R"(((?:Chương|CHƯƠNG)\s+(?:[IVXL]+|[0-9]+))(?:\s*[.:\-–]|$)\s*)"),
       Follows::upper_or_nothing},
      {MarkerKind::section, "TM",
       RE2(R"(((?:Tiểu mục|TIỂU MỤC|Mục|MỤC)\s+(?:[IVX]+|[0-9]+))(?:\s*[.:]|$)\s*)"),
       Follows::upper_or_nothing},
      {MarkerKind::article, "Đ", RE2(R"(((?:Điều|ĐIỀU)\s+[0-9]+[a-zđ]?\s*[.:])\s*)"),
       Follows::upper_or_nothing},
      // II. II- II/ and, with one letter misread, I1.
      {MarkerKind::roman, "IVX", RE2(R"(([IVX][IVXl1]{0,4}\s*[./)\-–])\s*)"), Follows::upper},
      // II MỤC ĐÍCH
      {MarkerKind::roman, "IVX", RE2(R"(([IVX]{1,5})\s+)"), Follows::upper},
      {MarkerKind::capital, "ABCDEFGHĐ", RE2(R"(([A-HĐ]\s*[.)/\-–])\s+)"), Follows::upper},
      // 1.1. 1.1 1.2.3)
      {MarkerKind::number, digits, RE2(R"(([0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\s*[.):/]?)\s*)"),
       Follows::upper},
      {MarkerKind::number, digits, RE2(R"(([0-9]{1,2}\s*(?:[.):/]|[\-–](?:\s|$)))\s*)"),
       Follows::anything},
      // "2, Công an": a point read as a comma.
      {MarkerKind::number, digits, RE2(R"(([0-9]{1,2},)\s+)"), Follows::upper},
      // "đ)", and "g)" read as "ø)".
      {MarkerKind::letter, letters, RE2(R"(([a-zđø]\s*\))\s*)"), Follows::anything},
      {MarkerKind::letter, letters, RE2(R"(([a-zđ]\.)\s+)"), Follows::upper},
      // With specks before it: "_- ".
      {MarkerKind::dash, "_.'`~¬ \t\n\f\r-–", RE2(R"([_.'`~¬\s]*([\-–—−]|_?~|¬)\s*)"),
       Follows::anything},
      {MarkerKind::plus, "+", RE2(R"((\+)\s*)"), Follows::anything},
      {MarkerKind::dot, "•·*", RE2(R"(([•·●▪■◦‣⁃*])\s*)"), Follows::anything},
      {MarkerKind::dot, "o", RE2(R"((o)\s+)"), Follows::upper},
  };
  return all;
}

// Those that may begin with the byte, in order.
std::span<const MarkerRule* const> rules_by_byte(char byte) {
  static const auto table = [] {
    std::array<std::vector<const MarkerRule*>, 256> all;
    for (const MarkerRule& rule : rules())
      for (const char first : rule.first) {
        auto& list = all[static_cast<unsigned char>(first)];
        if (list.empty() || list.back() != &rule) list.push_back(&rule);
      }
    return all;
  }();
  return table[static_cast<unsigned char>(byte)];
}

// Two small letters: no marker, as behind the letter of one stands no other.
bool opens_small_word(std::string_view line) {
  return line.size() > 1 && is_small_ascii(line[0]) &&
         (is_small_ascii(line[1]) || (line[1] & 0x80) != 0);
}

// "Các", "Văn": a small letter behind the one that could be a marker; "l" may be a misread I.
bool is_word(const MarkerRule& rule, std::string_view line) {
  const bool one_letter = rule.kind == MarkerKind::capital || rule.kind == MarkerKind::roman;
  return one_letter && line.size() > 1 && is_small_ascii(line[1]) && line[1] != 'l';
}

std::string_view view(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

bool fits(const MarkerRule& rule, std::string_view rest, std::string_view line) {
  if (rest.empty()) return rule.follows == Follows::upper_or_nothing;
  switch (rule.follows) {
    case Follows::anything:
      // Not 1.000, 5/2024, -5: no digit may follow a bare number's point.
      return has_letters(rest) && !(rule.kind == MarkerKind::number && rest[0] >= '0' &&
                                    rest[0] <= '9' && line[line.size() - rest.size() - 1] != ' ');
    case Follows::upper:
    case Follows::upper_or_nothing:
      return opens_upper(rest);
  }
  return false;
}

// "II MỤC ĐÍCH" has no point: only before capitals, so that "V Các" in a sentence is none.
bool bare_roman_in_text(const Marker& marker, std::string_view rest) {
  return marker.kind == MarkerKind::roman &&
         marker.text.find_last_of("IVX") + 1 == marker.text.size() && !is_capitals(rest);
}

}  // namespace

std::optional<Marker> marker_of(std::string_view line) {
  if (opens_small_word(line)) return std::nullopt;
  for (const MarkerRule* candidate : rules_by_byte(line.empty() ? '\0' : line[0])) {
    const MarkerRule& rule = *candidate;
    if (is_word(rule, line)) continue;
    re2::StringPiece rest(line.data(), line.size()), text;
    if (!RE2::Consume(&rest, rule.pattern, &text) || !fits(rule, view(rest), line)) continue;
    Marker marker;
    marker.kind = rule.kind;
    marker.text = std::string(trimmed(view(text)));
    marker.bytes = line.size() - rest.size();
    marker.weak = opens_lower(view(rest)) || marker.text.ends_with(',');
    if (bare_roman_in_text(marker, view(rest))) continue;
    if (rule.kind == MarkerKind::number) {
      const std::string_view digits = trim_end(marker.text, ".):/-");
      marker.depth = 1 + std::count(digits.begin(), digits.end(), '.');
    }
    return marker;
  }
  return std::nullopt;
}

}  // namespace vanthu
