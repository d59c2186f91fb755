#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

// Numbers among the letters of garbled text. A number that signs or spaces part from letters is no
// matter here: it is a piece of its own (pieces()) and stays.

// The number that a word with misread digits was: "l4" -> "14"; empty where it has no digit or
// other letters.
std::string as_number(std::u32string_view word);

// The year that a word with misread last digits begins with: "202]," -> "2021"; empty where they are
// right or other signs than digits look.
std::string misread_year(std::string_view word);

// The Roman numeral that a word was, one of whose letters is right: "I1" -> "II", "VH" -> "VII"; else
// empty.
std::string as_roman(std::u32string_view word);

// True where all digits of a word may be misread letters, one or two at a place: "s6" (số), "16i"
// (lỗi). Three and more are a number beside letters.
bool digits_may_be_letters(std::u32string_view word);

// True for digits only.
bool is_digits(std::u32string_view word);

// A word that a number begins or ends without a space between: "14phuong", "hanh1".
struct GluedNumber {
  std::u32string number, word;
  bool leads = false;
};
std::optional<GluedNumber> glued_number(std::u32string_view word);

// The value of a Roman numeral of I, V and X, 1..39; 0 for what is none.
int roman_value(std::string_view numeral);
// The numeral of 1..39.
std::string roman(int value);

}  // namespace vanthu
