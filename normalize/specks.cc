#include "normalize/specks.h"

#include <algorithm>

#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr std::u32string_view strange = U"¬`^¡‹›¦\\";  // never printed alone
constexpr std::u32string_view dashes = U"~_";          // may be a dash where a line begins
constexpr std::u32string_view harmless = U".,:;'\"“”‘’-";

bool has(std::u32string_view word, std::u32string_view set) {
  return word.find_first_of(set) != word.npos;
}

}  // namespace

bool is_speck(std::string_view word, LinePlace place) {
  const std::u32string signs = code_points(word);
  const bool light = std::all_of(signs.begin(), signs.end(), [](char32_t c) {
    return has({&c, 1}, strange) || has({&c, 1}, dashes) || has({&c, 1}, harmless);
  });
  if (signs.empty() || signs.size() > 3 || !light) return false;
  const bool dash = has(signs, dashes) || has(signs, U"-");
  if (dash && place.first) return false;
  if (has(signs, strange)) return true;
  if (has(signs, U"~")) return place.last;
  return std::count(signs.begin(), signs.end(), U'_') == 1;
}

}  // namespace vanthu
