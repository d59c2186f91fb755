#include <ostream>

#include "app/commands.h"

namespace vanthu {
namespace {

using Files = std::shared_ptr<std::vector<std::string>>;

// One JSON document for one file, JSON Lines for several.
Exit read_files(const std::vector<std::string>& files, Context& context) {
  const int indent = files.size() == 1 ? 2 : -1;
  return for_each_file(files, context.messages, [&](const std::string& file) {
    const Record record = read_document(file, context.engine);
    context.streams.out << checked_json(record, file).dump(indent) << std::endl;
    for (const Warning& warning : record.warnings)
      if (warning.code == "page_failed") context.messages.note(file + ": " + warning.message);
  });
}

Exit text_of_files(const std::vector<std::string>& files, bool as_read, Context& context) {
  bool first = true;
  return for_each_file(files, context.messages, [&](const std::string& file) {
    const Engine& engine = context.engine;
    const Scan scan = ingest(file, *engine.reader, engine.ingest);
    const std::string text =
        as_read ? plain_text(scan) : plain_text(normalize(scan, *engine.model, engine.normalize));
    if (!first) context.streams.out << '\f';
    first = false;
    context.streams.out << text << std::flush;
  });
}

}  // namespace

void add_read_commands(CommandLine& line) {
  const auto files = std::make_shared<std::vector<std::string>>();
  line.add("read", "Documents to records on standard output", "vanthu read plan.pdf > plan.json",
           [files](Context& context) { return read_files(*files, context); })
      ->add_option("FILE", *files, "PDF, TIFF, PNG, JPEG or UTF-8 text")
      ->required();

  const auto as_read = std::make_shared<bool>(false);
  CLI::App* text = line.add("text", "A document's text, repaired; pages are parted by form feeds",
                            "vanthu text plan.pdf > plan.txt", [files, as_read](Context& context) {
                              return text_of_files(*files, *as_read, context);
                            });
  text->add_option("FILE", *files, "PDF, TIFF, PNG, JPEG or UTF-8 text")->required();
  text->add_flag("--as-read", *as_read, "The text as it was read, before repair");
}

}  // namespace vanthu
