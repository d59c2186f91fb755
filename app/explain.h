#pragma once
#include <optional>
#include <string>
#include <vector>

#include "schema/record.h"

namespace vanthu {

// One value of a record and how it was found.
struct Explanation {
  std::string field;  // number, citations.3, axes.1.1, tasks.t7, tasks.t7.deadline ...
  std::string value;  // on one line
  std::optional<Evidence> evidence;  // none where the field is empty
};

// Every value of the record, in the order of the schema.
std::vector<Explanation> explanations(const Record& record);

// Those of `field` and of what lies under it ("tasks.t7" has its deadline too, "citations" all
// citations). Empty where there is no such field.
std::vector<Explanation> explain(const Record& record, const std::string& field);

// For people: the value, the rule, the place, the text as read and as repaired.
std::string describe(const Explanation& explanation);

}  // namespace vanthu
