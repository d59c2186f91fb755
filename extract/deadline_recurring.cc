#include <algorithm>
#include <array>
#include <iterator>

#include "extract/date_rules.h"
#include "extract/deadline_rules.h"
#include "extract/letters.h"

// Deadlines that come back: rates, and days of a month or a year that come back with them.
namespace vanthu {
namespace {

// A rate by the months or days between two times; 0 where it is no such rate.
struct Rate {
  int months = 0, days = 0;
  int length() const { return months * 30 + days; }
};

std::string rrule_of(Rate rate) {
  const auto rule = [](std::string_view frequency, int interval) {
    std::string text = "FREQ=" + std::string(frequency);
    return interval > 1 ? text + ";INTERVAL=" + std::to_string(interval) : text;
  };
  if (rate.months > 0 && rate.months % 12 == 0) return rule("YEARLY", rate.months / 12);
  if (rate.months > 0) return rule("MONTHLY", rate.months);
  if (rate.days % 7 == 0) return rule("WEEKLY", rate.days / 7);
  return rule("DAILY", rate.days);
}

Rate unit_rate(std::string_view unit, int count) {
  if (unit == "ngày") return {0, count};
  if (unit == "tuần") return {0, 7 * count};
  if (unit == "tháng") return {count, 0};
  if (unit.starts_with("q")) return {3 * count, 0};  // "quý", "quí", "qúy"
  if (unit == "năm") return {12 * count, 0};
  if (unit.starts_with("nửa")) return unit.ends_with("năm") ? Rate{6 * count, 0} : Rate{0, 15};
  return {};
}

int count_of(std::string_view word) { return word.empty() ? 1 : numeral_value(word); }

Deadline recurring(std::string_view text, std::string rrule) {
  Deadline deadline = deadline_of(text, DeadlineType::recurring);
  if (!rrule.empty()) deadline.rrule = std::move(rrule);
  return deadline;
}

// The most frequent of the rates that a list names: "hàng tháng, hàng quý", "6 tháng và cả năm".
std::optional<Deadline> rates(const Groups& groups, const DateContext&) {
  static const RE2 each(
      spaced("(?:([0-9]+|một|hai|ba|bốn|sáu|chín) )?((?:nửa )?(?:năm|tháng)|ngày|tuần|quý)"));
  const std::string text = lower(groups[1]);
  re2::StringPiece rest(text);
  std::string count, unit;
  Rate best;
  while (RE2::FindAndConsume(&rest, each, &count, &unit)) {
    const Rate rate = unit_rate(unit, count_of(count));
    if (rate.length() > 0 && (best.length() == 0 || rate.length() < best.length())) best = rate;
  }
  if (best.length() == 0) return std::nullopt;
  return recurring(groups[0], rrule_of(best));
}

// Times a unit: once a quarter, twice a year. What a calendar rule cannot say stays unsaid.
Deadline times(std::string_view text, std::string_view count, std::string_view unit) {
  const int n = count_of(count);
  const Rate whole = unit_rate(lower(unit), 1);
  if (n == 1) return recurring(text, rrule_of(whole));
  if (n > 1 && whole.months > 0 && whole.months % n == 0)
    return recurring(text, rrule_of({whole.months / n, 0}));
  return recurring(text, {});
}

std::optional<Deadline> times_per_unit(const Groups& groups, const DateContext&) {
  return times(groups[0], groups[1], groups[2]);
}
std::optional<Deadline> unit_times(const Groups& groups, const DateContext&) {
  return times(groups[0], groups[2], groups[1]);
}

// "06 tháng/lần"
std::optional<Deadline> units_per_time(const Groups& groups, const DateContext&) {
  const int n = count_of(groups[1]);
  if (n < 1) return std::nullopt;
  return recurring(groups[0], rrule_of(unit_rate(lower(groups[2]), n)));
}

std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> values;
  static const RE2 digits("([0-9]+)");
  re2::StringPiece rest(text.data(), text.size());
  for (std::string word; RE2::FindAndConsume(&rest, digits, &word);) values.push_back(to_int(word));
  return values;
}

std::string joined_numbers(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::string text;
  for (const int value : values) {
    if (!text.empty()) text += ',';
    text += std::to_string(value);
  }
  return text;
}

bool all_within(const std::vector<int>& values, int most) {
  return !values.empty() &&
         std::all_of(values.begin(), values.end(), [&](int v) { return v >= 1 && v <= most; });
}

// "trước ngày 08 hàng tháng": group 1 the days.
std::optional<Deadline> days_of_months(const Groups& groups, const DateContext&) {
  const auto days = numbers_in(groups[1]);
  if (!all_within(days, 31)) return std::nullopt;
  return recurring(groups[0], "FREQ=MONTHLY;BYMONTHDAY=" + joined_numbers(days));
}

// Group 1 "đầu" or "cuối".
std::optional<Deadline> edge_of_months(const Groups& groups, const DateContext&) {
  const bool last = lower(groups[1]) == "cuối";
  return recurring(groups[0], std::string("FREQ=MONTHLY;BYMONTHDAY=").append(last ? "-1" : "1"));
}

// "trước ngày 20 tháng cuối quý": group 1 the day, group 2 which month.
std::optional<Deadline> day_of_quarters(const Groups& groups, const DateContext&) {
  const auto days = numbers_in(groups[1]);
  if (!all_within(days, 31)) return std::nullopt;
  const bool first = lower(groups[2]).starts_with("đầu");
  return recurring(groups[0], std::string("FREQ=YEARLY;BYMONTH=") +
                                  (first ? "1,4,7,10" : "3,6,9,12") +
                                  ";BYMONTHDAY=" + joined_numbers(days));
}

// "trước ngày 01 tháng 6 và ngày 01 tháng 12 hàng năm": group 1 the dates. Days that differ cannot
// be said in one rule beside their months, so that only the months are.
std::optional<Deadline> dates_of_years(const Groups& groups, const DateContext&) {
  const auto values = numbers_in(groups[1]);
  std::vector<int> days, months;
  for (std::size_t i = 0; i + 1 < values.size(); i += 2)
    days.push_back(values[i]), months.push_back(values[i + 1]);
  if (!all_within(days, 31) || !all_within(months, 12)) return std::nullopt;
  std::string rrule = "FREQ=YEARLY;BYMONTH=" + joined_numbers(months);
  if (std::all_of(days.begin(), days.end(), [&](int d) { return d == days[0]; }))
    rrule += ";BYMONTHDAY=" + std::to_string(days[0]);
  return recurring(groups[0], rrule);
}

std::optional<Deadline> months_of_years(const Groups& groups, const DateContext&) {
  const auto months = numbers_in(groups[1]);
  if (!all_within(months, 12)) return std::nullopt;
  return recurring(groups[0], "FREQ=YEARLY;BYMONTH=" + joined_numbers(months));
}

// RFC 5545's names of the days that `text` names, each behind `which`.
std::string days_named(std::string_view text, std::string_view which) {
  static constexpr std::array<std::string_view, 7> codes = {"MO", "TU", "WE", "TH",
                                                            "FR", "SA", "SU"};
  static const RE2 name(spaced("(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))"));
  const std::string small = lower(text);
  std::array<bool, 7> named{};
  re2::StringPiece rest(small);
  for (std::string day, sunday; RE2::FindAndConsume(&rest, name, &day, &sunday);)
    named[sunday.empty() ? static_cast<std::size_t>(numeral_value(day) - 2) : 6] = true;
  std::string days;
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (named[i]) days.append(days.empty() ? "" : ",").append(which).append(codes[i]);
  return days;
}

// Group 1 the days, one or several: "thứ Hai, thứ Năm".
std::optional<Deadline> weekdays(const Groups& groups, const DateContext&) {
  return recurring(groups[0], "FREQ=WEEKLY;BYDAY=" + days_named(groups[1], {}));
}

// Group 1 the day, group 2 which of the month: "đầu", "cuối", "thứ hai", "2".
std::optional<Deadline> weekday_of_months(const Groups& groups, const DateContext&) {
  const std::string which = lower(groups[2]);
  const int n = numeral_value(which.starts_with("thứ")
                                  ? trimmed(std::string_view(which).substr(std::size("thứ") - 1))
                                  : std::string_view(which));
  return recurring(groups[0],
                   "FREQ=MONTHLY;BYDAY=" + days_named(groups[1], which.starts_with("cuối") ? "-1"
                                                                 : which.starts_with("đầu")
                                                                     ? "1"
                                                                     : std::to_string(n)));
}

std::optional<Deadline> no_rate(const Groups& groups, const DateContext&) {
  return recurring(groups[0], {});
}

// The pieces of the patterns below (rule.h: a blank is white space that may be missing).
const std::string each = "(?:hàng|hằng)";
const std::string any_each = "(?:hàng|hằng|mỗi|từng)";
const std::string units = "(?:ngày|tuần|tháng|quý|năm)";
const std::string half = "nửa (?:năm|tháng)";
const std::string periodic = "(?:định kỳ|định kì)";
const std::string n = "(?:[0-9]{1,2}|một|hai|ba|bốn|sáu|chín)";
const std::string also = " (?:,|;|/|và|hoặc)? (?:và )?";
const std::string more =
    "(?:" + also + "(?:" + any_each + " )?(?:(?:" + n + " )?" + units + "|" + half + "|cả năm))*";
const std::string limit = "(?:(?:trước|vào|chậm nhất|muộn nhất|đến|hết|là|trong) )*";
const std::string some_days =
    "((?:các )?(?:ngày|mùng|mồng) " + day + "(?: (?:,|và|hoặc) (?:ngày )?" + day + ")*)";
const std::string one_date = "(?:ngày )?" + day + " (?:/|tháng) " + month;
const std::string dates = "((?:ngày )" + day + " (?:/|tháng) " + month +
                          "(?: (?:,|và|;|hoặc) (?:và )?(?:trước )?" + one_date + ")*|" + one_date +
                          "(?: (?:,|và|;|hoặc) " + one_date + ")*)";
const std::string of_month = "(?:của )?(?:tháng (?:hàng|hằng)|(?:các )?(?:" + any_each + " )tháng)";
const std::string opening = "(?:" + periodic + " ,? )?";
const std::string least = "(?:(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|trung bình) )?";
const std::string event = "(?:lần|đợt|buổi|cuộc|kỳ|hội nghị|lớp|phiên|bài|cuộc họp|lượt)";
const std::string month_list = "(tháng " + month + "(?: (?:,|và|;) (?:tháng )?" + month + ")*)";
const std::string weekday = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)";
const std::string before_weekday =
    "(?:trước |vào )?(?:[0-9]{1,2} (?:giờ|h) (?:[0-9]{2})? )?(?:(?:sáng|chiều|ngày) )?";

