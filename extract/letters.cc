#include "extract/letters.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

namespace vanthu {
namespace {

template <typename Change>
std::string changed(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size() + 4);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter;
    U8_NEXT_OR_FFFD(bytes, at, size, letter);
    letter = change(letter);
    if (letter < 0x80) {
      out += static_cast<char>(letter);
      continue;
    }
    std::array<char, 4> buffer{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer.data()), length, letter);
    out.append(buffer.data(), static_cast<std::size_t>(length));
  }
  return out;
}

UChar32 first_letter(std::string_view word) {
  std::int32_t at = 0;
  UChar32 letter = 0;
  if (word.empty()) return letter;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), at,
                  static_cast<std::int32_t>(word.size()), letter);
  return letter;
}

// Tone on the last vowel of an open "oa", "oe", "uy", as one writes it since 1984, and on the
// first.
constexpr std::pair<std::string_view, std::string_view> tone_forms[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
    {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
    {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}};

void place_tone(std::string& word) {
  // A vowel of two or three bytes behind "o" or "u" or their tones.
  if (word.size() < 3 || (word.back() & 0x80) == 0) return;
  for (const auto& [last, first] : tone_forms) {
    if (!word.ends_with(last)) continue;
    if (word.size() > last.size() && word[word.size() - last.size() - 1] == 'q') return;
    word.replace(word.size() - last.size(), last.size(), first);
    return;
  }
}

// u_tolower() by a table where the letters of our texts are.
UChar32 lower_letter(UChar32 c) {
  static const auto table = [] {
    std::array<char16_t, 0x2100> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = static_cast<char16_t>(u_tolower(static_cast<UChar32>(i)));
    return all;
  }();
  return static_cast<std::size_t>(c) < table.size() ? table[static_cast<std::size_t>(c)]
                                                    : u_tolower(c);
}

}  // namespace

std::string lower(std::string_view text) { return changed(text, lower_letter); }
std::string upper(std::string_view text) { return changed(text, u_toupper); }

std::string capitalized(std::string_view word) {
  bool first = true;
  return changed(word, [&](UChar32 c) { return std::exchange(first, false) ? u_toupper(c) : c; });
}

bool starts_upper(std::string_view word) { return u_isupper(first_letter(word)); }
bool starts_digit(std::string_view word) { return u_isdigit(first_letter(word)); }

bool all_upper(std::string_view word) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  bool letters = false;
  for (std::int32_t at = 0; at < size;) {
    UChar32 letter;
    U8_NEXT_OR_FFFD(bytes, at, size, letter);
    if (lower_letter(letter) != letter)
      letters = true;
    else if (u_islower(letter))
      return false;
    else if (u_isalpha(letter))
      letters = true;
  }
  return letters;
}

std::string folded(std::string_view word) {
  std::string out = changed(word, [](UChar32 c) -> UChar32 {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? '-' : lower_letter(c);
  });
  place_tone(out);
  return out;
}

bool syllable_like(std::string_view word) {
  static const RE2 pattern(
      "(?i)(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
      "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
      "(?:ch|ng|nh|[cmnpt])?");
  return RE2::FullMatch(re2::StringPiece(word.data(), word.size()), pattern);
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view word) {
    return icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  };
  const icu::UnicodeString first = letters(a), second = letters(b);
  const std::int32_t n = first.length(), m = second.length(), shorter = std::min(n, m);
  std::int32_t head = 0, tail = 0;
  while (head < shorter && first[head] == second[head]) ++head;
  while (tail < shorter - head && first[n - 1 - tail] == second[m - 1 - tail]) ++tail;
  return std::max(n, m) - head - tail == 1;
}

std::string_view trimmed(std::string_view text) {
  const std::string_view blank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

}  // namespace vanthu
