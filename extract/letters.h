#pragma once
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

// The same with what the word looked like, all read at once.
struct FoldedWord {
  std::string text;
  bool upper = false;     // begins with a capital or a digit
  bool capitals = false;  // all_upper()
};
FoldedWord fold(std::string_view word);

// True where the word is built like a Vietnamese syllable: "quận", "hòa", not "TNHH", "VNPT".
bool syllable_like(std::string_view word);

// True where one letter put in, left out or changed makes one word the other.
bool one_letter_apart(std::string_view a, std::string_view b);

// Without white space at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace vanthu
