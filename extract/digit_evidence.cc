#include "extract/digit_evidence.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace vanthu {
namespace {

// How much likelier a recognised value makes itself than any other. Doubtful ones are misread in
// the way that the digits' reader may misread them, too: they say little more.
constexpr double by_sure_text = 3e4, by_doubtful_text = 3;

constexpr double reader_fails = 0.03;  // the digits' reader saw something else than the digits
constexpr double unlisted = 1e-3;      // of that, for a value that it did not list
constexpr std::size_t shown = 3;       // values in a warning

// How likely the digits' reader gives what it gave where `digits` is the truth.
double by_reader(const DigitField* field, const std::string& digits) {
  if (!field) return 1;
  double listed = 0;
  for (const DigitField::Reading& reading : field->readings)
    if (reading.digits == digits) listed = reading.probability;
  return (1 - reader_fails) * listed + reader_fails * unlisted;
}

double by_text(const std::optional<ReadDigits>& read, const std::string& digits) {
  if (!read || read->digits != digits) return 1;
  const bool figures = digits.find_first_not_of("0123456789") == std::string::npos;
  return read->confidence >= surely_printed && figures ? by_sure_text : by_doubtful_text;
}

// `others` is the weight of all values that are not listed.
std::vector<Weighed> normalized(const std::map<std::string, double>& weights, double others = 0) {
  double total = others;
  for (const auto& [value, weight] : weights) total += weight;
  std::vector<Weighed> out;
  for (const auto& [value, weight] : weights)
    if (weight > 0) out.push_back({value, weight / total});
  std::ranges::stable_sort(out, std::greater<>(), &Weighed::probability);
  return out;
}

// Serials run from 01; numbers of five digits are rare, a zero leads only 01 to 09.
double usual_serial(const std::string& digits) {
  if (digits.empty()) return 1;
  if (digits.find_first_not_of('0') == std::string::npos) return 1e-4;
  if (digits.size() == 1) return 0.05;
  if (digits[0] == '0') return digits.size() == 2 && digits[1] != '0' ? 1 : 0.02;
  return digits.size() > 4 ? 0.1 : 1;
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// How likely the month was read with the "g" of "tháng" before it, which looks like an 8 or a 9.
double with_letter(const DigitField* field, int n) {
  constexpr double share = 0.8;  // of such readings
  if (!field || field->part != DigitField::Part::month) return 0;
  double sum = 0;
  for (const auto& [digits, probability, middles] : field->readings)
    if (digits == "8" + std::to_string(n) || digits == "9" + std::to_string(n))
      sum += share * probability;
  return (1 - reader_fails) * sum;
}

// A day or month as it may be written, the more usual first.
double by_reader(const DigitField* field, int n) {
  const double read = by_reader(field, std::to_string(n)) + with_letter(field, n);
  return n >= 10 ? read : read + by_reader(field, two_digits(n));
}

double by_text(const std::optional<ReadDigits>& read, int n) {
  return std::max(by_text(read, two_digits(n)), by_text(read, std::to_string(n)));
}

int days_between(Date from, Date to) {
  const auto days = [](Date d) {
    return std::chrono::sys_days(std::chrono::year(d.year) / d.month / d.day);
  };
  return static_cast<int>((days(to) - days(from)).count());
}

// Most documents are signed or arrive on the day of issue or within a few days, some much later.
double by_signing(const std::vector<Date>& not_after, Date issued) {
  if (not_after.empty()) return 1;
  const int days = days_between(issued, *std::ranges::min_element(not_after));
  return days < 0 ? 1e-4 : 0.5 * std::pow(0.55, days) + 0.01 * std::exp(-days / 20.0) + 1e-5;
}

std::vector<int> years_of(const DateEvidence& evidence) {
  if (evidence.year) return {*evidence.year};
  if (evidence.not_after.empty()) return {};
  const int last = std::ranges::min_element(evidence.not_after)->year;
  return {last, last - 1};
}

}  // namespace

std::vector<Weighed> weigh_serial(const DigitField* field, const std::optional<ReadDigits>& read) {
  std::map<std::string, double> weights;
  double others = field ? 1 : 0;  // strings that the reader has not listed
  if (field)
    for (const DigitField::Reading& reading : field->readings) {
      weights[reading.digits] = 0;
      others -= reading.probability;
    }
  if (read) weights[read->digits] = 0;
  for (auto& [digits, weight] : weights)
    weight = usual_serial(digits) * by_reader(field, digits) * by_text(read, digits);
  return normalized(weights, std::max(others, 0.0));
}

std::vector<Weighed> weigh_date(const DateEvidence& evidence) {
  std::map<std::string, double> weights;
  for (const int year : years_of(evidence))
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= days_in_month(year, month); ++day) {
        const Date date{year, month, day};
        weights[iso(date)] = by_reader(evidence.day, day) * by_text(evidence.day_read, day) *
                             by_reader(evidence.month, month) *
                             by_text(evidence.month_read, month) *
                             by_signing(evidence.not_after, date);
      }
  return normalized(weights);
}

std::vector<Weighed> months_of(const std::vector<Weighed>& dates) {
  std::map<std::string, double> weights;
  for (const Weighed& date : dates) weights[date.value.substr(0, 7)] += date.probability;
  return normalized(weights);
}

std::string likeliest(const std::vector<Weighed>& values) {
  std::string out;
  for (std::size_t i = 0; i < std::min(shown, values.size()); ++i) {
    char text[64];
    std::snprintf(text, sizeof text, "%s%.20s (%.2f)", i == 0 ? "" : ", ",
                  values[i].value.empty() ? "none" : values[i].value.c_str(),
                  values[i].probability);
    out += text;
  }
  return out;
}

}  // namespace vanthu
