#pragma once
#include <string>
#include <string_view>

#include "extract/date.h"
#include "extract/rule.h"

// The pieces that date and deadline patterns are made of. None has a group of its own.
namespace vanthu {

struct NoContext {};

inline const std::string day = "(?:[12][0-9]|3[01]|0?[1-9])";
inline const std::string month = "(?:1[0-2]|0?[1-9])";
inline const std::string year = "(?:19|20)[0-9]{2}";
inline const std::string short_year = "[0-9]{2}";

// Whole numbers in figures (up to three) or in words up to 99: "05", "mười lăm", "hai mươi mốt".
inline const std::string ones = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)";
inline const std::string tens =
    "(?:(?:" + ones + " mươi|mười)(?: (?:" + ones + "|mốt|tư|lăm|nhăm))?)";
inline const std::string numeral = "(?:[0-9]{1,3}|" + tens + "|" + ones + ")";
// What that reads: "hai mươi mốt" -> 21, "05" -> 5; 0 where `text` is no numeral.
int numeral_value(std::string_view text);

// Digits to a number; 0 where they are none.
int to_int(std::string_view digits);
// The same; two digits are a year of this century, or of the last where that is more than thirty
// years after `near`: "31/10/74".
int to_year(std::string_view digits, int near = 2099);

const Grammar<Date, NoContext>& date_grammar();

}  // namespace vanthu
