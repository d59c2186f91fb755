#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/date.h"
#include "extract/match.h"
#include "extract/rule.h"

namespace vanthu {

// How sure the words are that they name a time.
enum class PeriodForm {
  spelled,   // "ngày 15/6", "tháng 6", "quý II", "năm 2024"
  bare_day,  // "15/6": after "trước" and the like
  bare  // "12/2027", "2024", "6-9/2024": in a time column, or as an end of "từ ... đến ..."
};

// Days from start to end, both included, that a phrase names.
struct Period {
  Date start, end;
  bool year_stated = false;
  PeriodForm form = PeriodForm::spelled;
  bool at_end = false;  // "cuối năm 2025": means its last day
  bool range = false;   // "từ ... đến ...", "tháng 6-9"
  bool part = false;    // "đầu tháng 6", "giữa năm"

  bool one_day() const { return start == end; }
  bool whole_years() const {
    return start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31;
  }
};

// Every period in NFC text, in order, none overlapping; a year that is not stated is `year`.
//   "từ tháng 3 đến tháng 5 năm 2024", "quý II/2026", "6 tháng đầu năm", "cuối năm 2025"
std::vector<Match<Period>> find_periods(std::string_view text, int year);

// The period that the whole of `text` names.
std::optional<Period> read_period(std::string_view text, int year);

// The rules of find_periods, for tests and for `explain`. Their context is the year.
const Grammar<Period, int>& period_grammar();

Date last_day(int year, int month);
int weekday_of(Date date);  // 0 Monday to 6 Sunday
// The day `days`, `months` later (earlier where negative); a day that the month has not is its
// last.
Date plus_days(Date date, int days);
Date plus_months(Date date, int months);

}  // namespace vanthu
