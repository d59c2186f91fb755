#include "extract/period.h"

#include <array>
#include <chrono>
#include <iterator>

#include "extract/date_rules.h"
#include "extract/letters.h"

namespace vanthu {
namespace {

std::chrono::sys_days as_days(Date date) {
  return std::chrono::year_month_day{std::chrono::year{date.year},
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day))};
}

std::optional<Period> days(Date start, Date end, bool stated, PeriodForm form) {
  if (!exists(start) || !exists(end) || end < start) return std::nullopt;
  return Period{start, end, stated, form};
}

std::optional<Period> months(int from, int to, int year, bool stated,
                             PeriodForm form = PeriodForm::spelled) {
  if (from < 1 || from > 12 || to < 1 || to > 12) return std::nullopt;
  return days({year, from, 1}, last_day(year, to), stated, form);
}

int year_or(std::string_view stated, int year) {
  return stated.empty() ? year : to_year(stated, year > 0 ? year : 2099);
}

// Roman by the shapes of its strokes: "HI" is III, "lI" and "11" are II.
int quarter_of(std::string_view word) {
  static constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
  if (const int figure = to_int(word); figure >= 1 && figure <= 4) return figure;
  std::string name;
  for (const char c : word) name += c == 'H' || c == 'h' ? "II" : c == 'V' || c == 'v' ? "V" : "I";
  for (int i = 0; i < 4; ++i)
    if (name == roman[i]) return i + 1;
  return 0;
}

// Marks what is written as a range, not as a list: "tháng 6-9", not "tháng 6, 9".
std::optional<Period> ranged(std::string_view text, std::optional<Period> period) {
  static const RE2 mark("(?i)[-–—]|đến|tới");
  if (period) period->range = RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), mark);
  return period;
}

// Groups of the makers: as the patterns beside them have them; a year comes last.
std::optional<Period> one_day(const Groups& g, const int& year, PeriodForm form) {
  const std::string_view stated = g.size() > 3 ? g[3] : std::string_view();
  const Date date{year_or(stated, year), to_int(g[2]), to_int(g[1])};
  return days(date, date, !stated.empty(), form);
}
std::optional<Period> named_day(const Groups& g, const int& year) {
  return one_day(g, year, PeriodForm::spelled);
}
std::optional<Period> iso_day(const Groups& g, const int& year) {
  return named_day({g[0], g[3], g[2], g[1]}, year);
}
std::optional<Period> bare_day(const Groups& g, const int& year) {
  return one_day(g, year, PeriodForm::bare_day);
}
std::optional<Period> days_of_month(const Groups& g, const int& year) {
  const int y = year_or(g[4], year), m = to_int(g[3]);
  return ranged(
      g[0], days({y, m, to_int(g[1])}, {y, m, to_int(g[2])}, !g[4].empty(), PeriodForm::spelled));
}
std::optional<Period> one_month(const Groups& g, const int& year) {
  return months(to_int(g[1]), to_int(g[1]), year_or(g[2], year), !g[2].empty());
}
std::optional<Period> month_range(const Groups& g, const int& year) {
  return ranged(g[0], months(to_int(g[1]), to_int(g[2]), year_or(g[3], year), !g[3].empty()));
}
std::optional<Period> bare_month(const Groups& g, const int&) {
  return months(to_int(g[1]), to_int(g[1]), to_int(g[2]), true, PeriodForm::bare);
}
std::optional<Period> bare_month_range(const Groups& g, const int&) {
  return months(to_int(g[1]), to_int(g[2]), to_int(g[3]), true, PeriodForm::bare);
}
std::optional<Period> one_quarter(const Groups& g, const int& year) {
  const int q = quarter_of(g[1]);
  return months(3 * q - 2, 3 * q, year_or(g[2], year), !g[2].empty());
}
std::optional<Period> quarter_range(const Groups& g, const int& year) {
  return ranged(g[0], months(3 * quarter_of(g[1]) - 2, 3 * quarter_of(g[2]), year_or(g[3], year),
                             !g[3].empty()));
}
std::optional<Period> bare_quarter(const Groups& g, const int&) {
  const int q = quarter_of(g[1]);
  return months(3 * q - 2, 3 * q, to_int(g[2]), true, PeriodForm::bare);
}
std::optional<Period> months_of_year(const Groups& g, const int& year) {
  const int n = numeral_value(g[1]), y = year_or(g[3], year);
  return lower(g[2]) == "đầu" ? months(1, n, y, !g[3].empty())
                              : months(13 - n, 12, y, !g[3].empty());
}
std::optional<Period> half_year(const Groups& g, const int& year) {
  const int y = year_or(g[2], year);
  return lower(g[1]) == "đầu" ? months(1, 6, y, !g[2].empty()) : months(7, 12, y, !g[2].empty());
}
std::optional<Period> whole_year(const Groups& g, const int& year) {
  return months(1, 12, year_or(g[1], year), !g[1].empty());
}
std::optional<Period> bare_year(const Groups& g, const int& year) {
  const std::string_view stated = g.size() > 1 ? g[1] : std::string_view();
  return months(1, 12, year_or(stated, year), !stated.empty(), PeriodForm::bare);
}
std::optional<Period> year_range(const Groups& g, const int&) {
  return ranged(g[0], days({to_int(g[1]), 1, 1}, {to_int(g[2]), 12, 31}, true, PeriodForm::bare));
}
// Groups: day, month, day, month, year.
std::optional<Period> days_of_months(const Groups& g, const int& year) {
  const int y = year_or(g[5], year);
  return ranged(g[0], days({y, to_int(g[2]), to_int(g[1])}, {y, to_int(g[4]), to_int(g[3])},
                           !g[5].empty(), PeriodForm::spelled));
}
std::optional<Period> bare_days_of_month(const Groups& g, const int& year) {
  auto period = days_of_month(g, year);
  if (period && g[0].find('/') != g[0].npos) period->form = PeriodForm::bare_day;
  return period;
}
// "10 ngày đầu tháng 6": groups count, which, month, year.
std::optional<Period> edge_of_month(const Groups& g, const int& year) {
  const int n = numeral_value(g[1]);
  auto month = one_month({g[0], g[3], g[4]}, year);
  if (!month || n < 1 || n > month->end.day) return std::nullopt;
  if (lower(g[2]) == "đầu")
    month->end.day = n;
  else
    month->start.day = month->end.day - n + 1;
  month->part = true;
  return month;
}

