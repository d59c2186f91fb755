#include <ostream>

#include "app/commands.h"
#include "extract/extract.h"

namespace vanthu {
namespace {

void print(const Json& json, Context& context) { context.streams.out << json.dump(1) << std::endl; }

Exit ingest_file(const std::string& file, Context& context) {
  print(to_json(ingest(file, *context.engine.reader, context.engine.ingest)), context);
  return Exit::all_read;
}

// Its output carries the Scan along, as extract needs both.
Exit normalize_json(const std::string& file, bool plain, Context& context) {
  const Json input = parse_json(read_all(file, context.streams.in));
  const Scan scan = scan_from_json(input);
  const Text text = normalize(scan, *context.engine.model, context.engine.normalize);
  if (plain)
    context.streams.out << plain_text(text) << std::flush;
  else
    print({{"scan", input}, {"text", to_json(text)}}, context);
  return Exit::all_read;
}

Exit extract_json(const std::string& file, Context& context) {
  const Json input = parse_json(read_all(file, context.streams.in));
  if (!input.is_object() || !input.contains("scan") || !input.contains("text"))
    throw Error(ErrorCode::bad_json, file, "no members 'scan' and 'text'");
  const Scan scan = scan_from_json(input["scan"]);
  const Text text = text_from_json(input["text"]);
  check_anchors(scan, text);
  print(checked_json(extract(scan, text, outline(text)), scan.file), context);
  return Exit::all_read;
}

}  // namespace

void add_stage_commands(CommandLine& line) {
  const auto file = std::make_shared<std::string>("-");
  line.add("ingest", "First stage alone: a document to a Scan (JSON)",
           "vanthu ingest plan.pdf > scan.json",
           [file](Context& context) { return ingest_file(*file, context); })
      ->add_option("FILE", *file, "PDF, TIFF, PNG, JPEG or UTF-8 text")
      ->required();

  const auto plain = std::make_shared<bool>(false);
  CLI::App* normalize =
      line.add("normalize", "Second stage alone: a Scan to a Text (JSON)",
               "vanthu ingest plan.pdf | vanthu normalize > text.json",
               [file, plain](Context& context) { return normalize_json(*file, *plain, context); });
  normalize->add_option("FILE", *file, "Scan; standard input if not given");
  normalize->add_flag("--plain", *plain, "The text alone, as `vanthu text` prints it");

  line.add("extract", "Third stage alone: a Text to a record",
           "vanthu ingest plan.pdf | vanthu normalize | vanthu extract",
           [file](Context& context) { return extract_json(*file, context); })
      ->add_option("FILE", *file, "What normalize wrote; standard input if not given");
}

}  // namespace vanthu
