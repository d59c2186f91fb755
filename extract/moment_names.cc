#include <array>
#include <utility>

#include "extract/date_rules.h"
#include "extract/letters.h"
#include "extract/moment_rules.h"
#include "extract/vocabulary.h"

// Days that have names: of the week, and the holidays of the solar year.
namespace vanthu {
namespace {

using Part = std::optional<MomentPart>;

Part on_day(Date date) {
  MomentPart part;
  part.days = Period{date, date, true};
  return part;
}

// 0 Monday to 6 Sunday; -1 where `word` names no day.
int weekday_value(std::string_view word) {
  const std::string name = lower(word);
  if (name.ends_with("nhật") || name == "cn") return 6;
  if (name.ends_with("tư")) return 2;
  if (const char last = name.back(); last >= '2' && last <= '7') return last - '2';
  const std::size_t blank = name.rfind(' ');
  return numeral_value(blank == name.npos ? name : name.substr(blank + 1)) - 2;
}

Part bare_weekday(const Groups& g, const Now&) {
  MomentPart part;
  part.weekday = weekday_value(g[1]);
  return part;
}

// "thứ ba tới": the next one; "thứ ba vừa rồi": the last one. Groups: day, which.
Part near_weekday(const Groups& g, const Now& now) {
  const std::string which = lower(g[2]);
  const int ahead = (weekday_value(g[1]) - weekday_of(now.day) + 7) % 7;
  if (which == "này") return on_day(plus_days(now.day, ahead));
  if (which.ends_with("tới") || which.ends_with("sau") || which.ends_with("tiếp") ||
      which.ends_with("theo"))
    return on_day(plus_days(now.day, ahead == 0 ? 7 : ahead));
  return on_day(plus_days(now.day, ahead - 7));
}

// Groups: day, which week.
Part weekday_of_week(const Groups& g, const Now& now) {
  const std::string which = lower(g[2]);
  const bool next = which.ends_with("tới") || which.ends_with("sau") || which.starts_with("kế");
  const int weeks = which == "này" ? 0 : next ? 1 : -1;
  return on_day(plus_days(week_of(now.day).start, 7 * weeks + weekday_value(g[1])));
}

// Groups: day, which of the month, month in figures or words, year.
Part weekday_of_month(const Groups& g, const Now& now) {
  const Date first{g[4].empty() ? now.day.year : to_int(g[4]), month_value(g[3]), 1};
  if (!exists(first)) return std::nullopt;
  const Date last = last_day(first.year, first.month);
  const std::string which = lower(g[2]);
  const int day = weekday_value(g[1]);
  if (which.starts_with("cuối"))
    return on_day(plus_days(last, -((weekday_of(last) - day + 7) % 7)));
  const int ahead = (day - weekday_of(first) + 7) % 7;
  const int n = which.starts_with("đầu")
                    ? 1
                    : numeral_value(trimmed(std::string_view(which).substr(which.find(' '))));
  const Date found = plus_days(first, ahead + 7 * (n - 1));
  return found <= last ? on_day(found) : std::nullopt;
}

// Groups: name, year.
Part holiday(const Groups& g, const Now& now) {
  for (const auto& row : vocabulary("holidays.tsv"))
    if (folded(row[0]) == folded(g[1]))
      return on_day({g[2].empty() ? now.day.year : to_int(g[2]), to_int(row[2]), to_int(row[1])});
  return std::nullopt;
}

std::string holiday_names() {
  std::string names;
  for (const auto& row : vocabulary("holidays.tsv"))
    names += (names.empty() ? "" : "|") + std::string(row[0]);
  return names;
}

const std::string weekday =
    "((?:ngày )?thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t[2-7]|(?:ngày )?(?:chủ|chúa) nhật|cn)";

}  // namespace

MomentRules named_moment_rules() {
  return {
      {"weekday", "thứ Sáu; chủ nhật", weekday, bare_weekday},
      {"weekday, next or last", "thứ ba tới; chủ nhật vừa rồi",
       weekday + " (này|sắp tới|tới|sau|kế tiếp|tiếp theo|vừa rồi|vừa qua|rồi|trước)",
       near_weekday},
      {"weekday, last", "hôm thứ hai", "hôm " + weekday + "()", near_weekday},
      {"weekday of a week", "thứ hai tuần sau; chủ nhật của tuần này",
       weekday +
           " (?:của |trong )?tuần (này|sắp tới|tới|sau|kế tiếp|trước|vừa rồi|vừa qua|rồi|qua)",
       weekday_of_week},
      {"weekday of a month", "thứ hai đầu tiên của tháng 10; thứ sáu cuối cùng của tháng ba",
       weekday + " (đầu(?: tiên)?|cuối(?: cùng)?|thứ " + numeral + ") (?:của |trong )?tháng " +
           month_word + "(?: (?:/|năm) (" + year + "))?",
       weekday_of_month},
      {"holiday", "ngày Nhà giáo Việt Nam; lễ Quốc khánh năm 2025",
       "(" + holiday_names() + ")(?: (?:năm )?(" + year + "))?", holiday},
  };
}

}  // namespace vanthu
