#include <algorithm>

#include "normalize/normalize.h"
#include "normalize/repair.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The lines as a Scan of one page, and the white space before each word and at each line's end.
struct PlainPage {
  Scan scan;
  std::vector<std::string> gaps;  // by word
  std::vector<std::string> ends;  // by line
};

void read_line(const std::string& line, PlainPage& out) {
  Page& page = out.scan.pages[0];
  const std::size_t begin = page.words.size();
  std::size_t i = 0;
  for (;;) {
    const std::size_t gap = i;
    while (i < line.size() && is_space(line[i])) ++i;
    std::string space = line.substr(gap, i - gap);
    const std::size_t word = i;
    while (i < line.size() && !is_space(line[i])) ++i;
    if (word == i) {
      out.ends.push_back(std::move(space));
      break;
    }
    out.gaps.push_back(std::move(space));
    page.words.push_back({line.substr(word, i - word), {}, 1, -1});
  }
  page.lines.push_back({{begin, page.words.size()}, {}, static_cast<int>(out.ends.size())});
}

PlainPage read_page(const std::vector<std::string>& lines, TextOrigin origin) {
  PlainPage out;
  out.scan.pages.emplace_back();
  Page& page = out.scan.pages[0];
  page.number = 1;
  page.text_origin = origin;
  for (const std::string& line : lines) read_line(line, out);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const bool open = i > 0 && !page.lines[i - 1].words.empty() && !page.blocks.empty();
    if (open)
      page.blocks.back().lines.end = i + 1;
    else
      page.blocks.push_back({BlockKind::text, {i, i + 1}, {}, -1});
  }
  return out;
}

}  // namespace

RepairedText repair_lines(const RepairModel& model, const std::vector<std::string>& lines,
                          TextOrigin origin) {
  const PlainPage plain = read_page(lines, origin);
  const Text text = normalize(plain.scan, model);
  const TextPage& page = text.pages[0];
  RepairedText out;
  std::vector<Span> bytes(page.words.size());
  std::vector<std::size_t> line_of(page.words.size() + 1, lines.empty() ? 0 : lines.size() - 1);
  for (std::size_t l = 0; l < page.lines.size(); ++l) {
    std::string line;
    const Span words = page.lines[l].words;
    for (std::size_t w = words.begin; w < words.end; ++w) {
      // What was dropped from the line's begin does not move it.
      const std::size_t source =
          w == words.begin ? plain.scan.pages[0].lines[l].words.begin : page.words[w].source.begin;
      const bool piece = w > words.begin && page.words[w - 1].source.end > source;
      line += piece ? " " : plain.gaps[source];
      bytes[w] = {line.size(), line.size() + page.words[w].text.size()};
      line_of[w] = l;
      line += page.words[w].text;
    }
    out.lines.push_back(line + plain.ends[l]);
  }
  for (const Repair& repair : text.repairs) {
    const std::size_t w = repair.words.begin;
    const Span place =
        repair.words.empty() ? Span{} : Span{bytes[w].begin, bytes[repair.words.end - 1].end};
    out.repairs.push_back(
        {line_of[w], place, repair.as_read, repair.repaired, repair.kind, repair.confidence});
  }
  return out;
}

}  // namespace vanthu
