#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/match.h"

namespace vanthu {

// A calendar day of the Gregorian calendar.
struct Date {
  int year = 0, month = 0, day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

bool exists(Date date);
int days_in_month(int year, int month);
std::string iso(Date date);  // YYYY-MM-DD
std::optional<Date> parse_iso(std::string_view text);

// All dates with day, month and year in NFC text: "ngày 05 tháng 01 năm 2024", "05/01/2024",
// "5.1.2024", "ngày 22-11-2024". Days that do not exist are not found.
std::vector<Match<Date>> find_dates(std::string_view text);

}  // namespace vanthu
