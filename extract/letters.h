#pragma once
#include <array>
#include <string>
#include <string_view>

// Letters of NFC Vietnamese in UTF-8, without the locale.
namespace vanthu {

std::string lower(std::string_view text);
std::string upper(std::string_view text);
// First letter upper, the rest as it is.
std::string capitalized(std::string_view word);

// True where the first letter is a capital.
bool starts_upper(std::string_view word);
// True where the word has letters and all are capitals.
bool all_upper(std::string_view word);
bool starts_digit(std::string_view word);

// The form under which words are compared: lower case, one placement of the tone mark ("hoà" ->
// "hòa", "uỷ" -> "ủy", "Thuý" -> "thúy", but "quý"), every dash "-".
std::string folded(std::string_view word);

// What folding takes from a word.
struct Shape {
  bool upper = false;       // begins with a capital or a digit
  bool capitals = false;    // all_upper()
  std::size_t read = 0;     // bytes of the text
  std::size_t written = 0;  // bytes of the folded word
};
// A set of bytes.
using Bytes = std::array<bool, 256>;
// Writes folded(word) to `out`, where three bytes are free for each of the text's, and reads its
// shape at once. The word ends before the first of the bytes `end`.
Shape fold(std::string_view text, char* out, const Bytes& end = {});

// True where the word is built like a Vietnamese syllable: "quận", "hòa", not "TNHH", "VNPT".
bool syllable_like(std::string_view word);

// True where one letter put in, left out or changed makes one word the other.
bool one_letter_apart(std::string_view a, std::string_view b);

// At most `limit` bytes at the end of the text, from the start of a letter.
std::string_view tail(std::string_view text, std::size_t limit);

// Without white space at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace vanthu
