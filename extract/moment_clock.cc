#include "extract/date_rules.h"
#include "extract/letters.h"
#include "extract/moment_rules.h"

// Times of day, and the parts of a day.
namespace vanthu {
namespace {

using Part = std::optional<MomentPart>;

constexpr int day_minutes = 24 * 60;

// The part of the day as the record says it; empty where there is none.
std::string day_part(std::string_view word) {
  const std::string name = lower(word);
  for (const std::string_view part : {"sáng", "trưa", "chiều", "tối", "đêm"})
    if (name.find(part) != name.npos) return std::string(part);
  return name == "khuya" ? "đêm" : "";
}

// The hour of 24: "3 giờ chiều" 15, "12 giờ đêm" 0, "1 giờ đêm" 1.
int hour_of(int hour, std::string_view word) {
  const std::string part = day_part(word), name = lower(word);
  if (hour > 12) return hour == 24 ? 0 : hour;
  if (name == "am" || name == "a.m." || part == "sáng") return hour % 12;
  if (name == "pm" || name == "p.m." || part == "chiều" || part == "tối") return hour % 12 + 12;
  if (part == "trưa") return hour < 10 ? hour + 12 : hour;
  if (part == "đêm") return hour == 12 ? 0 : hour >= 7 ? hour + 12 : hour;
  return hour;
}

// Groups: hour, minutes, "kém" minutes, part of the day.
Part time_of_day(const Groups& g, const Now&) {
  const int said = numeral_value(g[1]);
  const bool zero = g[1] == "0" || g[1] == "00";
  const int minutes = lower(g[2]) == "rưỡi" ? 30 : numeral_value(g[2]) - numeral_value(g[3]);
  if ((said == 0 && !zero) || said > 24 || minutes > 59) return std::nullopt;
  MomentPart part;
  part.start = Clock{(hour_of(said, g[4]) * 60 + minutes + day_minutes) % day_minutes};
  return part;
}

Part midnight(const Groups&, const Now&) {
  MomentPart part;
  part.start = Clock{0};
  return part;
}

Part part_of_day(const Groups& g, const Now&) {
  MomentPart part;
  part.part_of_day = day_part(g[1]);
  return part;
}

// "2018-05-08T10:30": groups year, month, day, hour, minute.
Part iso_time(const Groups& g, const Now&) {
  const Date date{to_int(g[1]), to_int(g[2]), to_int(g[3])};
  if (!exists(date)) return std::nullopt;
  MomentPart part;
  part.days = Period{date, date, true};
  part.start = Clock{to_int(g[4]) * 60 + to_int(g[5])};
  return part;
}

// "8h30 sáng mai", "tối qua": groups hour, minutes, part, day.
Part part_of_near_day(const Groups& g, const Now& now) {
  Part part = g[1].empty() ? MomentPart{} : time_of_day({g[0], g[1], g[2], {}, g[3]}, now);
  if (!part) return part;
  if (g[1].empty()) part->part_of_day = day_part(g[3]);
  const std::string day = lower(g[4]);
  const int days = day.ends_with("nay")   ? 0
                   : day.ends_with("mai") ? 1
                   : day.ends_with("qua") ? -1
                   : day == "hôm kia"     ? -2
                                          : 2;
  const Date date = plus_days(now.day, days);
  part->days = Period{date, date, true};
  return part;
}

// "2", "nửa", "2 ... rưỡi" of an hour; "5" minutes.
int away(std::string_view count, std::string_view unit) {
  const std::string name = lower(unit);
  if (lower(count) == "nửa") return 30;
  return name == "phút" ? numeral_value(count)
                        : numeral_value(count) * 60 + (name.ends_with("rưỡi") ? 30 : 0);
}

// "2 giờ nữa", "cách đây 30 phút": groups count, unit, which.
Part minutes_away(const Groups& g, const Now& now) {
  if (!now.clock) return MomentPart{};
  const std::string which = lower(g[3]);
  const bool before =
      which.starts_with("trước") || which == "qua" || lower(g[0]).starts_with("cách");
  const int minutes = away(g[1], g[2]);
  const int at = now.clock->minutes + (before ? -minutes : minutes);
  MomentPart part = moment_at(now.day, at);
  const Date date = part.days->start;
  if (which != "qua" && which != "tới") return part;
  // "24 giờ qua": all of them, up to now.
  part.days = before ? Period{date, now.day, true} : Period{now.day, date, true};
  part.end = before ? now.clock : part.start;
  if (!before) part.start = now.clock;
  return part;
}

const std::string hour = "([01]?[0-9]|2[0-4]|" + numeral + ")";
const std::string minute = "([0-9]{1,2}|" + tens + "|" + ones + " phút|rưỡi)";
const std::string spelled = hour + " (?:giờ|h|g)(?: đúng)?(?: " + minute + "(?: phút| ph|p|')?)?";
const std::string figures = "([01]?[0-9]|2[0-4]) [:h] ([0-5][0-9])(?::[0-5][0-9])?";
const std::string part =
    "(?:buổi |giữa |rạng )?(sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm khuya|đêm|khuya)";
const std::string half_day =
    "(?: (?:buổi )?(sáng|trưa|chiều|tối|đêm|khuya|am|pm|a\\.m\\.|p\\.m\\.))?";
const std::string near_day =
    "(nay|(?:ngày )?mai|(?:hôm )?qua|hôm kia|hôm nay|ngày kia|(?:ngày )?mốt)";
const std::string count =
    "(" + numeral + "|nửa) ((?:giờ|tiếng)(?: đồng hồ)? rưỡi|giờ|tiếng|phút)(?: đồng hồ)? ";

}  // namespace

MomentPart moment_at(Date day, int minutes) {
  const int days = (minutes - (minutes < 0 ? day_minutes - 1 : 0)) / day_minutes;
  const Date date = plus_days(day, days);
  MomentPart part;
  part.days = Period{date, date, true};
  part.start = Clock{minutes - days * day_minutes};
  return part;
}

Clock clock_in(std::string_view part_of_day, Clock said) {
  return {hour_of(said.minutes / 60, part_of_day) * 60 + said.minutes % 60};
}

MomentRules clock_rules() {
  return {
      {"time of day", "14 giờ 00; 8h30 sáng; chín giờ rưỡi tối", spelled + "()" + half_day,
       time_of_day},
      {"half past", "5 rưỡi chiều", hour + " (rưỡi)() (?:buổi )?(sáng|trưa|chiều|tối|đêm|khuya)",
       time_of_day},
      {"half past, near day", "5 rưỡi chiều mai", hour + " (rưỡi) " + part + " " + near_day,
       part_of_near_day},
      {"time of day in figures", "14:00; 3:15 chiều", figures + "()" + half_day, time_of_day},
      {"time before the hour", "10 giờ kém 15 phút",
       hour + " (?:giờ|h)() kém (" + numeral + ") (?:phút|')?" + half_day, time_of_day},
      {"hour with am or pm", "3pm", hour + "()() (am|pm|a\\.m\\.|p\\.m\\.)", time_of_day},
      {"day and time as in ISO 8601", "2018-05-08T10:30:00",
       "(" + year + ")-(0[1-9]|1[0-2])-(" + day +
           ")T([01][0-9]|2[0-3]):([0-5][0-9])"
           "(?::[0-5][0-9](?:\\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?",
       iso_time},
      {"midnight", "nửa đêm", "(?:lúc )?nửa đêm", midnight},
      {"part of a day", "buổi sáng; chiều", part, part_of_day},
      {"part of a near day", "tối nay; 8h30 sáng mai; chiều qua",
       "(?:" + spelled + ")? " + part + " " + near_day, part_of_near_day},
      {"hours or minutes away", "2 giờ nữa; 30 phút trước",
       "(?:sau |trong )?" + count + "(nữa|sau|tới|trước đây|trước|qua)", minutes_away},
      {"after hours or minutes", "sau 2 giờ", "sau " + count + "()", minutes_away},
      {"hours or minutes ago", "cách đây 30 phút", "cách đây " + count + "()", minutes_away},
  };
}

}  // namespace vanthu
