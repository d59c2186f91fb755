#pragma once
#include <string>
#include <vector>

namespace vanthu {

// A rule that makes values, for `vanthu explain --rules`.
struct RuleDescription {
  std::string field;   // what it reads: number, date, period, deadline, moment, letterhead ...
  std::string name;    // as evidence names it
  std::string phrase;  // Vietnamese that it reads; several are parted by "; "
};

// Every rule of every grammar, the user's own among them.
std::vector<RuleDescription> all_rules();

}  // namespace vanthu
