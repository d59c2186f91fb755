#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/date.h"
#include "extract/match.h"
#include "schema/record.h"

// Times as people say and write them, invitations and messages among them: "thứ hai tuần sau",
// "8h30 sáng mai", "3 ngày tới", and all that the deadline grammar reads. Solar calendar only.
namespace vanthu {

// A time of day, in minutes since midnight.
struct Clock {
  int minutes = 0;
  friend bool operator==(const Clock&, const Clock&) = default;
};
std::string iso(Clock clock);  // HH:MM
std::optional<Clock> parse_clock(std::string_view text);

// What phrases are read against. Never the clock of the machine.
struct Now {
  Date day;
  std::optional<Clock> clock;  // for "2 giờ nữa", "bây giờ"
};

// A time that a phrase names: a deadline's days and, where it has them, the times of day at which
// they begin and end.
struct Moment {
  Deadline days;
  std::optional<Clock> start, end;
  std::optional<std::string> part_of_day;  // as said: sáng, trưa, chiều, tối, đêm
  bool wrong_weekday = false;              // "thứ Hai, ngày 14/5/2024": that day was a Tuesday
};

// Every time that `text` (NFC) names, in order, none overlapping. What is not stated is taken from
// `now`: the year, for a time of day the day; a weekday alone is the next one after it.
//   find_moments("Họp lúc 8h30 sáng thứ hai tuần sau", {{2024, 5, 14}})
//     -> {on 2024-05-20, start 08:30}
std::vector<Match<Moment>> find_moments(std::string_view text, const Now& now);

// True where `text` names a day of the lunar calendar ("rằm tháng bảy", "mùng 5 tháng 5 âm lịch",
// "Tết Nguyên đán"), which is not converted.
bool names_lunar_day(std::string_view text);

}  // namespace vanthu
