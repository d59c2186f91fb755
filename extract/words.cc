#include "extract/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace vanthu {
namespace {

icu::UnicodeString decoded(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  const icu::UnicodeString all = decoded(text);
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1))
    if (!visit(all.char32At(i))) return;
}

// The first letter or digit, 0 where there is none before other text.
UChar32 first_letter(std::string_view text) {
  UChar32 found = 0;
  each_character(text, [&](UChar32 c) {
    if (u_isalnum(c)) found = c;
    return found == 0 && (u_isspace(c) || u_ispunct(c) || c == '*');
  });
  return found;
}

bool is_closing(UChar32 c) {
  const int8_t type = u_charType(c);
  return u_isspace(c) || c == '"' || c == '\'' || c == '*' || type == U_FINAL_PUNCTUATION ||
         type == U_END_PUNCTUATION;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::string plain_form(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString all = nfd->normalize(decoded(text), status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(all.char32At(i));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isspace(c)) {
      if (!out.isEmpty() && out[out.length() - 1] != ' ') out.append(UChar32{' '});
    } else {
      out.append(c == 0x111                            ? UChar32{'d'}
                 : u_charType(c) == U_DASH_PUNCTUATION ? UChar32{'-'}
                                                       : c);
    }
  }
  std::string utf8;
  out.trim().toUTF8String(utf8);
  return utf8;
}

std::size_t difference(std::string_view text, std::string_view anchor) {
  return distance(plain_form(text), plain_form(anchor));
}

bool near(std::string_view text, std::string_view anchor) {
  const std::string a = plain_form(text), b = plain_form(anchor);
  const std::size_t allowed = b.size() / 8;
  if (a.size() + allowed < b.size() || b.size() + allowed < a.size()) return false;
  return distance(a, b) <= allowed;
}

bool is_capitals(std::string_view text) {
  int upper = 0, lower = 0;
  each_character(text, [&](UChar32 c) {
    upper += u_isupper(c) ? 1 : 0;
    lower += u_islower(c) ? 1 : 0;
    return lower == 0;
  });
  return upper >= 2 && lower == 0;
}

bool opens_upper(std::string_view text) { return u_isupper(first_letter(text)); }
bool opens_lower(std::string_view text) { return u_islower(first_letter(text)); }

bool ends_sentence(std::string_view text) {
  const icu::UnicodeString all = decoded(text);
  int32_t i = all.length();
  while (i > 0 && is_closing(all.char32At(i - 1))) --i;
  if (i == 0) return false;
  const UChar32 c = all.char32At(i - 1);
  return c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026;
}

bool has_letters(std::string_view text) {
  bool found = false;
  each_character(text, [&](UChar32 c) { return !(found = u_isalnum(c)); });
  return found;
}

std::string_view trim_end(std::string_view text, std::string_view characters) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' ||
                           characters.find(text.back()) != characters.npos))
    text.remove_suffix(1);
  return text;
}

std::size_t length(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace vanthu
