#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/deadline.h"
#include "extract/period.h"
#include "extract/rule.h"

// The rule tables of the deadline grammar, by what they read.
namespace vanthu {

using DeadlineRule = Rule<Deadline, DateContext>;
using DeadlineRules = std::vector<DeadlineRule>;

DeadlineRules recurring_rules();  // rates
DeadlineRules relative_rules();   // counted from an event; ongoing
DeadlineRules cell_rules();       // what means a deadline only in a time column

// The rules of running text and, more than those, of table cells; compiled once.
const Grammar<Deadline, DateContext>& deadline_grammar();
const Grammar<Deadline, DateContext>& cell_grammar();

// Whether our own rules find a time in `phrase`. Reads no vocabulary, so that the user's can be
// checked before it is in use.
bool names_time(std::string_view phrase);

// A rule for the words that lead up to a period and make it a deadline.
struct LeadRule {
  std::string_view name, phrase;
  std::string lead;  // RE2 as spaced() reads it; ends where the period begins; may be empty
  enum class Where { anywhere, cell } where;
  std::optional<Deadline> (*make)(const Period& period);  // without its text
};
const std::vector<LeadRule>& lead_rules();
// What is wrong with a rule's pattern; empty where it is sound. For tests.
std::string lead_error(std::size_t rule);

// What the words before each of `periods` make of it: before, by, on, within.
std::vector<Match<Deadline>> deadlines_of(std::string_view text,
                                          const std::vector<Match<Period>>& periods, bool cell);

// The day that lies `offset` (P5D, P1M) after `from`; nothing for hours.
std::optional<Date> later(Date from, const std::string& offset);

// Names of rules that the choice between deadlines goes by.
inline constexpr std::string_view ongoing_rule = "ongoing";
inline constexpr std::string_view periodic_rule = "periodic, no rate given";
inline constexpr std::string_view day_rule = "on a day";
inline constexpr std::string_view until_rule = "until a day";
inline constexpr std::string_view duration_rule = "within a duration";
inline constexpr std::string_view upon_rule = "upon an event";
inline constexpr std::string_view user_rule = "deadline phrase of the user's";
inline constexpr std::string_view column_rule = "period in a time column";

Deadline deadline_of(std::string_view text, DeadlineType type);

}  // namespace vanthu