// The first, middle or last third of a year, a quarter or a month.
std::optional<Period> third(std::string_view part, std::optional<Period> whole) {
  if (!whole) return whole;
  whole->part = true;
  const int third = (whole->end.month - whole->start.month + 1) / 3;
  const int index = lower(part) == "đầu" ? 0 : lower(part) == "giữa" ? 1 : 2;
  if (index == 2) {
    whole->at_end = true;
    if (third == 0)
      whole->start.day = 21;
    else
      whole->start.month = whole->end.month - third + 1;
    return whole;
  }
  if (third == 0) {
    whole->end.day = 10 * (index + 1);
    whole->start.day = 10 * index + 1;
    return whole;
  }
  const int from = whole->start.month + index * third;
  whole->start.month = from;
  whole->end = last_day(whole->start.year, from + third - 1);
  return whole;
}
std::optional<Period> third_of_month(const Groups& g, const int& year) {
  return third(g[1], one_month({g[0], g[2], g[3]}, year));
}
std::optional<Period> ten_days(const Groups& g, const int& year) {
  const std::string which = lower(g[1]);
  const std::string_view part = which == "thượng" ? "đầu" : which == "trung" ? "giữa" : "cuối";
  auto days = third(part, one_month({g[0], g[2], g[3]}, year));
  if (days) days->at_end = false;
  return days;
}
std::optional<Period> half_month(const Groups& g, const int& year) {
  auto month = one_month({g[0], g[2], g[3]}, year);
  if (!month) return month;
  (lower(g[1]) == "đầu" ? month->end : month->start).day = lower(g[1]) == "đầu" ? 15 : 16;
  month->part = true;
  return month;
}
std::optional<Period> third_of_quarter(const Groups& g, const int& year) {
  return third(g[1], one_quarter({g[0], g[2], g[3]}, year));
}
std::optional<Period> third_of_year(const Groups& g, const int& year) {
  return third(g[1], whole_year({g[0], g[2]}, year));
}

std::string group(const std::string& piece) { return "(" + piece + ")"; }

using PeriodRules = std::vector<Rule<Period, int>>;

