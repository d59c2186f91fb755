#include "ingest/page_builder.h"

namespace vanthu {
namespace {

void add_line(Page& page, const WordLine& words, int number) {
  Line line;
  line.number = number;
  line.words.begin = page.words.size();
  for (const Word& word : words) {
    page.words.push_back(word);
    line.box = united(line.box, word.box);
  }
  line.words.end = page.words.size();
  page.lines.push_back(line);
}

int next_number(const Page& page) { return page.lines.empty() ? 1 : page.lines.back().number + 1; }

// The span of the lines added from `begin` on, and the box around them.
std::optional<Box> box_of(const Page& page, Span lines) {
  std::optional<Box> box;
  for (std::size_t i = lines.begin; i < lines.end; ++i) box = united(box, page.lines[i].box);
  return box;
}

}  // namespace

void add_block(Page& page, BlockKind kind, const std::vector<WordLine>& lines,
               const std::vector<int>& numbers) {
  Block block;
  block.kind = kind;
  block.lines.begin = page.lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!lines[i].empty())
      add_line(page, lines[i], i < numbers.size() ? numbers[i] : next_number(page));
  block.lines.end = page.lines.size();
  if (block.lines.empty()) return;
  block.box = box_of(page, block.lines);
  page.blocks.push_back(block);
}

void add_table(Page& page, const TableContent& content, const std::vector<int>& row_numbers) {
  Block block{.kind = BlockKind::table,
              .lines = {page.lines.size(), page.lines.size()},
              .box = content.table.box,
              .table = static_cast<int>(page.tables.size())};
  Table table = content.table;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    Cell& cell = table.cells[i];
    cell.lines.begin = page.lines.size();
    for (const WordLine& line : content.cells[i])
      if (!line.empty())
        add_line(page, line, row_numbers.empty() ? next_number(page) : row_numbers[cell.row]);
    cell.lines.end = page.lines.size();
    if (!cell.box) cell.box = box_of(page, cell.lines);
  }
  block.lines.end = page.lines.size();
  if (!block.box) block.box = table.box = box_of(page, block.lines);
  page.tables.push_back(std::move(table));
  page.blocks.push_back(block);
}

}  // namespace vanthu
