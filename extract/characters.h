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

// Collects characters as UTF-8, some at a time.
class Utf8Writer {
 public:
  explicit Utf8Writer(std::string& out) : out_(out) {}
  ~Utf8Writer() { flush(); }
  Utf8Writer(const Utf8Writer&) = delete;
  Utf8Writer& operator=(const Utf8Writer&) = delete;

  void append(char32_t c) {
    if (used_ + 4 > buffer_.size()) flush();
    if (c < 0x80)
      buffer_[used_++] = static_cast<char>(c);
    else
      U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer_.data()), used_, c);
  }

  void flush() {
    out_.append(buffer_.data(), used_);
    used_ = 0;
  }

 private:
  std::string& out_;
  std::array<char, 64> buffer_;
  std::size_t used_ = 0;
};

}  // namespace vanthu
