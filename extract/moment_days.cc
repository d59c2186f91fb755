#include <array>
#include <utility>

#include "extract/date_rules.h"
#include "extract/letters.h"
#include "extract/moment_rules.h"

// Days told from the reference day: by a number of days, weeks, months, quarters or years, or by
// the names that these have.
namespace vanthu {
namespace {

using Part = std::optional<MomentPart>;

Part part_of(std::optional<Period> days) {
  if (!days) return std::nullopt;
  MomentPart part;
  part.days = days;
  return part;
}

Period one_day(Date date) { return {date, date, true}; }
Part day_after(const Now& now, int days) { return part_of(one_day(plus_days(now.day, days))); }

enum class Cycle { day, week, month, quarter, year };

Cycle cycle_of(std::string_view word) {
  const std::string name = lower(word);
  if (name.starts_with("tuần")) return Cycle::week;
  if (name.starts_with("tháng")) return Cycle::month;
  if (name.starts_with("q")) return Cycle::quarter;
  return name.starts_with("năm") ? Cycle::year : Cycle::day;
}

Date later(Date date, Cycle cycle, int n) {
  switch (cycle) {
    case Cycle::day:
      return plus_days(date, n);
    case Cycle::week:
      return plus_days(date, 7 * n);
    case Cycle::month:
      return plus_months(date, n);
    case Cycle::quarter:
      return plus_months(date, 3 * n);
    case Cycle::year:
      break;
  }
  return plus_months(date, 12 * n);
}

// The whole day, week, month, quarter or year that holds `date`.
Period cycle_around(Date date, Cycle cycle) {
  const int first = (date.month - 1) / 3 * 3 + 1;
  switch (cycle) {
    case Cycle::day:
      return one_day(date);
    case Cycle::week:
      return week_of(date);
    case Cycle::month:
      return {{date.year, date.month, 1}, last_day(date.year, date.month), true};
    case Cycle::quarter:
      return {{date.year, first, 1}, last_day(date.year, first + 2), true};
    case Cycle::year:
      break;
  }
  return {{date.year, 1, 1}, {date.year, 12, 31}, true};
}

// How many cycles away: "tuần sau" 1, "năm kia" -2.
int step_of(std::string_view words) {
  static constexpr std::array<std::string_view, 7> before = {"trước", "qua",     "rồi",    "ngoái",
                                                             "vừa",   "vừa qua", "vừa rồi"};
  static constexpr std::array<std::string_view, 4> now = {"này", "nay", "hiện", "hiện tại"};
  const std::string name = lower(trimmed(words));
  if (name.empty() || std::find(now.begin(), now.end(), name) != now.end()) return 0;
  if (name == "kia") return -2;
  for (const std::string_view word : before)
    if (name.ends_with(word)) return -1;
  return 1;
}

Period stepped(Date date, Cycle cycle, std::string_view step) {
  return cycle_around(later(date, cycle, step_of(step)), cycle);
}

Part today(const Groups&, const Now& now) { return day_after(now, 0); }

Part this_moment(const Groups&, const Now& now) {
  Part part = day_after(now, 0);
  part->start = now.clock;
  return part;
}

// "hôm qua", "ngày kia": group 1 the word.
Part near_day(const Groups& g, const Now& now) {
  static constexpr std::array<std::pair<std::string_view, int>, 8> words = {{{"hôm kìa", -3},
                                                                             {"hôm kia", -2},
                                                                             {"hôm qua", -1},
                                                                             {"mai", 1},
                                                                             {"kia", 2},
                                                                             {"mốt", 2},
                                                                             {"kìa", 3},
                                                                             {"hôm sau", 1}}};
  const std::string name = lower(g[1]);
  for (const auto& [word, days] : words)
    if (name.ends_with(word)) return day_after(now, days);
  return std::nullopt;
}

// Group 1 the cycle, group 2 which.
Part named_cycle(const Groups& g, const Now& now) {
  return part_of(stepped(now.day, cycle_of(g[1]), g[2]));
}
// Group 3 what makes it another than this one: "trong quý III".
Part this_cycle(const Groups& g, const Now& now) {
  return g[3].empty() ? named_cycle(g, now) : std::nullopt;
}
Part next_cycle(const Groups& g, const Now& now) {
  return part_of(stepped(now.day, cycle_of(g[1]), "sau"));
}

// "3 ngày tới": whole cycles, without the present one. Groups: count, cycle, which.
Part cycles(const Groups& g, const Now& now) {
  const int n = numeral_value(g[1]);
  if (n < 1) return std::nullopt;
  const Cycle cycle = cycle_of(g[2]);
  const int step = step_of(g[3]);
  const Period near = cycle_around(later(now.day, cycle, step), cycle);
  const Period far = cycle_around(later(now.day, cycle, step * n), cycle);
  Period all = step > 0 ? near : far;
  all.end = step > 0 ? far.end : near.end;
  return part_of(all);
}

// "3 ngày nữa", "2 tuần trước": that day. Groups: count, cycle, which.
Part days_away(const Groups& g, const Now& now) {
  const int n = numeral_value(g[1]);
  if (n < 1) return std::nullopt;
  const int sign = lower(g[3]).ends_with("trước") || lower(g[3]).ends_with("qua") ? -1 : 1;
  return part_of(one_day(later(now.day, cycle_of(g[2]), sign * n)));
}
Part days_ago(const Groups& g, const Now& now) {
  return days_away({g[0], g[1], g[2], "trước"}, now);
}
Part days_ahead(const Groups& g, const Now& now) {
  return days_away({g[0], g[1], g[2], "nữa"}, now);
}

// The beginning, middle or end of a cycle; a week's are two, three and two days.
Part third_of_cycle(const Groups& g, const Now& now) {
  const Cycle cycle = cycle_of(g[2]);
  const Period whole = stepped(now.day, cycle, g[3]);
  const std::string which = lower(g[1]);
  if (cycle == Cycle::week) {
    const int from = which == "đầu" ? 0 : which == "giữa" ? 2 : 5;
    const int days = which == "giữa" ? 3 : 2;
    return part_of(
        Period{plus_days(whole.start, from), plus_days(whole.start, from + days - 1), true});
  }
  const std::string month =
      std::to_string(whole.start.month) + "/" + std::to_string(whole.start.year);
  const std::string year = std::to_string(whole.start.year);
  const std::string quarter = std::to_string((whole.start.month + 2) / 3) + "/" + year;
  const std::string phrase = which + (cycle == Cycle::month     ? " tháng " + month
                                      : cycle == Cycle::quarter ? " quý " + quarter
                                                                : " năm " + year);
  return part_of(read_period(phrase, now.day.year));
}

// "6 tháng đầu năm sau": the phrase without the step of its year. Groups: phrase, step.
Part months_of_near_year(const Groups& g, const Now& now) {
  return part_of(read_period(g[1], now.day.year + step_of(g[2])));
}

// Weeks of a month are those whose Monday is in it. Groups: which, a month.
Part week_of_month(const Groups& g, const Now& now) {
  const auto month = read_period(g[2], now.day.year);
  if (!month) return std::nullopt;
  const std::string which = lower(g[1]);
  Date monday = plus_days(month->start, (7 - weekday_of(month->start)) % 7);
  if (which.starts_with("cuối"))
    monday = plus_days(month->end, -weekday_of(month->end));
  else if (!which.starts_with("đầu"))
    monday = plus_days(monday, 7 * (numeral_value(which.substr(which.rfind(' ') + 1)) - 1));
  return monday <= month->end ? part_of(week_of(monday)) : std::nullopt;
}

// The first or last day of a cycle. Groups: which, cycle, step; or which, a period.
bool is_first(std::string_view which) { return lower(which).starts_with("đầu"); }
Part edge_of_cycle(const Groups& g, const Now& now) {
  const Period whole = stepped(now.day, cycle_of(g[2]), g[3]);
  return part_of(one_day(is_first(g[1]) ? whole.start : whole.end));
}
Part edge_of_period(const Groups& g, const Now& now) {
  const auto whole = read_period(g[2], now.day.year);
  if (!whole) return std::nullopt;
  return part_of(one_day(is_first(g[1]) ? whole->start : whole->end));
}

int year_value(std::string_view stated, std::string_view step, const Now& now) {
  return stated.empty() ? now.day.year + step_of(step) : to_year(stated);
}
// Groups: day, month in figures or words, year, step of the year.
Part day_of_month(const Groups& g, const Now& now) {
  const Date date{year_value(g[3], g[4], now), month_value(g[2]), numeral_value(g[1])};
  if (!exists(date)) return MomentPart{};  // and no other reading of "ngày 30 tháng 2"
  Period day = one_day(date);
  day.year_stated = !g[3].empty() || !g[4].empty();
  return part_of(day);
}
// Groups: day, step of the month.
Part day_of_near_month(const Groups& g, const Now& now) {
  const Period month = stepped(now.day, Cycle::month, g[2]);
  const Date date{month.start.year, month.start.month, numeral_value(g[1])};
  return exists(date) ? part_of(one_day(date)) : std::nullopt;
}
// Groups: month, year, step of the year.
Part month_of_year(const Groups& g, const Now& now) {
  const Date first{year_value(g[2], g[3], now), month_value(g[1]), 1};
  if (!exists(first)) return std::nullopt;
  Period month = cycle_around(first, Cycle::month);
  month.year_stated = !g[2].empty() || !g[3].empty();
  return part_of(month);
}
// The next month of that name, the last one. Groups: month, step.
Part near_month(const Groups& g, const Now& now) {
  Date first{now.day.year, month_value(g[1]), 1};
  if (!exists(first)) return std::nullopt;
  const int step = step_of(g[2]);
  if (step > 0 && first.month <= now.day.month) ++first.year;
  if (step < 0 && first.month >= now.day.month) --first.year;
  return part_of(cycle_around(first, Cycle::month));
}
// Groups: which day, month in figures or words, year, step of the year.
Part edge_of_month(const Groups& g, const Now& now) {
  const Part month = month_of_year({g[0], g[2], g[3], g[4]}, now);
  if (!month) return month;
  Period day = one_day(is_first(g[1]) ? month->days->start : month->days->end);
  day.year_stated = month->days->year_stated;
  return part_of(day);
}
// Groups: quarter in words, year, step of the year.
Part quarter_of_year(const Groups& g, const Now& now) {
  const std::string word = lower(g[1]);
  const int n = word == "nhất" || word == "đầu" ? 1 : word == "cuối" ? 4 : numeral_value(word);
  const Date first{year_value(g[2], g[3], now), 3 * n - 2, 1};
  return exists(first) ? part_of(cycle_around(first, Cycle::quarter)) : std::nullopt;
}

// "thập niên 90", "những năm 1980": the decade of a stated year, that of two digits the latest one
// before the reference day. Group 1 the year.
Part decade(const Groups& g, const Now& now) {
  const int first = to_year(g[1], now.day.year - 30) / 10 * 10;
  return part_of(Period{{first, 1, 1}, {first + 9, 12, 31}, true});
}
Part century(const Groups& g, const Now&) {
  static constexpr std::array<std::string_view, 3> roman = {"XIX", "XX", "XXI"};
  int n = to_int(g[1]);
  for (std::size_t i = 0; i < roman.size(); ++i)
    if (g[1] == roman[i]) n = 19 + static_cast<int>(i);
  if (n < 1 || n > 40) return std::nullopt;
  return part_of(Period{{100 * n - 99, 1, 1}, {100 * n, 12, 31}, true});
}

// Seasons as calendars of the country have them: spring from February, summer from May, autumn from
// August, winter from November to January. Groups: season, year, step of the year, step.
Part season(const Groups& g, const Now& now) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> first = {
      {{"xuân", 2}, {"hè", 5}, {"hạ", 5}, {"thu", 8}, {"đông", 11}}};
  Date start{year_value(g[2], g[3], now), 0, 1};
  for (const auto& [name, month] : first)
    if (lower(g[1]) == name) start.month = month;
  const int which = step_of(g[4]);
  if (which > 0 && start <= now.day) ++start.year;
  if (which < 0 && plus_months(start, 3) > now.day) --start.year;
  const Date last = plus_months(start, 2);
  return part_of(Period{start, last_day(last.year, last.month), true});
}

// The pieces of the patterns below.
const std::string count = "(" + numeral + "|vài|mấy)";
const std::string next_words = "(?:sắp tới|tới|sau|kế tiếp|tiếp theo|kế|tiếp)";
const std::string last_words = "(?:trước|vừa qua|vừa rồi|qua|rồi|vừa)";
const std::string this_words = "(?:này|nay|hiện tại|hiện nay)";
const std::string step = "(" + next_words + "|" + last_words + "|" + this_words + "|ngoái|kia)";
const std::string cycle = "(ngày|hôm|tuần lễ|tuần|tháng|quý|năm)";
const std::string of_year = "(?: (?:,|của|/)? (?:năm )?(" + year + ")| (?:của )?năm " + step + ")?";

}  // namespace

