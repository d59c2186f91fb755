#include <algorithm>

#include "ingest/page_builder.h"
#include "ingest/source.h"

// Plain text: form feeds part pages, blank lines part blocks, lines with tabs are table rows.
namespace vanthu {
namespace {

struct TextLine {
  std::string_view text;
  int number = 0;  // 1-based on its page, blank lines counted
};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = text.find(by);
    out.push_back(text.substr(0, end));
    if (end == text.npos) return out;
    text.remove_prefix(end + 1);
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

WordLine words_of(std::string_view text) {
  WordLine words;
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > i) words.emplace_back().text = text.substr(i, end - i);
    i = end + 1;
  }
  return words;
}

// A tab at the start alone is an indent.
bool has_inner_tab(std::string_view text) {
  return text.find('\t', text.find_first_not_of('\t')) != text.npos;
}

bool has_tab(const TextLine& line) { return line.text.find('\t') != std::string_view::npos; }

// Lines between blank lines. The last form feed or line end closes the page without a further line.
std::vector<std::vector<TextLine>> paragraphs(std::string_view page) {
  std::vector<std::vector<TextLine>> out(1);
  int number = 0;
  for (std::string_view text : split(page, '\n')) {
    ++number;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (!is_blank(text))
      out.back().push_back({text, number});
    else if (!out.back().empty())
      out.emplace_back();
  }
  return out;
}

// Cells parted by tabs; a row with fewer cells than the table has columns ends in a wide one where
// it has a single cell, in empty ones otherwise.
void add_row(TableContent& content, const TextLine& line, int row) {
  const std::vector<std::string_view> cells = split(line.text, '\t');
  const int columns = content.table.columns;
  const int count = cells.size() == 1 ? 1 : columns;
  for (int c = 0; c < count; ++c) {
    Cell& cell = content.table.cells.emplace_back();
    cell.row = row;
    cell.column = c;
    cell.column_span = count == 1 ? columns : 1;
    const bool given = c < static_cast<int>(cells.size());
    content.cells.push_back({given ? words_of(cells[c]) : WordLine{}});
  }
}

void add_rows(Page& page, const std::vector<TextLine>& lines) {
  TableContent content;
  std::vector<int> numbers;
  content.table.rows = static_cast<int>(lines.size());
  for (const TextLine& line : lines)
    content.table.columns = std::max<int>(content.table.columns, split(line.text, '\t').size());
  for (const TextLine& line : lines) {
    add_row(content, line, static_cast<int>(numbers.size()));
    numbers.push_back(line.number);
  }
  add_table(page, content, numbers);
}

void add_lines(Page& page, const std::vector<TextLine>& lines) {
  std::vector<WordLine> words;
  std::vector<int> numbers;
  for (const TextLine& line : lines) {
    words.push_back(words_of(line.text));
    numbers.push_back(line.number);
  }
  add_block(page, BlockKind::text, words, numbers);
}

// Text, then from the first row with tabs to the last one a table, then text.
void add_paragraph(Page& page, const std::vector<TextLine>& lines) {
  const bool table = std::any_of(lines.begin(), lines.end(),
                                 [](const TextLine& line) { return has_inner_tab(line.text); });
  const auto first = table ? std::find_if(lines.begin(), lines.end(), has_tab) : lines.end();
  const auto last = table ? std::find_if(lines.rbegin(), lines.rend(), has_tab).base() : first;
  add_lines(page, {lines.begin(), first});
  if (first != last) add_rows(page, {first, last});
  add_lines(page, {last, lines.end()});
}

class TextSource : public Source {
 public:
  explicit TextSource(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    pages_ = split(bytes, '\f');
    if (pages_.size() > 1 && is_blank_page(pages_.back())) pages_.pop_back();
  }

  int page_count() const override { return static_cast<int>(pages_.size()); }
  PageImage image(int number) const override {
    throw Error(ErrorCode::unknown_format, "", "plain text has no picture", number);
  }

 protected:
  Page do_read_page(int number, const PageReader&, const IngestOptions&) const override {
    Page page;
    for (const auto& paragraph : paragraphs(pages_.at(number - 1))) add_paragraph(page, paragraph);
    page.text_origin = page.words.empty() ? TextOrigin::blank : TextOrigin::text;
    page.reason = "plain text: " + std::to_string(page.words.size()) + " words";
    return page;
  }

 private:
  static bool is_blank_page(std::string_view page) {
    return page.find_first_not_of(" \t\r\n") == page.npos;
  }

  std::vector<std::string_view> pages_;
};

}  // namespace

std::unique_ptr<Source> open_text(std::string_view bytes) {
  return std::make_unique<TextSource>(bytes);
}

}  // namespace vanthu
