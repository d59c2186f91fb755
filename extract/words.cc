#include "extract/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace vanthu {
namespace {

template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
    if (!visit(c)) return;
  }
}

// What plain_form() makes of a character: 0 of a combining mark, a blank of any white space.
UChar32 computed_plain(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_SUCCESS(status) && nfd->getDecomposition(c, parts) && parts.countChar32() > 0)
    c = parts.char32At(0);
  c = u_tolower(c);
  if (u_charType(c) == U_NON_SPACING_MARK) return 0;
  if (u_isspace(c)) return ' ';
  return c == 0x111 ? 'd' : u_charType(c) == U_DASH_PUNCTUATION ? '-' : c;
}

UChar32 plain(UChar32 c) {
  static const auto table = [] {
    std::array<char16_t, 0x2100> all{};  // Latin, Greek, Cyrillic, marks and punctuation
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = static_cast<char16_t>(computed_plain(static_cast<UChar32>(i)));
    return all;
  }();
  return static_cast<std::size_t>(c) < table.size() ? table[static_cast<std::size_t>(c)]
                                                    : computed_plain(c);
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

void append(UChar32 c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(bytes.data()), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

// Characters but for blanks: no plain form is shorter.
bool has_more_letters(std::string_view text, std::size_t than) {
  std::size_t letters = 0;
  return std::any_of(text.begin(), text.end(), [&](char c) {
    return (c & 0xC0) != 0x80 && c != ' ' && ++letters > than;
  });
}

// plain_form() of the text up to where it is longer than `limit` bytes.
std::string plain_form_to(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(std::min(text.size(), limit + 4));
  each_character(text, [&](UChar32 c) {
    c = plain(c);
    if (c > 0 && (c != ' ' || (!out.empty() && out.back() != ' '))) append(c, out);
    return out.size() <= limit;
  });
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Letters in which a text may differ from `anchor` and be near it.
std::size_t allowed_slips(std::string_view anchor) { return length(anchor) / 8; }

// Of `anchor` in `pieces` parts one is in any text that differs from it in fewer places.
bool share_a_piece(std::string_view text, std::string_view anchor, std::size_t pieces) {
  const std::size_t size = anchor.size() / pieces;
  for (std::size_t i = 0; i < pieces; ++i)
    if (text.find(anchor.substr(i * size, size)) != text.npos) return true;
  return false;
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

std::string plain_form(std::string_view text) { return plain_form_to(text, text.size()); }

std::size_t difference(std::string_view text, std::string_view anchor) {
  return distance(plain_form(text), plain_form(anchor));
}

bool may_hold(std::string_view plain, std::string_view anchor) {
  const std::string b = plain_form(anchor);
  return share_a_piece(plain, b, allowed_slips(anchor) + 1);
}

bool near(std::string_view text, std::string_view anchor) {
  const std::size_t size = length(anchor), allowed = allowed_slips(anchor), most = size + allowed;
  if (text.size() + allowed < size || has_more_letters(text, most)) return false;
  const std::string a = plain_form_to(text, most + 1), b = plain_form(anchor);
  if (a.size() + allowed < b.size() || a.size() > most || !share_a_piece(a, b, allowed + 1))
    return false;
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
  UChar32 last = 0;
  for (auto at = static_cast<std::int32_t>(text.size()); at > 0;) {
    U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), 0, at, last);
    if (!is_closing(last)) break;
    last = 0;
  }
  return last == '.' || last == ';' || last == ':' || last == '!' || last == '?' || last == 0x2026;
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
