#include "schema/check.h"

#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "embedded/record_schema_json.h"

namespace vanthu {
namespace {

struct RecordSchema {
  valijson::Schema schema;  // neither copied nor moved
  RecordSchema() {
    const auto document = nlohmann::json::parse(data::record_schema_json());
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(document),
                                            schema);
  }
};

const valijson::Schema& record_schema() {
  static const RecordSchema parsed;
  return parsed.schema;
}

// valijson names the place as <root>[tasks][3][deadline].
std::string pointer(const std::string& context) {
  std::string out;
  for (std::size_t at = context.find('['); at != std::string::npos; at = context.find('[', at)) {
    const std::size_t end = context.find(']', at);
    out += '/' + context.substr(at + 1, end - at - 1);
    at = end;
  }
  return out.empty() ? "/" : out;
}

std::vector<std::string> schema_violations(const nlohmann::json& record) {
  valijson::ValidationResults results;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  if (validator.validate(record_schema(), valijson::adapters::NlohmannJsonAdapter(record),
                         &results))
    return {};
  std::vector<std::string> out;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    std::string place;
    for (const std::string& part : error.context) place += part;
    out.push_back(pointer(place) + ": " + error.description);
  }
  return out;
}

// References inside the record, which JSON Schema cannot check.
std::vector<std::string> reference_violations(const Json& record) {
  std::vector<std::string> out;
  std::set<std::string> axes, tasks;
  for (const Json& axis : record["axes"]) axes.insert(axis["code"]);
  for (std::size_t i = 0; i < record["tasks"].size(); ++i) {
    const Json& task = record["tasks"][i];
    const std::string place = "/tasks/" + std::to_string(i);
    if (!tasks.insert(task["id"]).second)
      out.push_back(place + "/id: '" + task["id"].get<std::string>() + "' is not unique");
    if (task["axis"].is_string() && !axes.contains(task["axis"]))
      out.push_back(place + "/axis: no axis '" + task["axis"].get<std::string>() + "'");
  }
  for (std::size_t i = 0; i < record["warnings"].size(); ++i) {
    const Json& warning = record["warnings"][i];
    if (warning.contains("task") && !tasks.contains(warning["task"]))
      out.push_back("/warnings/" + std::to_string(i) + "/task: no such task");
  }
  return out;
}

}  // namespace

std::vector<std::string> check_record(const Json& record) {
  auto violations = schema_violations(nlohmann::json(record));
  return violations.empty() ? reference_violations(record) : violations;
}

}  // namespace vanthu