Period week_of(Date day) {
  const Date monday = plus_days(day, -weekday_of(day));
  return {monday, plus_days(monday, 6), true};
}

int month_value(std::string_view word) {
  const std::string name = lower(trimmed(word));
  if (name == "giêng") return 1;
  if (name == "chạp") return 12;
  return numeral_value(name);
}

MomentRules day_moment_rules() {
  return {
      {"today", "hôm nay; trong ngày", "(?:ngày )?(?:hôm nay|bữa nay)|trong ngày", today},
      {"now", "bây giờ; hiện nay",
       "(?:ngay )?(?:bây giờ|lúc này|hiện nay|hiện giờ|hiện tại)|từ nay|nay", this_moment},
      {"day near today", "ngày mai; hôm qua; ngày kia",
       "(?:(?:trong|cả) )?((?:ngày )?hôm (?:qua|kia|kìa)|(?:ngày )?(?:mai|mốt)|ngày "
       "(?:kia|kìa)|ngày hôm sau)",
       near_day},
      {"this, next or last", "tuần sau; tháng trước; năm ngoái; quý này",
       "(tuần lễ|tuần|tháng|quý|năm) " + step, named_cycle},
      {"this, without its word", "trong tuần; trong năm",
       "trong (tuần|tháng|quý|năm)()(?: ([0-9IVXH]+|" + ones + "))?", this_cycle},
      {"next, said before", "sang năm; sang tuần", "(?:sang|qua) (tuần|tháng|quý|năm)", next_cycle},
      {"several, next or past", "3 ngày tới; hai tuần vừa qua",
       "(?:trong )?(?:vòng )?" + count + " " + cycle +
           " (sắp tới|tới|kế tiếp|tiếp theo|vừa qua|vừa rồi|qua)",
       cycles},
      {"days away", "3 ngày nữa; 2 tuần trước; mười ngày sau",
       count + " " + cycle + " (nữa|sau|sau đó|về sau|trước đây|trước đó|trước)", days_away},
      {"days ago", "cách đây 3 ngày", "cách (?:đây|nay) " + count + " " + cycle, days_ago},
      {"after some days", "sau 3 ngày; 5 ngày kể từ hôm nay",
       "(?:sau " + count + " " + cycle + "(?: nữa)?)", days_ahead},
      {"counted from today", "5 ngày kể từ hôm nay",
       count + " " + cycle + " (?:kể |tính )?từ (?:hôm nay|nay|bây giờ|ngày hôm nay)", days_ahead},
      {"part of a week, month, quarter or year", "cuối tuần; đầu tháng sau; giữa năm nay",
       "(đầu|giữa|cuối) (tuần|tháng|quý|năm)(?: " + step + ")?", third_of_cycle},
      {"part of a near year", "6 tháng đầu năm sau; nửa cuối năm ngoái",
       "((?:" + numeral + " tháng|nửa) (?:đầu|cuối) năm) " + step, months_of_near_year},
      {"week of a month", "tuần đầu tiên của tháng 10; tuần 2 tháng 6",
       "tuần (đầu(?: tiên)?|cuối(?: cùng)?|(?:thứ )?(?:[1-5]|nhất|hai|ba|tư|năm)) (?:của |trong "
       ")?(tháng " +
           month + "(?: (?:/|năm) " + year + ")?)",
       week_of_month},
      {"edge of a week, month, quarter or year", "ngày cuối cùng của tháng này; ngày đầu năm",
       "ngày (đầu(?: tiên)?|cuối(?: cùng)?) (?:của )?(tuần|tháng|quý|năm)(?: " + step + ")?",
       edge_of_cycle},
      {"edge of a named period", "ngày cuối cùng của tháng 10",
       "ngày (đầu(?: tiên)?|cuối(?: cùng)?) (?:của )?((?:tháng|quý|năm) [0-9IV]+(?: (?:/|năm) " +
           year + ")?)",
       edge_of_period},
      {"edge of a month in words", "ngày đầu tiên của tháng ba; ngày cuối tháng hai năm sau",
       "ngày (đầu(?: tiên)?|cuối(?: cùng)?) (?:của )?tháng " + month_word + of_year, edge_of_month},
      {"day and month in words", "mùng 2 tháng 9; ngày mười tám tháng hai năm 2024",
       "(?:ngày )?(?:mùng|mồng|ngày)? (" + numeral + ") (?:tháng|thg\\.?) " + month_word + of_year,
       day_of_month},
      {"day and month of a near year", "20/11 năm ngoái",
       "(?:ngày )?(" + day + ") [/-] (" + month + ")()(?: (?:của )?năm " + step + ")",
       day_of_month},
      {"day of this or a near month", "ngày 20 tháng sau; ngày 15; mùng 5",
       "(?:ngày (?:mùng |mồng )?|mùng |mồng )(" + numeral + ")(?: (?:của )?tháng " + step + ")?",
       day_of_near_month},
      {"month in words", "tháng ba; thg 5 2024", "(?:tháng|thg\\.?) " + month_word + of_year,
       month_of_year},
      {"month, next or last", "tháng 3 tới; tháng ba vừa rồi",
       "tháng " + month_word + " (" + next_words + "|" + last_words + ")", near_month},
      {"quarter in words", "quý ba; quý cuối năm 2024",
       "quý (một|nhất|đầu|hai|ba|tư|bốn|cuối)(?: cùng)?" + of_year, quarter_of_year},
      {"decade", "thập niên 90; những năm 1980",
       "(?:(?:thập niên|thập kỷ|thập kỉ) |những năm )(?:năm )?((?:(?:19|20)[0-9]|[0-9])0)", decade},
      {"century", "thế kỷ 21; thế kỷ XX", "thế k[ỷỉ] ([0-9]{1,2}|XIX|XXI|XX)", century},
      {"season", "mùa hè năm 2025; mùa đông năm ngoái; mùa thu tới",
       "mùa (xuân|hè|hạ|thu|đông)" + of_year + "(?: (" + next_words + "|" + last_words + "|" +
           this_words + "))?",
       season},
      {"quarter of a near year", "quý 3 năm sau", "quý ([1-4])()(?: (?:của )?năm " + step + ")",
       quarter_of_year},
  };
}

}  // namespace vanthu