DeadlineRules rate_rules() {
  return {
      {"rate", "định kỳ hàng tháng, hàng quý",
       opening + "(" + each + " (?:(?:" + n + " )?" + units + "|" + half + ")" + more + ")", rates},
      {"periodic rate", "định kỳ 6 tháng và cả năm; định kỳ mỗi quý",
       periodic + " (?:báo cáo )?(?:theo )?((?:" + any_each + " )?(?:" + n + " )?(?:" + units +
           "|" + half + ")" + more + ")",
       rates},
      {"each month with its time", "vào mỗi quý; theo từng quý",
       "(?:vào|theo) ((?:mỗi|từng) " + units + more + ")", rates},
      {"each period alone", "mỗi ngày; mỗi 2 tuần",
       "^mỗi ((?:" + n + " )?" + units + "|" + half + ")$", rates},
      {"each period's work", "mỗi tuần phát một chuyên mục",
       "(mỗi (?:tuần|tháng|quý|năm)) (?:đào tạo|phát|tổ chức|mở|báo cáo|họp|kiểm tra|rà soát|"
       "thực hiện|xây dựng|đăng|giới thiệu|tập huấn|cập nhật|giải quyết|có|dành)",
       rates},

  };
}

DeadlineRules times_rules() {
  return {
      {"times a period", "ít nhất 01 lần/quý; 2 lần trong năm",
       opening + least + "(" + n + ") " + event +
           " (?:/|trong|mỗi|một|trên|trong mỗi|trong một|hàng|hằng) (?:0?1 |một )?(" + units + ")",
       times_per_unit},
      {"a period's times", "mỗi năm ít nhất 02 lần; hàng quý 01 lần",
       opening + "(?:mỗi|hàng|hằng|một) (" + units + ") ,? (?:tổ chức |họp )?" + least + "(" + n +
           ") " + event,
       unit_times},
      {"periods between times", "06 tháng/lần; 3 tháng một lần; nửa năm một lần",
       opening + "(?:mỗi )?(" + n + "|) (" + units + "|" + half +
           ") (?:/|một|mỗi) (?:0?1 |một )?lần",
       units_per_time},

  };
}

