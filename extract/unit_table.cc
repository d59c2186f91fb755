#include "extract/unit_table.h"

#include "extract/letters.h"
#include "extract/words.h"

namespace vanthu {

const std::string& UnitTable::use(std::string_view as_printed, Role role) {
  const std::string printed(trimmed(as_printed));
  const auto [seen, is_new] = as_printed_.try_emplace(printed);
  if (is_new) {
    const std::string name = canonical_unit(printed, scope_);
    const auto [at, added] = index_.try_emplace(folded(name), units_.size());
    if (added) units_.push_back({name, {}, 0, 0});
    if (printed != units_[at->second].name) units_[at->second].aliases.push_back(printed);
    seen->second = at->second;
  }
  Unit& unit = units_[seen->second];
  (role == Role::lead ? unit.lead_count : unit.support_count) += 1;
  return unit.name;
}

}  // namespace vanthu