// The pieces of the patterns below; some with a group.
const std::string d = group(day), m = group(month), y = group(year);
// With the strokes that recognition makes of them.
const std::string q = "(0?[1-4]|[IHl1|]{1,3}|[Il1|]V)";
const std::string of_year = "(?: (?:,? (?:của )?năm|[/.-]) " + y + "| năm (?:nay|này))?";
const std::string of_named_year = "(?: (?:,? (?:của )?năm|/) " + y + ")?";
const std::string to = " (?:-|–|—|đến(?: hết)?|tới|và|,) ";
const std::string clock = "(?:[0-9]{1,2} (?:giờ|h|g) (?:[0-9]{2})? (?:phút)?,? )?";
const std::string named = clock + "ngày (?:ngày )?", maybe_named = "(?:" + named + ")?";
const std::string part = "(đầu|giữa|cuối) ";

PeriodRules day_rules() {
  return {
      {"day in words", "ngày 30 tháng 9 năm 2024; 17 giờ 00 ngày 30 tháng 9",
       maybe_named + d + " tháng " + m + of_named_year, named_day},
      {"day in figures", "ngày 15/6/2024; 15/6/24",
       maybe_named + d + " / " + m + " / (" + year + "|[0-9]{2})", named_day},
      {"day in figures with points", "15.6.2024", maybe_named + d + " \\. " + m + " \\. " + y,
       named_day},
      {"day in figures with dashes", "15-6-2024", maybe_named + d + " - " + m + " - " + y,
       named_day},
      {"day in figures with the year in words", "15/6 năm 2024",
       maybe_named + d + " / " + m + " ,? năm " + y, named_day},
      {"day as in ISO 8601", "2024-06-15; 2024/6/15", y + "[-/]" + m + "[-/]" + d, iso_day},
      {"named day without year", "ngày 15/6", named + d + " [/.-] " + m, named_day},
      {"bare day", "15/6", clock + d + " / " + m, bare_day},
      {"days of one month", "ngày 10 đến ngày 15 tháng 6 năm 2024; ngày 01-05/6/2024",
       "(?:từ ngày|từ|ngày) " + d + " (?:-|–|và|,|đến(?: hết)?|tới) (?:ngày )?" + d +
           " (?:/|tháng) " + m + of_named_year,
       days_of_month},
      {"days of one month, bare", "13-15/7; 13 đến 15 tháng 7",
       d + " (?:-|–|đến(?: hết)?|tới) " + d + " (?:/|tháng) " + m + of_named_year,
       bare_days_of_month},
      {"days of two months", "28 tháng 6 đến 3 tháng 7 năm 2024",
       "(?:từ )?(?:ngày )?" + d + " tháng " + m + " (?:-|–|đến(?: hết)?|tới) (?:ngày )?" + d +
           " tháng " + m + of_named_year,
       days_of_months},

  };
}

PeriodRules month_rules() {
  return {
      {"month", "tháng 6 năm 2024; tháng 6/2024", "tháng " + m + of_year, one_month},
      {"months", "tháng 6-9; tháng 3 đến tháng 5 năm 2024",
       "(?:từ )?tháng " + m + "(?: , " + month + ")*" + to + "(?:tháng )?" + m + of_named_year,
       month_range},
      {"part of a month", "đầu tháng 6", part + "tháng " + m + of_year, third_of_month},
      {"ten days of a month", "thượng tuần tháng 6; trung tuần tháng 6/2024",
       "(thượng|trung|hạ) tuần tháng " + m + of_year, ten_days},
      {"days at the edge of a month", "10 ngày đầu tháng 6",
       "(" + numeral + ") ngày (đầu|cuối) tháng " + m + of_year, edge_of_month},
      {"half of a month", "nửa đầu tháng 6", "nửa (đầu|cuối|sau) tháng " + m + of_year, half_month},
      {"quarter", "quý II năm 2024; quý 2/2024", "quý " + q + of_year, one_quarter},
      {"quarters", "quý I, II; quý III và quý IV năm 2024",
       "(?:từ )?quý " + q + "(?: , [IV]+)*" + to + "(?:quý )?" + q + of_year, quarter_range},
      {"part of a quarter", "cuối quý II", part + "quý " + q + of_year, third_of_quarter},

  };
}

