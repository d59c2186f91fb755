#include <map>
#include <ostream>

#include "app/commands.h"
#include "app/explain.h"
#include "extract/extract.h"
#include "extract/rules.h"
#include "ingest/digit_picture.h"
#include "ingest/page_picture.h"

namespace vanthu {
namespace {

struct ExplainOptions {
  std::string file, field, picture;
  bool rules = false;
  std::size_t page = 1;
};

// Every rule with a phrase that it reads; of a file's record, how many values it made.
Exit list_rules(const ExplainOptions& options, Context& context) {
  std::map<std::string, int> uses;
  if (!options.file.empty())
    for (const Explanation& value : explanations(read_document(options.file, context.engine)))
      if (value.evidence) ++uses[value.evidence->rule];
  for (const RuleDescription& rule : all_rules()) {
    context.streams.out << rule.field << '\t' << rule.name << '\t' << rule.phrase;
    if (!options.file.empty()) context.streams.out << '\t' << uses[rule.name];
    context.streams.out << '\n';
  }
  return Exit::all_read;
}

// All boxes on the first page that has any.
void draw(const ExplainOptions& options, const std::vector<Explanation>& found, Context& context) {
  int page = 0;
  std::vector<Box> boxes;
  for (const Explanation& explanation : found) {
    const auto& evidence = explanation.evidence;
    if (!evidence || !evidence->box || (page != 0 && evidence->page != page)) continue;
    page = evidence->page;
    boxes.push_back(*evidence->box);
  }
  if (page == 0) {
    context.messages.note("no place on a page image to draw");
    return;
  }
  write_page_picture(options.file, page, boxes, options.picture);
  context.messages.note("page " + std::to_string(page) + " drawn to " + options.picture);
}

// The digits that the number or the date was weighed from, on the first page that has any.
bool draw_digits(const ExplainOptions& options, const Scan& scan, Context& context) {
  const bool number = options.field == "number";
  if (!number && options.field != "issued_on") return false;
  for (const Page& page : scan.pages) {
    std::vector<DigitField> fields = page.digits;
    std::erase_if(fields, [&](const DigitField& field) {
      return (field.part == DigitField::Part::serial) != number;
    });
    if (fields.empty()) continue;
    write_digit_picture(options.file, page.number, fields, options.picture);
    context.messages.note("digits of page " + std::to_string(page.number) + " drawn to " +
                          options.picture);
    return true;
  }
  return false;
}

void draw_layout(const ExplainOptions& options, const Scan& scan, Context& context) {
  if (options.page < 1 || options.page > scan.pages.size()) {
    context.messages.note("the document has " + std::to_string(scan.pages.size()) + " pages");
    return;
  }
  write_layout_picture(options.file, scan.pages[options.page - 1], options.picture);
  context.messages.note("layout of page " + std::to_string(options.page) + " drawn to " +
                        options.picture);
}

void draw_picture(const ExplainOptions& options, const Scan& scan,
                  const std::vector<Explanation>& found, Context& context) {
  if (options.picture.empty()) return;
  if (options.field.empty())
    draw_layout(options, scan, context);
  else if (!draw_digits(options, scan, context))
    draw(options, found, context);
}

Exit explain_file(const ExplainOptions& options, Context& context) {
  if (options.rules) return list_rules(options, context);
  if (options.file.empty()) {
    context.messages.note("name a document, or give --rules");
    return Exit::usage;
  }
  const Engine& engine = context.engine;
  const Scan scan = ingest(options.file, *engine.reader, engine.ingest);
  const Text text = normalize(scan, *engine.model, engine.normalize);
  const Record record = extract(scan, text, outline(text));
  const auto found = options.field.empty() ? explanations(record) : explain(record, options.field);
  if (found.empty()) {
    context.messages.note("no field '" + options.field + "'; `vanthu explain " + options.file +
                          "` lists them");
    return Exit::usage;
  }
  for (const Explanation& explanation : found) context.streams.out << describe(explanation);
  draw_picture(options, scan, found, context);
  return Exit::all_read;
}

}  // namespace

void add_explain_command(CommandLine& line) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* command =
      line.add("explain", "How a value was found, and where on the page",
               "vanthu explain plan.pdf number --picture number.png",
               [options](Context& context) { return explain_file(*options, context); });
  command->add_option("FILE", options->file, "The document; may be left out with --rules");
  command->add_option("FIELD", options->field,
                      "number, issued_on, kind, issuer, place, subject, signer, recipients, "
                      "citations.N, axes.CODE, tasks.ID, tasks.ID.deadline; all if not given");
  command->add_flag("--rules", options->rules,
                    "List the rules with their phrases and how many values each made in FILE");
  command->add_option(
      "--picture", options->picture,
      "PNG file to draw the field's place on the page to; of number and issued_on in a scan the "
      "digits, how they were parted and what they may be; without FIELD what the analysis of the "
      "page saw: columns, numbered lines, tables, stamps, seals");
  command->add_option("--page", options->page, "Page of the picture without FIELD")
      ->capture_default_str();
}

}  // namespace vanthu
