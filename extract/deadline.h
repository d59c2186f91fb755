#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/date.h"
#include "extract/match.h"
#include "extract/number.h"
#include "schema/record.h"

namespace vanthu {

// What a phrase without a year is read against. Never the clock.
struct DateContext {
  int year = 0;                   // the plan's year, else the year of issue
  std::optional<Date> issued_on;  // for "Chậm nhất 01 tháng khi Kế hoạch ... được ban hành"
};

// Every deadline phrase in running text (a task, a heading), in order; none overlap. Dates inside
// citations and periods that describe content ("giai đoạn 2021-2025") are not deadlines.
//   find_deadlines("Báo cáo Sở Nội vụ trước ngày 30 tháng 9.", {2024})
//     -> {before, end 2024-09-30, text "trước ngày 30 tháng 9"}
std::vector<Match<Deadline>> find_deadlines(std::string_view text, const DateContext& context);

// The one by which a task itself must be done, if it states any (record-guide.md, Deadlines).
std::optional<Match<Deadline>> task_deadline(std::string_view text, const DateContext& context);
// The same where the mentions of other documents in the text are known.
std::optional<Match<Deadline>> task_deadline(std::string_view text, const DateContext& context,
                                             const std::vector<Match<Mention>>& mentions);

// The deadline that a table's time cell states ("Quý II", "12/2027", "Thường xuyên trong năm",
// "≤ 5 ngày làm việc"); bare periods count here.
std::optional<Match<Deadline>> cell_deadline(std::string_view cell, const DateContext& context);

// Of the deadline in a task's text and the one in its row's time cell, the one that says more: a
// day or a rate before a whole year, that before "thường xuyên" and before an event alone; the
// text's where both say as much.
const Match<Deadline>& sharper(const Match<Deadline>& of_text, const Match<Deadline>& of_cell);

}  // namespace vanthu