PeriodRules year_rules() {
  return {
      {"months of the year", "6 tháng đầu năm 2024; 03 tháng cuối năm",
       "(0?[1-9]|1[0-2]|ba|sáu|chín|mười) tháng (đầu|cuối) năm(?: " + y + "| nay| này)?",
       months_of_year},
      {"half of the year", "nửa đầu năm 2024", "nửa (đầu|cuối|sau) năm(?: " + y + "| nay| này)?",
       half_year},
      {"part of the year", "cuối năm 2025", part + "năm(?: " + y + "| nay)?", third_of_year},
      {"year", "năm 2024; cả năm", "(?:cả )?năm " + y, whole_year},
      {"the whole year", "cả năm; năm nay", "(?:cả năm|năm (?:nay|này))()", whole_year},

  };
}

PeriodRules bare_rules() {
  return {
      {"month and year", "12/2027", m + " [/.-] " + y, bare_month},
      {"months and year", "6-9/2024", m + " [-–] " + m + " / " + y, bare_month_range},
      {"quarter and year", "II/2026", "(IV|III|II|I) / " + y, bare_quarter},
      {"years", "2024-2025; giai đoạn 2021-2025",
       "(?:(?:các )?năm |giai đoạn )?" + y + " (?:-|–|đến|và) (?:năm )?" + y, year_range},
      {"year alone", "2024", y, bare_year},
      {"this year", "Năm; Trong năm", "năm", bare_year},

  };
}

PeriodRules rules() {
  return joined<PeriodRules>({day_rules(), month_rules(), year_rules(), bare_rules()});
}

// Joins "từ A đến B"; A takes the year of B where it states none.
std::vector<Match<Period>> joined_ranges(std::string_view text, std::vector<Match<Period>> found) {
  static const RE2 from(spaced("(?i)(?:^|[^\\pL])((?:kể )?từ) $"));
  static const RE2 to(spaced("(?i) (?:đến|-|–|tới) (?:hết )?"));
  std::vector<Match<Period>> out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    out.push_back(found[i]);
    if (i + 1 == found.size()) break;
    const std::size_t begin = found[i].span.begin, window = std::min<std::size_t>(begin, 24);
    const re2::StringPiece before(text.data() + begin - window, window);
    const re2::StringPiece between(text.data() + found[i].span.end,
                                   found[i + 1].span.begin - found[i].span.end);
    re2::StringPiece word;
    if (!RE2::PartialMatch(before, from, &word) || !RE2::FullMatch(between, to)) continue;
    Period first = found[i].value;
    const Period& last = found[i + 1].value;
    if (!first.year_stated) first.start.year = last.end.year;
    if (last.end < first.start) continue;
    Period whole{first.start, last.end, last.year_stated, PeriodForm::spelled, false, true};
    out.back() = {{static_cast<std::size_t>(word.data() - text.data()), found[i + 1].span.end},
                  whole,
                  "from one to another"};
    ++i;
  }
  return out;
}

}  // namespace

Date last_day(int year, int month) { return {year, month, days_in_month(year, month)}; }

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday(as_days(date)).iso_encoding()) - 1;
}

Date plus_days(Date date, int days) {
  const std::chrono::year_month_day later{as_days(date) + std::chrono::days{days}};
  return {int{later.year()}, static_cast<int>(unsigned{later.month()}),
          static_cast<int>(unsigned{later.day()})};
}

Date plus_months(Date date, int months) {
  const int count = date.year * 12 + date.month - 1 + months;
  Date later{count / 12, count % 12 + 1, date.day};
  later.day = std::min(later.day, days_in_month(later.year, later.month));
  return later;
}

const Grammar<Period, int>& period_grammar() {
  static const Grammar<Period, int> grammar(rules(), R"([^\pL\pN/.\-])", R"([^\pL\pN/])");
  return grammar;
}

std::vector<Match<Period>> find_periods(std::string_view text, int year) {
  return joined_ranges(text, period_grammar().find(text, year));
}

std::optional<Period> read_period(std::string_view text, int year) {
  text = trimmed(text);
  const auto found = find_periods(text, year);
  if (found.size() != 1 || found[0].span != Span{0, text.size()}) return std::nullopt;
  return found[0].value;
}

}  // namespace vanthu