DeadlineRules month_rules() {
  return {
      {"day of each month", "Định kỳ trước ngày 08 hàng tháng",
       opening + limit + some_days + " " + of_month, days_of_months},
      {"each month by a day", "hàng tháng, trước ngày 25",
       opening + each + " tháng [,(]? (?:(?:trước|vào|chậm nhất|là|đến) )+" + some_days,
       days_of_months},
      {"first or last day of each month",
       "ngày cuối tháng hàng tháng; ngày làm việc đầu tiên của tháng",
       opening + limit + "ngày (?:làm việc )?(đầu|cuối) (?:cùng |tiên )?(?:của )?(?:" + any_each +
           " tháng|tháng " + each + "(?: tháng)?|tháng)",
       edge_of_months},
      {"day of a quarter's month", "trước ngày 20 tháng cuối quý",
       opening + "(?:" + each + " quý ,? \\(?)?" + limit + some_days +
           " (?:của )?tháng (cuối|đầu) (?:cùng |tiên )?(?:của )?(?:(?:" + any_each +
           ") )?quý(?: (?:sau|tiếp theo))?",
       day_of_quarters},

  };
}

DeadlineRules year_rules() {
  return {
      {"dates of each year", "trước ngày 01 tháng 6 và ngày 01 tháng 12 hàng năm",
       opening + limit + dates + " (?:của )?" + any_each + " năm", dates_of_years},
      {"each year by a date", "hàng năm, trước ngày 15/12",
       opening + each + " năm [,(]? (?:(?:trước|vào|chậm nhất|là|đến) )+" + dates, dates_of_years},
      {"months of each year", "tháng 6 và tháng 12 hàng năm",
       opening + limit + month_list + " " + any_each + " năm", months_of_years},
      {"weekday of each week", "chiều thứ Sáu hàng tuần; thứ Hai, thứ Năm hàng tuần",
       opening + before_weekday + "(" + weekday + "(?: (?:,|và|;) " + weekday + ")*) (?:của )?" +
           any_each + " tuần",
       weekdays},
      {"weekday of each month", "thứ Sáu đầu tiên hàng tháng; thứ Hai tuần cuối của tháng",
       opening + before_weekday + "(" + weekday +
           ") (?:(?:của |trong )?tuần )?(đầu|cuối|thứ (?:hai|ba|tư|[2-4])) (?:tiên |cùng )?" +
           "(?:(?:của |trong )?(?:tháng )?" + any_each + " tháng|của tháng|trong tháng)",
       weekday_of_months},
      {"each weekday", "mỗi thứ Hai; vào các ngày thứ Ba và thứ Năm",
       "(?:vào )?(?:mỗi|hàng|hằng|(?:vào )?các) (?:buổi )?(?:(?:sáng|chiều|ngày) )?(" + weekday +
           "(?: (?:,|và|;) " + weekday + ")*)",
       weekdays},
      {periodic_rule, "Định kỳ", periodic, no_rate},

  };
}

}  // namespace

DeadlineRules recurring_rules() {
  return joined<DeadlineRules>({rate_rules(), times_rules(), month_rules(), year_rules()});
}

}  // namespace vanthu
