#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/date_rules.h"
#include "extract/moment.h"
#include "extract/period.h"
#include "extract/rule.h"

// The rule tables of moments. Internal to moment*.cc, for tests and for `explain`.
namespace vanthu {

// What one rule reads: days, a time of day, a weekday, or several of them. Neighbours are joined.
struct MomentPart {
  std::optional<Period> days;
  std::optional<int> weekday;  // 0 Monday; of a week still to be told
  std::optional<Clock> start, end;
  std::optional<std::string> part_of_day;
  bool wrong_weekday = false;
};

using MomentRules = std::vector<Rule<MomentPart, Now>>;

MomentRules day_moment_rules();    // hôm nay, tuần sau, 3 ngày tới, mùng 2 tháng 9
MomentRules named_moment_rules();  // weekdays and holidays
MomentRules amount_rules();        // 1 năm 2 tháng trước, nửa năm nữa
MomentRules clock_rules();         // 8h30 sáng, 14 giờ 00, tối nay

const Grammar<MomentPart, Now>& moment_grammar();

// A month in figures or words, and which it is: "10", "ba", "giêng".
inline const std::string month_word = "(" + numeral + "|tư|giêng|chạp)";
int month_value(std::string_view word);

// The time of day that "8 giờ" is in a part of the day: 20:00 of "tối".
Clock clock_in(std::string_view part_of_day, Clock said);

// The day and time so many minutes from the midnight that `day` begins with.
MomentPart moment_at(Date day, int minutes);

// Monday to Sunday of the week that holds `day`.
Period week_of(Date day);

}  // namespace vanthu
