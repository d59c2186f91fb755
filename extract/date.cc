#include "extract/date.h"

#include <charconv>

#include "extract/date_rules.h"

namespace vanthu {
namespace {

std::optional<Date> dated(std::string_view day, std::string_view month, std::string_view year) {
  const Date date{to_year(year), to_int(month), to_int(day)};
  return exists(date) ? std::optional(date) : std::nullopt;
}

std::optional<Date> day_month_year(const Groups& groups, const NoContext&) {
  return dated(groups[1], groups[2], groups[3]);
}

// Of the numeric forms, each separator has three groups of its own.
std::optional<Date> numeric(const Groups& groups, const NoContext&) {
  for (std::size_t i = 1; i + 2 < groups.size(); i += 3)
    if (!groups[i].empty()) return dated(groups[i], groups[i + 1], groups[i + 2]);
  return std::nullopt;
}

// "D/M/Y" for each separator, which must be the same twice.
std::string separated(std::string_view separators, std::string_view year) {
  std::string pattern;
  for (const char separator : separators) {
    const std::string between = std::string(" [") + separator + "] ";
    if (!pattern.empty()) pattern += "|";
    pattern +=
        "(" + day + ")" + between + "(" + month + ")" + between + "(" + std::string(year) + ")";
  }
  return "(?:" + pattern + ")";
}

std::vector<Rule<Date, NoContext>> rules() {
  const std::string prefix = "(?:ngày [.,]? )";  // a speck may follow it
  return {
      {"date in words", "ngày 05 tháng 01 năm 2024",
       prefix + "?(" + day + ") tháng (" + month + ") ,? (?:năm|/|-) (" + year + ")",
       day_month_year},
      {"date in figures", "05/01/2024; 5.1.2024; 22-11-2024", prefix + "?" + separated("/.-", year),
       numeric},
      {"date in figures, year in words", "ngày 05/01 năm 2024",
       prefix + "?(" + day + ") [/-] (" + month + ") ,? năm (" + year + ")", day_month_year},
      // Only with slashes, or after "ngày": 3.5.24 is a section's number.
      {"date with a short year", "15/3/24", separated("/", short_year), numeric},
      {"named date with a short year", "ngày 15.3.24", prefix + separated("/.-", short_year),
       numeric},
  };
}

}  // namespace

int days_in_month(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool exists(Date date) {
  return date.year > 0 && date.year < 10000 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::string iso(Date date) {
  std::string text = "0000-00-00";
  const auto write = [&](std::size_t last, int value) {
    for (; value > 0; value /= 10) text[last--] = static_cast<char>('0' + value % 10);
  };
  write(3, date.year % 10000);
  write(6, date.month % 100);
  write(9, date.day % 100);
  return text;
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{to_int(text.substr(0, 4)), to_int(text.substr(5, 2)), to_int(text.substr(8, 2))};
  return exists(date) ? std::optional(date) : std::nullopt;
}

int to_int(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

int to_year(std::string_view digits, int near) {
  const int year = to_int(digits);
  if (digits.size() > 2) return year;
  return 2000 + year > near + 30 ? 1900 + year : 2000 + year;
}

const Grammar<Date, NoContext>& date_grammar() {
  static const Grammar<Date, NoContext> grammar(rules(), R"([^\pN/.\-])", R"([^\pN/\-])");
  return grammar;
}

std::vector<Match<Date>> find_dates(std::string_view text) { return date_grammar().find(text, {}); }

}  // namespace vanthu
