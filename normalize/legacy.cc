#include "normalize/legacy.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

// Parallel strings: code as Latin-1, letter.
constexpr std::u32string_view tcvn3_codes =
    U"¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
constexpr std::u32string_view tcvn3_letters =
    U"ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
static_assert(tcvn3_codes.size() == tcvn3_letters.size());

// Letters of VNI that stand alone; ô and ö take a mark behind them.
constexpr std::u32string_view vni_codes = U"ñôöíìæóòî", vni_letters = U"đơưíìỉĩịỵ";
static_assert(vni_codes.size() == vni_letters.size());
// Marks behind a base letter, and the letters that they make of each base.
constexpr std::u32string_view vni_marks = U"ùøûõïâáàåãäêéèúüë";
struct VniBase {
  char32_t base;
  std::u32string_view letters;  // by mark; space where there is none
};
constexpr VniBase vni_bases[] = {{U'a', U"áàảãạâấầẩẫậăắằẳẵặ"}, {U'e', U"éèẻẽẹêếềểễệ      "},
                                 {U'o', U"óòỏõọôốồổỗộ      "}, {U'u', U"úùủũụ            "},
                                 {U'y', U"ýỳỷỹ             "}, {U'ô', U"ớờởỡợ            "},
                                 {U'ö', U"ứừửữự            "}};

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

char32_t with_case_of(char32_t letter, char32_t model) {
  return lower(model) == model ? letter : upper(letter);
}

std::u32string from_tcvn3(std::u32string points) {
  for (char32_t& c : points)
    if (const std::size_t at = tcvn3_codes.find(c); at != tcvn3_codes.npos) c = tcvn3_letters[at];
  return points;
}

// The letter that a base and a mark make; 0 where they make none.
char32_t vni_pair(char32_t base, char32_t mark) {
  const std::size_t at = vni_marks.find(lower(mark));
  if (at == vni_marks.npos) return 0;
  for (const VniBase& row : vni_bases)
    if (row.base == lower(base) && row.letters[at] != U' ')
      return with_case_of(row.letters[at], base);
  return 0;
}

std::u32string from_vni(std::u32string_view points) {
  std::u32string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t pair = i + 1 < points.size() ? vni_pair(points[i], points[i + 1]) : 0;
    const std::size_t at = vni_codes.find(lower(points[i]));
    if (pair) ++i;
    out += pair                   ? pair
           : at != vni_codes.npos ? with_case_of(vni_letters[at], points[i])
                                  : points[i];
  }
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
}

// The word without what stands around its letters, in lower case.
std::string bare(std::string_view word) {
  std::u32string points = code_points(lower_case(word));
  const auto letter = [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); };
  while (!points.empty() && !letter(points.back())) points.pop_back();
  const auto first = std::find_if(points.begin(), points.end(), letter);
  return utf8(std::u32string_view(points).substr(static_cast<std::size_t>(first - points.begin())));
}

bool is_vietnamese(std::string_view word) { return possible_syllable(bare(nfc(word))); }

}  // namespace

std::string from_legacy(std::string_view word, LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::tcvn3:
      return utf8(from_tcvn3(code_points(word)));
    case LegacyEncoding::vni:
      return utf8(from_vni(code_points(word)));
    case LegacyEncoding::none:
      break;
  }
  return std::string(word);
}

LegacyEncoding legacy_encoding(const std::vector<std::string>& words) {
  std::vector<std::string_view> marked;
  std::copy_if(words.begin(), words.end(), std::back_inserter(marked),
               [](const std::string& word) { return !is_ascii(word); });
  std::unordered_map<std::string_view, bool> right;  // as they are
  std::size_t rights = 0, known = 0, tcvn3 = 0, vni = 0;
  for (const std::string_view word : marked) {
    const auto [at, fresh] = right.try_emplace(word);
    if (fresh) at->second = is_vietnamese(word);
    rights += at->second;
    if (rights * 2 > marked.size()) return LegacyEncoding::none;
  }
  for (const std::string_view word : marked) {
    const bool by_tcvn3 = is_vietnamese(from_legacy(word, LegacyEncoding::tcvn3));
    const bool by_vni = is_vietnamese(from_legacy(word, LegacyEncoding::vni));
    tcvn3 += by_tcvn3;
    vni += by_vni;
    known += right[word] || by_tcvn3 || by_vni || bare(word).size() > 1;
  }
  const std::size_t best = std::max(tcvn3, vni);
  if (known < 5 || best * 10 < known * 8 || rights * 2 > best) return LegacyEncoding::none;
  return tcvn3 > vni ? LegacyEncoding::tcvn3 : LegacyEncoding::vni;
}

FontEncoding font_encoding(std::string_view font) {
  if (const std::size_t plus = font.find('+'); plus == 6) font.remove_prefix(7);  // of a subset
  if (font.starts_with(".Vn")) {
    const std::size_t end = std::min(font.find_first_of("-,"), font.size());
    return {LegacyEncoding::tcvn3, end > 0 && font[end - 1] == 'H'};
  }
  if (font.starts_with("VNI-") || font.starts_with("VNI ")) return {LegacyEncoding::vni, false};
  return {};
}

void convert_legacy(std::vector<std::string>& words, const std::vector<std::string_view>& fonts) {
  const LegacyEncoding page = legacy_encoding(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const FontEncoding font = font_encoding(fonts[i]);
    const bool told = font.encoding != LegacyEncoding::none;
    const LegacyEncoding encoding = told ? font.encoding : page;
    if (encoding == LegacyEncoding::none) continue;
    if (!told && (is_ascii(words[i]) || is_vietnamese(words[i]))) continue;
    std::u32string points = code_points(from_legacy(words[i], encoding));
    if (font.capitals) std::transform(points.begin(), points.end(), points.begin(), upper);
    words[i] = utf8(points);
  }
}

}  // namespace vanthu
