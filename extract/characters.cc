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
  out.plain = plain(c);
  out.is_upper = u_isupper(c);
  out.is_lower = u_islower(c);
  out.is_alpha = u_isalpha(c);
  out.is_digit = u_isdigit(c);
  out.is_alnum = u_isalnum(c);
  out.is_space = u_isspace(c);
  out.is_punctuation = u_ispunct(c);
  return out;
}

Characters::Characters() {
  for (std::size_t i = 0; i < table_.size(); ++i)
    table_[i] = computed_character(static_cast<char32_t>(i));
}

}  // namespace vanthu
