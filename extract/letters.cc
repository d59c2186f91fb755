#include "extract/letters.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/characters.h"

namespace vanthu {
namespace {

// Each character put through `change`.
template <typename Change>
std::string changed(std::string_view text, Change change) {
  std::string out(3 * text.size(), '\0');
  char* end = out.data();
  for (std::size_t at = 0; at < text.size();)
    end = write_utf8(change(next_character(text, at)), end);
  out.resize(end - out.data());
  return out;
}

Character first_character(std::string_view word) {
  std::size_t at = 0;
  return word.empty() ? Character{} : characters()[next_character(word, at)];
}

// Tone on the last vowel of an open "oa", "oe", "uy", as one writes it since 1984, and on the
// first.
constexpr std::pair<std::string_view, std::string_view> tone_forms[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
    {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
    {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}};

// Returns where the word ends now.
char* place_tone(char* begin, char* end) {
  // A vowel of two or three bytes behind "o" or "u" or their tones.
  char* last_letter = end - 1;
  while (last_letter > begin && (*last_letter & 0xC0) == 0x80) --last_letter;
  const bool open = last_letter > begin && last_letter + 1 < end &&
                    (last_letter[-1] == 'o' || last_letter[-1] == 'u');
  if (!open) return end;
  const std::string_view word(begin, end - begin);
  for (const auto& [last, first] : tone_forms) {
    if (!word.ends_with(last)) continue;
    if (word.size() > last.size() && word[word.size() - last.size() - 1] == 'q') return end;
    return std::copy(first.begin(), first.end(), end - last.size());  // "ùy" is shorter than "uỳ"
  }
  return end;
}

}  // namespace

std::string lower(std::string_view text) {
  return changed(text, [&all = characters()](char32_t c) { return all.get<&Character::lower>(c); });
}

std::string upper(std::string_view text) {
  return changed(text, [](char32_t c) { return static_cast<char32_t>(u_toupper(c)); });
}

std::string capitalized(std::string_view word) {
  bool first = true;
  return changed(word, [&](char32_t c) {
    return std::exchange(first, false) ? static_cast<char32_t>(u_toupper(c)) : c;
  });
}

bool starts_upper(std::string_view word) { return first_character(word).is(Character::upper); }
bool starts_digit(std::string_view word) { return first_character(word).is(Character::digit); }

Shape fold(std::string_view text, char* out, const Bytes& end) {
  constexpr std::uint8_t small_letter = Character::letter | Character::small;
  const Characters& all = characters();
  std::uint8_t kinds = 0, first = 0;
  char* to = out;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_small_ascii(text[at])) {
      *to++ = text[at++];
      kinds |= small_letter;
    } else {
      if (end[static_cast<unsigned char>(text[at])]) break;
      const char32_t c = next_character(text, at);
      const std::uint8_t own = all.get<&Character::kinds>(c);
      if (to == out) first = own;
      kinds |= own;
      to = write_utf8(all.get<&Character::folded>(c), to);
    }
  }
  const bool tone_may_move = to > out && (to[-1] & 0x80) != 0;
  if (tone_may_move) to = place_tone(out, to);
  return {.upper = (first & (Character::upper | Character::digit)) != 0,
          .capitals = (kinds & Character::letter) && !(kinds & Character::small),
          .read = at,
          .written = static_cast<std::size_t>(to - out)};
}

bool all_upper(std::string_view word) {
  std::vector<char> room(3 * word.size());
  return fold(word, room.data()).capitals;
}

std::string folded(std::string_view word) {
  std::string text(3 * word.size(), ' ');
  text.resize(fold(word, text.data()).written);
  return text;
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

std::string_view tail(std::string_view text, std::size_t limit) {
  std::size_t at = text.size() > limit ? text.size() - limit : 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return text.substr(at);
}

std::string_view trimmed(std::string_view text) {
  const std::string_view blank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

}  // namespace vanthu
