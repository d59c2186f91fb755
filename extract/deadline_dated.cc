#include <memory>

#include "extract/date_rules.h"
#include "extract/deadline_rules.h"

namespace vanthu {
namespace {

std::optional<Deadline> before(const Period& period) {
  Deadline deadline = deadline_of({}, DeadlineType::before);
  deadline.end = iso(period.at_end ? period.end : period.start);
  return deadline;
}

std::optional<Deadline> by(const Period& period) {
  Deadline deadline = deadline_of({}, DeadlineType::by);
  deadline.end = iso(period.end);
  return deadline;
}

std::optional<Deadline> within(const Period& period) {
  if (period.at_end) return by(period);
  Deadline deadline = deadline_of({}, period.one_day() ? DeadlineType::on : DeadlineType::within);
  deadline.start = iso(period.start);
  deadline.end = iso(period.end);
  return deadline;
}

std::optional<Deadline> spelled(const Period& period) {
  return period.form == PeriodForm::spelled ? within(period) : std::nullopt;
}

// "đến năm 2030" is part of names: only a day, or the end of something.
std::optional<Deadline> until(const Period& period) {
  if (period.form != PeriodForm::spelled) return std::nullopt;
  return period.one_day() || period.at_end ? by(period) : std::nullopt;
}

std::optional<Deadline> part_of(const Period& period) {
  const bool of_year = period.end.month - period.start.month > 1;
  const bool stands = period.at_end || period.year_stated || !of_year;  // "dự toán đầu năm"
  return period.part && stands ? within(period) : std::nullopt;
}

// Years only ("từ năm 2021 đến năm 2025") describe content.
std::optional<Deadline> range(const Period& period) {
  return period.range && !period.whole_years() ? within(period) : std::nullopt;
}

std::optional<Deadline> day(const Period& period) {
  return period.one_day() && period.form == PeriodForm::spelled ? within(period) : std::nullopt;
}

std::optional<Deadline> from_on(const Period& period) {
  if (period.range) return within(period);
  Deadline deadline = deadline_of({}, DeadlineType::ongoing);
  deadline.start = iso(period.start);
  return deadline;
}

std::vector<LeadRule> rules() {
  using enum LeadRule::Where;
  const std::string link = "(?: (?:là|vào|đến|trong|hết|:))*";
  const std::string latest =
      "(?:(?:chậm|muộn|trễ) nhất|không (?:muộn|trễ|chậm) hơn|không quá|hạn (?:cuối"
      "(?: cùng)?|chót)|thời hạn(?: (?:cuối(?: cùng)?|(?:hoàn thành|thực hiện|"
      "báo cáo|gửi|nộp)))?)" +
      link;
  return {
      {"before a day or period", "trước ngày 30 tháng 9 năm 2024",
       "(?:định kỳ )?(?:" + latest + " )?trước(?: (?:thời điểm|mốc))?", anywhere, before},
      {"at the latest", "chậm nhất ngày 15/10/2024; không quá ngày 20/5", latest, anywhere, by},
      {"to the end of", "đến hết ngày 15/10/2024; hết quý II", "(?:cho )?(?:đến )?hết", anywhere,
       by},
      {until_rule, "đến ngày 15/10/2024; đến cuối năm 2025", "(?:cho )?(?:đến|tới)", anywhere,
       until},
      {"part of a month, quarter or year", "cuối năm 2025; vào cuối quý II; đầu tháng 6",
       "(?:vào|trong)?", anywhere, part_of},
      {"within a period", "trong quý II năm 2024; vào tháng 6; hoàn thành trong tháng 9",
       "(?:(?:hoàn thành|hoàn tất|xong) )?(?:trong|vào)(?: (?:khoảng|thời gian|suốt|"
       "cả))*",
       anywhere, spelled},
      {"finished in a period", "hoàn thành tháng 6/2024; xong quý III",
       "(?:hoàn thành|hoàn tất|xong)", anywhere, spelled},
      {"from one day to another", "từ ngày 01/6 đến ngày 30/6/2024", "(?:trong(?: thời gian)?)?",
       anywhere, range},
      {day_rule, "ngày 20 tháng 11 năm 2024", "", anywhere, day},
      {"period after its label", "Thời gian thực hiện: tháng 6/2024",
       "(?:thời gian|thời hạn|tiến độ)(?: \\pL+){0,4} :", anywhere, within},
      {column_rule, "Quý II; 12/2027; Tháng 3, 6, 9; Cả năm",
       "(?: (?:trong|vào|hoàn thành|thực hiện|dự kiến|khoảng))*", cell, within},
      {"end of a period in a time column", "đến năm 2030; đến tháng 6/2025", "(?:cho )?(?:đến|tới)",
       cell, by},
      {"from a period on", "Từ năm 2024; từ ngày 01/7/2025", "(?:kể )?từ", cell, from_on},
  };
}

const std::vector<std::unique_ptr<RE2>>& patterns() {
  static const auto compiled = [] {
    std::vector<std::unique_ptr<RE2>> all;
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(true);
    for (const LeadRule& rule : lead_rules())
      all.push_back(
          std::make_unique<RE2>(spaced("(?i)(?:^|[^\\pL\\pN])(" + rule.lead + ") $"), options));
    return all;
  }();
  return compiled;
}

// The window before a period, from the start of a letter.
std::string_view window_before(std::string_view text, std::size_t at) {
  std::size_t begin = at > 120 ? at - 120 : 0;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin, at - begin);
}

void add_deadlines(std::string_view text, const Match<Period>& period, bool cell,
                   std::vector<Match<Deadline>>& found) {
  const std::string_view window = window_before(text, period.span.begin);
  for (std::size_t i = 0; i < lead_rules().size(); ++i) {
    const LeadRule& rule = lead_rules()[i];
    if (rule.where == LeadRule::Where::cell && !cell) continue;
    auto deadline = rule.make(period.value);
    if (!deadline) continue;
    std::size_t begin = period.span.begin;
    if (!rule.lead.empty()) {
      re2::StringPiece lead;
      const re2::StringPiece before(window.data(), window.size());
      if (!RE2::PartialMatch(before, *patterns()[i], &lead)) continue;
      if (!lead.empty()) begin = lead.data() - text.data();
    }
    const bool labelled = rule.name == "period after its label";
    const std::size_t from = labelled ? period.span.begin : begin;
    deadline->text = text.substr(from, period.span.end - from);
    found.push_back({{begin, period.span.end}, *deadline, std::string(rule.name)});
  }
}

}  // namespace

const std::vector<LeadRule>& lead_rules() {
  static const std::vector<LeadRule> table = rules();
  return table;
}

std::string lead_error(std::size_t rule) { return patterns()[rule]->error(); }

std::vector<Match<Deadline>> deadlines_of(std::string_view text,
                                          const std::vector<Match<Period>>& periods, bool cell) {
  std::vector<Match<Deadline>> found;
  for (const auto& period : periods)
    if (cell || period.value.form != PeriodForm::bare) add_deadlines(text, period, cell, found);
  return found;
}

}  // namespace vanthu
