#include "normalize/items.h"

#include <algorithm>

namespace vanthu {
namespace {

constexpr std::string_view stray = "~_`'^\\|.,:";

bool is_dash(std::string_view word) {
  return word == "-" || word == "+" || word == "*" || word == "–" || word == "•";
}

}  // namespace

bool opens_item(std::string_view word) {
  if (is_dash(word)) return true;
  return word.size() > 1 && word.size() < 7 && (word.back() == '.' || word.back() == ')') &&
         std::all_of(word.begin(), word.end() - 1, [](char c) {
           return (c >= '0' && c <= '9') || c == '.' || c == 'I' || c == 'V' || c == 'X' ||
                  (c >= 'a' && c <= 'q');
         });
}

std::size_t stray_signs(std::string_view first, std::string_view second) {
  const std::size_t signs = std::min(first.find_first_not_of(stray), first.size());
  return signs > 0 && opens_item(signs < first.size() ? first.substr(signs) : second) ? signs : 0;
}

}  // namespace vanthu
