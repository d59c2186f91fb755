#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/unit.h"
#include "schema/record.h"

namespace vanthu {

// The units of a record, in the order in which tasks name them, each under one name.
class UnitTable {
 public:
  explicit UnitTable(UnitScope scope) : scope_(std::move(scope)) {}

  enum class Role { lead, support };
  // Counts a mention and returns the name that the unit goes by in this record. Names that differ
  // in capitals or in their hyphens only are one unit.
  const std::string& use(std::string_view as_printed, Role role);

  std::vector<Unit> take() { return std::move(units_); }

 private:
  UnitScope scope_;
  std::vector<Unit> units_;
  std::map<std::string, std::size_t> index_;       // by folded name
  std::map<std::string, std::size_t> as_printed_;  // what was seen before
};

}  // namespace vanthu
