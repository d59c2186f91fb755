#include <array>
#include <span>
#include <tuple>

#include "extract/date_rules.h"
#include "extract/deadline_rules.h"
#include "extract/letters.h"

// Deadlines counted from an event, those without an end, and what only a time column may say.
namespace vanthu {
namespace {

// ISO 8601 duration; working days count as days.
std::optional<std::string> duration(std::string_view count, std::string_view unit) {
  const int n = numeral_value(count);
  const std::string name = lower(unit);
  if (n < 1) return std::nullopt;
  static constexpr std::array<std::tuple<std::string_view, std::string_view, int, char>, 6> units =
      {{{"giờ", "PT", 1, 'H'},
        {"ngày", "P", 1, 'D'},
        {"tuần", "P", 1, 'W'},
        {"tháng", "P", 1, 'M'},
        {"q", "P", 3, 'M'},  // "quý", "quí"
        {"năm", "P", 1, 'Y'}}};
  for (const auto& [word, prefix, times, letter] : units)
    if (name.starts_with(word)) return std::string(prefix) + std::to_string(n * times) + letter;
  return std::nullopt;
}

constexpr std::size_t amount_groups = 5;

// Groups of `amount`: count, unit, "làm việc", and what is more, count and unit: "1 năm 6 tháng".
std::optional<std::string> duration(std::span<const std::string_view> groups) {
  const auto whole = duration(groups[0], groups[1]);
  if (!whole || groups[3].empty()) return whole;
  const auto more = duration(groups[3], groups[4]);
  static constexpr std::string_view order = "YMWD";
  if (!more || order.find(whole->back()) >= order.find(more->back())) return whole;
  if (whole->back() != 'W') return *whole + more->substr(1);
  const int days = 7 * numeral_value(groups[0]) + numeral_value(groups[3]);  // weeks stand alone
  return "P" + std::to_string(days) + "D";
}

// An event's words up to where the sentence goes on: "nhận được hồ sơ để ..." -> "nhận được hồ sơ".
std::string_view event_of(std::string_view text) {
  static const RE2 onward("(?i)^(.*?)(?: (?:để|nhằm|thì|phải|và báo cáo|và gửi|, )|$)");
  re2::StringPiece whole(text.data(), text.size()), event;
  if (!RE2::PartialMatch(whole, onward, &event)) return trimmed(text);
  return trimmed({event.data(), event.size()});
}

// Whether the event is the issue of the document itself.
bool own_issue(std::string_view event) {
  static const RE2 issue(
      "(?i)(?:(?:ký )?ban hành|được ký|ký|có hiệu lực|thi hành|nhận được)?.*"
      "(?:(?:Kế hoạch|Chương trình|Đề án|Quyết định|Chỉ thị|Thông báo|Nghị quyết|Hướng dẫn|Công "
      "văn|Văn bản) này"
      "|^Kế hoạch\\b.*(?:được )?(?:ký )?ban hành).*");
  const re2::StringPiece text(event.data(), event.size());
  return RE2::FullMatch(text, issue) && event.find("nhận") == std::string_view::npos;
}

// "kể từ ngày 20/5/2024": the day itself.
std::optional<Date> day_named(std::string_view event, int year) {
  const auto period = read_period(event, year);
  return period && period->one_day() ? std::optional(period->start) : std::nullopt;
}

// Groups: those of `amount`, event.
std::optional<Deadline> counted(const Groups& groups, const DateContext& context) {
  const auto offset = duration(std::span(groups).subspan(1, amount_groups));
  if (!offset) return std::nullopt;
  const std::string_view event =
      groups.size() > 1 + amount_groups ? event_of(groups[1 + amount_groups]) : std::string_view();
  const std::size_t cut =
      event.empty() ? groups[0].size() : event.data() + event.size() - groups[0].data();
  Deadline deadline = deadline_of(groups[0].substr(0, cut), DeadlineType::relative);
  deadline.offset = offset;
  if (!event.empty()) deadline.after = std::string(event);
  const bool working = !groups[3].empty();
  if (event.empty() || working) return deadline;
  const auto from = own_issue(event) ? context.issued_on : day_named(event, context.year);
  if (const auto end = from ? later(*from, *offset) : std::nullopt) {
    deadline.type = DeadlineType::by;
    deadline.end = iso(*end);
  }
  return deadline;
}

// Group 1 what makes the rest a day that does not exist: "ngày 32 tháng 1".
std::optional<Deadline> cell_duration(Groups groups, const DateContext& context) {
  if (!groups[1].empty()) return std::nullopt;
  groups.erase(groups.begin() + 1);
  return counted(groups, context);
}

// Group 1 the event, group 2 "(dự kiến tháng 10 năm 2024)".
std::optional<Deadline> after_event(const Groups& groups, const DateContext& context) {
  const std::string_view event = event_of(groups[1]);
  if (event.empty()) return std::nullopt;
  Deadline deadline = deadline_of(groups[0], DeadlineType::relative);
  const bool expected = groups.size() > 2 && !groups[2].empty();
  if (!expected)
    deadline.text = groups[0].substr(0, event.data() + event.size() - groups[0].data());
  deadline.after = std::string(event);
  if (!expected) return deadline;
  if (const auto period = read_period(groups[2], context.year)) {
    deadline.start = iso(period->start);
    deadline.end = iso(period->end);
  }
  return deadline;
}

// Group 1 the period within which, group 2 the one from which on.
std::optional<Deadline> ongoing(const Groups& groups, const DateContext& context) {
  Deadline deadline = deadline_of(groups[0], DeadlineType::ongoing);
  const std::string_view within = groups[1], from = groups[2];
  if (!within.empty()) {
    if (const auto period = read_period(within, context.year)) {
      deadline.start = iso(period->start);
      deadline.end = iso(period->end);
    }
  }
  if (!from.empty())
    if (const auto period = read_period(from, context.year)) deadline.start = iso(period->start);
  return deadline;
}

const std::string number =
    "([0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:\\([^()]*\\) )?";
const std::string amount =
    number + "(ngày|giờ|tuần|tháng|năm|quý) (làm việc)?(?: (?:và )?" + number + "(tháng|ngày))?";
// "(dự kiến tháng 10 năm 2024)", its period in a group.
const std::string expected = "(?: \\((?:dự kiến|khoảng) :? (?:vào |trong )?([^()]+)\\))?";
// "Sở Văn hóa, Thể thao và", whose comma ends no clause.
const std::string agency =
    "(?:(?:Sở|Bộ|Phòng|Ngành) \\p{Lu}\\p{Ll}+ \\p{Ll}+, \\p{Lu}\\p{Ll}+ \\p{Ll}+ và )?";
// Words to the end of the clause; a full stop inside an abbreviation and brackets inside a name do
// not end it: "Kế hoạch cải cách hành chính (PAR) năm 2024 được ban hành".
const std::string words = agency + "(?:[^,;.:()]|\\.\\pL| \\([^()]{1,40}\\) \\pL)+";

}  // namespace

Deadline deadline_of(std::string_view text, DeadlineType type) {
  Deadline deadline;
  deadline.text = std::string(trimmed(text));
  deadline.type = type;
  return deadline;
}

std::optional<Date> later(Date from, const std::string& offset) {
  if (offset.starts_with("PT")) return std::nullopt;
  for (std::size_t begin = 1; begin < offset.size();) {
    const std::size_t end = offset.find_first_not_of("0123456789", begin);
    const int n = to_int(std::string_view(offset).substr(begin, end - begin));
    const char unit = offset[end];
    from = unit == 'D' || unit == 'W' ? plus_days(from, unit == 'W' ? 7 * n : n)
                                      : plus_months(from, unit == 'Y' ? 12 * n : n);
    begin = end + 1;
  }
  return from;
}

DeadlineRules relative_rules() {
  const std::string lead =
      "(?:(?:chậm nhất|muộn nhất|không quá|tối đa|trong|sau|là|vòng|thời hạn|thời gian|khoảng|ít "
      "nhất) )+";
  const std::string since = ",? (?:(?:kể|tính) )?(?:từ|sau|khi) (?:(?:ngày|khi|thời điểm|lúc) )?";
  const std::string years = "(năm(?: " + year + ")?|" + year + "|quý [IV1-4]+(?: (?:/|năm) " +
                            year + ")?|tháng " + month + "(?: (?:/|năm) " + year + ")?)";
  return {
      {"counted from an event", "trong vòng 05 ngày làm việc kể từ ngày nhận được hồ sơ",
       "(?:" + lead + ")?" + amount + " " + since + "(" + words + ")", counted},
      {duration_rule, "trong vòng 05 ngày làm việc; trong thời hạn 10 ngày",
       "(?:trong|không quá|chậm nhất|tối đa) (?:vòng|thời hạn|thời gian)? (?:không quá |tối đa )?" +
           amount,
       counted},
      {"as soon as", "ngay sau khi Thành phố ban hành kế hoạch",
       "(?:ngay (?:sau )?(?:khi|sau) )(" + words + ")" + expected, after_event},
      {"after an event", "sau khi Sở Nội vụ triển khai (dự kiến tháng 10 năm 2024)",
       "sau khi (" + agency +
           "(?:[^,;.:()]|\\.\\pL)*(?:ban hành|phê duyệt|thông qua|có hiệu lực|hoàn thành|kết "
           "thúc|triển khai|nhận được|có (?:văn bản|ý kiến|hướng dẫn|quyết định|chủ trương|kế "
           "hoạch)|chấp thuận|thống nhất|đồng ý|cho (?:ý kiến|chủ "
           "trương|phép))(?:[^,;.:()]|\\.\\pL)*)" +
           expected,
       after_event},
      {ongoing_rule, "Thường xuyên trong năm; liên tục từ năm 2028",
       "(?:thường xuyên|liên tục)(?: (?:,|và|-|/)? (?:thường xuyên|liên tục|đột xuất|lâu dài|hàng "
       "ngày|hằng ngày))* ,? (?:(?:(?:trong|cả|suốt) )+" +
           years +
           "|từ ((?:ngày|tháng|quý|năm)? [0-9IVX]+(?:[/.-][0-9]+)*(?: (?:tháng|năm) [0-9]+)*))?",
       ongoing},
  };
}

DeadlineRules cell_rules() {
  return {
      {"duration in a time column", "18 tháng; ≤ 5 ngày làm việc",
       "(?:(?:≤|<=|<|khoảng|tối đa|không quá|trong|thời gian) )*((?:ngày|mùng|mồng) )?" + amount,
       cell_duration},
      {upon_rule, "Khi có yêu cầu; Sau hội nghị", "(?:khi|sau) (?:khi )?(" + words + ")" + expected,
       after_event},
      {"since an event", "Kể từ ngày ký ban hành", "(?:kể )?từ (?:ngày|khi) (" + words + ")",
       after_event},
  };
}

}  // namespace vanthu
