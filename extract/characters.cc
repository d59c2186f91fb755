#include "extract/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace vanthu {
namespace {

char32_t plain(UChar32 c) {
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

}  // namespace

Character computed_character(char32_t point) {
  const auto c = static_cast<UChar32>(point);
  Character out{};
  out.lower = static_cast<char32_t>(u_tolower(c));
  out.folded = (point >= 0x2010 && point <= 0x2015) || point == 0x2212 ? '-' : out.lower;
  out.plain = plain(c);
  const auto add = [&](bool is, int kind) {
    out.kinds |= is ? static_cast<std::uint8_t>(kind) : 0;
  };
  add(u_isupper(c), Character::upper);
  add(u_islower(c), Character::lower_case);
  add(u_islower(c) && out.lower == point, Character::small);
  add(u_isalpha(c) || out.lower != point, Character::letter);
  add(u_isdigit(c), Character::digit);
  add(u_isalnum(c), Character::alnum);
  add(u_isspace(c), Character::space);
  add(u_ispunct(c), Character::punctuation);
  return out;
}

Decoded decoded_by_icu(std::string_view text, std::size_t at) {
  auto next = static_cast<std::int32_t>(at);
  UChar32 c;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), next,
                  static_cast<std::int32_t>(text.size()), c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(next)};
}

Characters::Characters() {
  for (std::size_t i = 0; i < table_.size(); ++i)
    table_[i] = computed_character(static_cast<char32_t>(i));
}

}  // namespace vanthu
