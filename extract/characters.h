#pragma once
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// What the grammars ask of a character, by a table where the letters of our texts are. ICU is asked
// once for each; the texts are walked too often to ask it again.
namespace vanthu {

struct Character {
  char32_t lower;  // u_tolower()
  char32_t plain;  // in plain_form(): 0 of a combining mark, a blank of any white space
  bool is_upper, is_lower, is_alpha, is_digit, is_alnum, is_space, is_punctuation;
};

Character computed_character(char32_t c);

class Characters {
 public:
  Characters();
  Character operator[](char32_t c) const {
    return c < table_.size() ? table_[c] : computed_character(c);
  }

 private:
  std::array<Character, 0x2100> table_;  // Latin, Greek, Cyrillic, marks and punctuation
};

inline const Characters& characters() {
  static const Characters all;
  return all;
}

// The character at byte `at`, which moves behind it. Invalid bytes give U+FFFD.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (bytes[at] < 0x80) return bytes[at++];
  auto next = static_cast<std::int32_t>(at);
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int32_t>(text.size()), c);
  at = static_cast<std::size_t>(next);
  return static_cast<char32_t>(c);
}

inline void append_character(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  std::array<char, 4> bytes;
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(bytes.data()), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace vanthu
