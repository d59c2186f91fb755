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

// Digits to a number; 0 where they are none.
int to_int(std::string_view digits);
// The same; two digits are a year of this century.
int to_year(std::string_view digits);

const Grammar<Date, NoContext>& date_grammar();

}  // namespace vanthu
