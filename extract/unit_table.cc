#include "extract/unit_table.h"

#include <algorithm>

#include "extract/letters.h"
#include "extract/words.h"

namespace vanthu {

const std::string& UnitTable::use(std::string_view as_printed, Role role) {
  const std::string printed(trimmed(as_printed));
  const std::string name = canonical_unit(printed, scope_);
  const auto [at, added] = index_.try_emplace(folded(name), units_.size());
  if (added) units_.push_back({name, {}, 0, 0});
  Unit& unit = units_[at->second];
  const bool known = printed == unit.name || std::find(unit.aliases.begin(), unit.aliases.end(),
                                                       printed) != unit.aliases.end();
  if (!known) unit.aliases.push_back(printed);
  (role == Role::lead ? unit.lead_count : unit.support_count) += 1;
  return unit.name;
}

}  // namespace vanthu
