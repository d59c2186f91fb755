#include <fstream>
#include <iterator>
#include <ostream>

#include "app/commands.h"
#include "normalize/repair.h"

namespace vanthu {
namespace {

struct RepairOptions {
  std::string file = "-", report;
  bool diff = false;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A repaired line with what was read in red and struck out, what it became in green.
std::string coloured(const std::string& line, const std::vector<const LineRepair*>& repairs) {
  std::string out;
  std::size_t at = 0;
  for (const LineRepair* repair : repairs) {
    out += line.substr(at, repair->bytes.begin - at);
    out += "\x1b[31;9m" + repair->as_read + "\x1b[0m\x1b[32m" +
           line.substr(repair->bytes.begin, repair->bytes.size()) + "\x1b[0m";
    at = repair->bytes.end;
  }
  return out + line.substr(at);
}

void print_diff(const RepairedText& text, std::ostream& out) {
  std::vector<std::vector<const LineRepair*>> by_line(text.lines.size());
  for (const LineRepair& repair : text.repairs) by_line[repair.line].push_back(&repair);
  for (std::size_t i = 0; i < text.lines.size(); ++i)
    out << coloured(text.lines[i], by_line[i]) << '\n';
}

Json repair_json(const LineRepair& repair) {
  return {{"line", repair.line + 1},
          {"bytes", {repair.bytes.begin, repair.bytes.end}},
          {"as_read", repair.as_read},
          {"repaired", repair.repaired},
          {"kind", repair_kind_name(repair.kind)},
          {"confidence", repair.confidence}};
}

// JSON Lines, a repair each.
void write_report(const RepairedText& text, const std::string& file) {
  std::ofstream out(file);
  for (const LineRepair& repair : text.repairs)
    out << repair_json(repair).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  if (!out.flush()) throw Error(ErrorCode::not_writable, file, "the report cannot be written");
}

Exit repair_text(const RepairOptions& options, Context& context) {
  const RepairedText text =
      repair_lines(*context.engine.model, lines_of(read_all(options.file, context.streams.in)));
  if (options.diff)
    print_diff(text, context.streams.out);
  else
    for (const std::string& line : text.lines) context.streams.out << line << '\n';
  if (!options.report.empty()) write_report(text, options.report);
  return Exit::all_read;
}

}  // namespace

void add_repair_command(CommandLine& line) {
  const auto options = std::make_shared<RepairOptions>();
  CLI::App* command =
      line.add("repair", "Garbled or stripped Vietnamese text to repaired text, line by line",
               "echo 'Thyc hién K& hoach s6 12/KH-UBND' | vanthu repair --diff",
               [options](Context& context) { return repair_text(*options, context); });
  command->add_option("FILE", options->file, "UTF-8 text; standard input if not given");
  command->add_flag("--diff", options->diff, "What was read in red beside what it became in green");
  command->add_option("--report", options->report,
                      "File for the account of every repair (JSON Lines)");
}

}  // namespace vanthu
