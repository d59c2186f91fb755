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
  char32_t lower;   // u_tolower()
  char32_t folded;  // the same, and any dash a hyphen
  char32_t plain;   // in plain_form(): 0 of a combining mark, a blank of any white space
  std::uint8_t kinds;

  // Bits of `kinds`. `small` is a lower case letter that is its own lower().
  enum : std::uint8_t {
    upper = 1,
    lower_case = 2,
    small = 4,
    letter = 8,
    digit = 16,
    alnum = 32,
    space = 64,
    punctuation = 128
  };
  bool is(std::uint8_t kind) const { return (kinds & kind) != 0; }
};

Character computed_character(char32_t c);

class Characters {
 public:
  Characters();
  Character operator[](char32_t c) const { return holds(c) ? table_[c] : computed_character(c); }
  // One of its members, read alone.
  template <auto member>
  auto get(char32_t c) const {
    return holds(c) ? table_[c].*member : computed_character(c).*member;
  }

 private:
  bool holds(char32_t c) const { return c < table_.size(); }

  std::array<Character, 0x2100> table_;  // Latin, Greek, Cyrillic, marks and punctuation
};

inline const Characters& characters() {
  static const Characters all;
  return all;
}

// A character and the byte behind it.
struct Decoded {
  char32_t character;
  std::size_t end;
};
Decoded decoded_by_icu(std::string_view text, std::size_t at);

// The character at byte `at`, which moves behind it. Invalid bytes give U+FFFD.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto goes_on = [&](std::size_t i) { return (bytes[i] & 0xC0) == 0x80; };
  const std::size_t left = text.size() - at;
  const char32_t first = bytes[0];
  if (first < 0x80) {
    at += 1;
    return first;
  }
  if (first >= 0xC2 && first < 0xE0 && left > 1 && goes_on(1)) {
    at += 2;
    return (first & 0x1F) << 6 | (bytes[1] & 0x3Fu);
  }
  if (first > 0xE0 && first < 0xED && left > 2 && goes_on(1) && goes_on(2)) {
    at += 3;
    return (first & 0x0F) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
  }
  const Decoded decoded = decoded_by_icu(text, at);
  at = decoded.end;
  return decoded.character;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters that every folding leaves as they are: most of a text.
constexpr bool is_small_ascii(char c) { return c >= 'a' && c <= 'z'; }

// Writes a character as UTF-8, at most four bytes and three for each byte it was decoded from;
// returns their end.
inline char* write_utf8(char32_t c, char* out) {
  if (c < 0x80) {
    *out = static_cast<char>(c);
    return out + 1;
  }
  std::size_t size = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), size, c);
  return out + size;
}

}  // namespace vanthu
