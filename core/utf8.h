#pragma once
#include <string>
#include <string_view>

namespace vanthu {

// Code points of UTF-8 and back. Invalid bytes give U+FFFD.
std::u32string code_points(std::string_view utf8);
std::string utf8(std::u32string_view points);
void append_utf8(std::string& out, char32_t point);

}  // namespace vanthu
