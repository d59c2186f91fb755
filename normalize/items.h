#pragma once
#include <cstddef>
#include <string_view>

namespace vanthu {

// True for the number, letter or dash with which an item of a list begins: "1.1.", "a)", "-".
bool opens_item(std::string_view word);

// Bytes of stray signs at the begin of a line's first word, where an item's number or dash follows
// them in it or in the second word: 1 for ("~1.1.", "Về") and ("_", "2."), 0 for ("_", "Về").
std::size_t stray_signs(std::string_view first, std::string_view second);

}  // namespace vanthu
