#pragma once
#include <string>
#include <vector>

#include "core/json.h"

namespace vanthu {

// How `record` breaks record.schema.json: one line a violation, "place: what is wrong", nested
// places as in JSON pointers ("/tasks/3/deadline/type"). Also the rules that the schema cannot say:
// task ids unique, axis codes and warned tasks known. Empty where the record is right.
std::vector<std::string> check_record(const Json& record);

}  // namespace vanthu
