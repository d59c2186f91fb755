#include "extract/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "extract/characters.h"

namespace vanthu {
namespace {

template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();)
    if (!visit(next_character(text, at))) return;
}

// The first letter or digit, 0 where there is none before other text.
Character first_letter(std::string_view text) {
  Character found{};
  each_character(text, [&](char32_t c) {
    const Character letter = characters()[c];
    if (letter.is(Character::alnum)) found = letter;
    return !letter.is(Character::alnum) &&
           (letter.is(Character::space | Character::punctuation) || c == '*');
  });
  return found;
}

bool is_closing(UChar32 c) {
  const int8_t type = u_charType(c);
  return u_isspace(c) || c == '"' || c == '\'' || c == '*' || type == U_FINAL_PUNCTUATION ||
         type == U_END_PUNCTUATION;
}

// Levenshtein's distance where it is at most `limit`, else something more than that: of paths that
// stray no further from the diagonal.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t apart = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
  if (apart > limit) return apart;
  std::vector<std::size_t> row(b.size() + 2);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1, last = std::min(i + limit, b.size());
    std::size_t diagonal = row[first - 1];
    row[first - 1] = i > limit ? limit + 1 : i;
    row[last + 1] = limit + 1;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

std::size_t distance(std::string_view a, std::string_view b) {
  return distance(a, b, std::max(a.size(), b.size()));
}

}  // namespace

std::string plain_form(std::string_view text) { return plain_form(text, 3 * text.size()); }

std::string plain_form(std::string_view text, std::size_t limit) {
  const Characters& all = characters();
  std::string out(std::min(3 * text.size(), limit + 4), '\0');
  char* const begin = out.data();
  char* end = begin;
  const auto after_blank = [&] { return end == begin || end[-1] == ' '; };
  for (std::size_t at = 0; at < text.size() && end < begin + limit;) {
    if (is_small_ascii(text[at])) {
      *end++ = text[at++];
      continue;
    }
    const char32_t plain = all.get<&Character::plain>(next_character(text, at));
    if (plain > ' ' || (plain != 0 && !(plain == ' ' && after_blank())))
      end = write_utf8(plain, end);
  }
  if (end > begin && end[-1] == ' ') --end;
  out.resize(end - begin);
  return out;
}

std::size_t difference(std::string_view text, std::string_view anchor) {
  return distance(plain_form(text), plain_form(anchor));
}

Anchor::Anchor(std::string_view phrase)
    : plain_(plain_form(phrase)), letters_(length(phrase)), slips_(letters_ / 8) {}

bool Anchor::may_be_in(std::string_view plain) const {
  const std::size_t size = plain_.size() / (slips_ + 1);
  for (std::size_t i = 0; i <= slips_; ++i)
    if (plain.find(std::string_view(plain_).substr(i * size, size)) != plain.npos) return true;
  return false;
}

bool Anchor::may_end(std::string_view plain) const {
  const std::size_t size = plain_.size() / (slips_ + 1);
  if (size == 0) return true;
  for (std::size_t i = 0; i <= slips_ && size <= plain.size(); ++i) {
    const std::string_view piece = std::string_view(plain_).substr(i * size, size);
    const std::size_t behind = plain_.size() - i * size;
    if (plain.size() + slips_ < behind) continue;
    const std::size_t last = std::min(plain.size() + slips_ - behind, plain.size() - size);
    for (std::size_t at = last - std::min(last, 2 * slips_); at <= last; ++at)
      if (plain[at] == piece[0] && plain.substr(at, size) == piece) return true;
  }
  return false;
}

std::optional<std::size_t> Anchor::slips(std::string_view text) const {
  const std::size_t most = letters_ + slips_;
  if (text.size() + slips_ < letters_ || has_more_letters(text, most)) return std::nullopt;
  const std::string plain = plain_form(text);
  if (plain.size() + slips_ < plain_.size() || plain.size() > most || !may_end(plain))
    return std::nullopt;
  const std::size_t found = plain == plain_ ? 0 : distance(plain, plain_, slips_);
  return found <= slips_ ? std::optional(found) : std::nullopt;
}

bool near(std::string_view text, std::string_view anchor) { return Anchor(anchor).near(text); }

bool is_capitals(std::string_view text) {
  int upper = 0, lower = 0;
  each_character(text, [&](char32_t c) {
    const Character letter = characters()[c];
    upper += letter.is(Character::upper) ? 1 : 0;
    lower += letter.is(Character::lower_case) ? 1 : 0;
    return lower == 0;
  });
  return upper >= 2 && lower == 0;
}

bool opens_upper(std::string_view text) { return first_letter(text).is(Character::upper); }
bool opens_lower(std::string_view text) { return first_letter(text).is(Character::lower_case); }

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
  each_character(text, [&](char32_t c) { return !(found = characters()[c].is(Character::alnum)); });
  return found;
}

std::string_view trim_end(std::string_view text, std::string_view characters) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' ||
                           characters.find(text.back()) != characters.npos))
    text.remove_suffix(1);
  return text;
}

bool has_more_letters(std::string_view text, std::size_t than) {
  std::size_t letters = 0;
  return std::any_of(text.begin(), text.end(),
                     [&](char c) { return (c & 0xC0) != 0x80 && c != ' ' && ++letters > than; });
}

std::size_t length(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace vanthu
