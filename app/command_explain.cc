#include <ostream>

#include "app/commands.h"
#include "app/explain.h"
#include "extract/extract.h"
#include "ingest/digit_picture.h"
#include "ingest/page_picture.h"

namespace vanthu {
namespace {

struct ExplainOptions {
  std::string file, field, picture;
};

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

Exit explain_file(const ExplainOptions& options, Context& context) {
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
  if (!options.picture.empty() && !draw_digits(options, scan, context))
    draw(options, found, context);
  return Exit::all_read;
}

}  // namespace

void add_explain_command(CommandLine& line) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* command =
      line.add("explain", "How a value was found, and where on the page",
               "vanthu explain plan.pdf number --picture number.png",
               [options](Context& context) { return explain_file(*options, context); });
  command->add_option("FILE", options->file, "The document")->required();
  command->add_option("FIELD", options->field,
                      "number, issued_on, kind, issuer, place, subject, signer, recipients, "
                      "citations.N, axes.CODE, tasks.ID, tasks.ID.deadline; all if not given");
  command->add_option(
      "--picture", options->picture,
      "PNG file to draw the page and the boxes to; of number and issued_on in a scan the "
      "digits, how they were parted and what they may be");
}

}  // namespace vanthu
