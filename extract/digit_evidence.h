#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/scan.h"
#include "extract/date.h"

// What number and date a letterhead has, weighed from all that speaks of it: the digits' own reader
// (DigitField), the text as recognised, the days that exist, how serials are written (NĐ
// 30/2020/NĐ-CP, Điều 15 and Phụ lục I: 05, not 5), and the days on which the document was signed
// or stamped, before which it was issued.
namespace vanthu {

// Recognised digits below this confidence were written by hand or are damaged (on 16 real scans up
// to 0.966); above it they were printed (on 48 scans of three grades 0.98 and up).
inline constexpr double surely_printed = 0.975;

// Digits that the recognised text has at a place, and how sure its engine was of them.
struct ReadDigits {
  std::string digits;
  double confidence = 0;  // 0..1
};

// A value and its probability after weighing.
struct Weighed {
  std::string value;
  double probability = 0;
};

// Serials, likeliest first; empty where nothing was seen. `field` may be null.
std::vector<Weighed> weigh_serial(const DigitField* field, const std::optional<ReadDigits>& read);

struct DateEvidence {
  const DigitField* day = nullptr;
  const DigitField* month = nullptr;
  std::optional<ReadDigits> day_read, month_read;
  std::optional<int> year;
  std::vector<Date> not_after;  // days of signing and of arrival
};

// Dates (YYYY-MM-DD), likeliest first; empty where no year is known.
std::vector<Weighed> weigh_date(const DateEvidence& evidence);
// The months (YYYY-MM) that these dates lie in, likeliest first.
std::vector<Weighed> months_of(const std::vector<Weighed>& dates);

// "01 (0.62), 07 (0.30)": the likeliest for a warning; empty where there is none.
std::string likeliest(const std::vector<Weighed>& values);

}  // namespace vanthu
