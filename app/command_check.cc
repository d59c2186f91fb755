#include <ostream>

#include "app/commands.h"
#include "schema/check.h"

namespace vanthu {
namespace {

// A file holds one record or one a line (JSON Lines).
std::vector<Json> records_in(const std::string& bytes) {
  if (Json::accept(bytes)) return {Json::parse(bytes)};
  std::vector<Json> records;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) records.push_back(parse_json(line));
  if (records.empty()) throw Error(ErrorCode::bad_json, "", "no record");
  return records;
}

void check_file(const std::string& file, Context& context) {
  std::size_t violations = 0;
  for (const Json& record : records_in(read_all(file, context.streams.in)))
    for (const std::string& violation : check_record(record)) {
      context.streams.out << file << ": " << violation << '\n';
      ++violations;
    }
  if (violations > 0)
    throw Error(ErrorCode::schema_violation, file, std::to_string(violations) + " violations");
  context.messages.note(file + ": valid");
}

}  // namespace

void add_check_command(CommandLine& line) {
  const auto files = std::make_shared<std::vector<std::string>>();
  line.add("check", "Validates records against the schema", "vanthu check records/*.json",
           [files](Context& context) {
             return for_each_file(*files, context.messages,
                                  [&](const std::string& file) { check_file(file, context); });
           })
      ->add_option("RECORD", *files, "JSON or JSON Lines; - is standard input")
      ->required();
}

}  // namespace vanthu
