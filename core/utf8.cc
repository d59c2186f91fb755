#include "core/utf8.h"

#include <unicode/utf8.h>

#include <array>

namespace vanthu {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const int64_t length = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT(bytes, i, length, c);
    out += c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
  }
  return out;
}

std::string utf8(std::u32string_view points) {
  std::string out;
  out.reserve(points.size() + points.size() / 2);
  for (char32_t c : points) append_utf8(out, c);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  std::array<char, 4> bytes;
  int length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace vanthu
