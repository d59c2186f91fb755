#include <fstream>
#include <ostream>

#include "app/commands.h"
#include "normalize/repair.h"

namespace vanthu {
namespace {

struct RepairOptions {
  std::string file = "-", report;
  bool diff = false;
};

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

// The lines of a stretch, each with its repairs if they are to be shown.
void print(const RepairedText& text, bool diff, std::ostream& out) {
  std::vector<std::vector<const LineRepair*>> by_line(text.lines.size());
  if (diff)
    for (const LineRepair& repair : text.repairs) by_line[repair.line].push_back(&repair);
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    out << coloured(text.lines[i], by_line[i]);
    if (i + 1 < text.lines.size() || !text.open_end) out << '\n';
  }
}

Json repair_json(const RepairedText& text, const LineRepair& repair) {
  const std::size_t before = repair.line == 0 ? text.first_byte : 0;
  return {{"line", text.first_line + repair.line + 1},
          {"bytes", {before + repair.bytes.begin, before + repair.bytes.end}},
          {"as_read", repair.as_read},
          {"repaired", repair.repaired},
          {"kind", repair_kind_name(repair.kind)},
          {"confidence", repair.confidence}};
}

// JSON Lines, a repair each.
void write_report(const RepairedText& text, std::ostream& out) {
  for (const LineRepair& repair : text.repairs)
    out << repair_json(text, repair).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Exit repair_text(const RepairOptions& options, Context& context) {
  std::ofstream report;
  if (!options.report.empty()) report.open(options.report);
  std::ifstream file;
  if (options.file != "-") file = open_file(options.file);
  std::istream& in = options.file == "-" ? context.streams.in : file;
  repair_stream(*context.engine.model, in, TextOrigin::text_layer, [&](const RepairedText& text) {
    print(text, options.diff, context.streams.out);
    if (!options.report.empty()) write_report(text, report);
  });
  if (!options.report.empty() && !report.flush())
    throw Error(ErrorCode::not_writable, options.report, "the report cannot be written");
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
