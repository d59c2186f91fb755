#include <utility>

#include "extract/date_rules.h"
#include "extract/letters.h"
#include "extract/moment_rules.h"

// Moments some time away, told in several units or in halves: "1 năm 2 tháng trước", "nửa năm nữa".
namespace vanthu {
namespace {

using Part = std::optional<MomentPart>;

struct Amount {
  int months = 0, days = 0, minutes = 0;
  bool of_clock = false;
};

// One amount; `open` begins a group.
std::string item(const std::string& open) {
  return open + numeral + "|nửa) " + open + "năm|tháng|tuần|ngày|giờ|tiếng|phút)(?: đồng hồ)?" +
         open + " rưỡi)?";
}

const std::string separator = " (?:[,;]? (?:và )?)?";

// `halves` is twice the count: "nửa" 1, "một tháng rưỡi" 3.
bool add(int halves, const std::string& unit, Amount& amount) {
  if (unit == "năm") return amount.months += 6 * halves, true;
  if (unit == "tháng") {
    amount.months += halves / 2;
    return amount.days += 15 * (halves % 2), true;
  }
  if (unit == "phút") return amount.of_clock = true, amount.minutes += halves / 2, halves % 2 == 0;
  if (unit == "giờ" || unit == "tiếng")
    return amount.of_clock = true, amount.minutes += 30 * halves, true;
  const int half_days = (unit == "tuần" ? 7 : 1) * halves;
  amount.days += half_days / 2;
  if (half_days % 2) amount.of_clock = true, amount.minutes += 12 * 60;
  return true;
}

std::optional<Amount> amount_of(std::string_view text) {
  static const RE2 pattern("(?i)" + spaced(item("(") + separator));
  Amount amount;
  re2::StringPiece rest(text.data(), text.size()), half;
  std::string count, unit;
  while (!rest.empty()) {
    if (!RE2::Consume(&rest, pattern, &count, &unit, &half)) return std::nullopt;
    const int halves = lower(count) == "nửa" ? 1 : 2 * numeral_value(count) + !half.empty();
    if (halves == 0 || !add(halves, lower(unit), amount)) return std::nullopt;
  }
  return amount;
}

// Group 1 the amounts.
Part away(const Groups& g, const Now& now, int sign) {
  const auto amount = amount_of(trimmed(g[1]));
  if (!amount) return std::nullopt;
  MomentPart part;
  if (amount->of_clock && !now.clock) return part;  // and no other reading of a part of it
  const Date month = plus_months(now.day, sign * amount->months);
  const Date day = plus_days(month, sign * amount->days);
  if (amount->of_clock) return moment_at(day, now.clock->minutes + sign * amount->minutes);
  part.days = Period{day, day, true};
  return part;
}

Part ahead(const Groups& g, const Now& now) { return away(g, now, 1); }
Part ago(const Groups& g, const Now& now) { return away(g, now, -1); }

// Without groups of its own but the whole.
std::string amounts() { return "(" + item("(?:") + "(?:" + separator + item("(?:") + "){0,5})"; }

}  // namespace

MomentRules amount_rules() {
  const std::string some = amounts();
  return {
      {"amounts ago", "1 năm 2 tháng trước; nửa năm trước; một tháng rưỡi trước",
       some + " (?:trước đây|trước đó|trước)", ago},
      {"amounts ago, said before", "cách đây 2 tuần 3 ngày", "cách (?:đây|nay) " + some, ago},
      {"amounts ahead", "2 tuần 3 ngày nữa; nửa năm nữa; một tháng rưỡi sau",
       some + " (?:nữa|sau đó|sau|về sau|tới)", ahead},
      {"amounts ahead, said before", "sau 1 năm 6 tháng", "sau " + some + "(?: nữa)?", ahead},
  };
}

}  // namespace vanthu
