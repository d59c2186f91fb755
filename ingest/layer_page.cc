#include "ingest/layer_page.h"

#include <algorithm>

#include "ingest/box_math.h"
#include "ingest/layout.h"
#include "ingest/page_builder.h"
#include "ingest/recognise.h"
#include "ingest/table_grid.h"
#include "ingest/word_lines.h"

namespace vanthu {
namespace {

// Moves the words inside the box out of `words`.
std::vector<Word> take(std::vector<Word>& words, const Box& box) {
  const auto kept = std::stable_partition(
      words.begin(), words.end(), [&](const Word& word) { return !inside(*word.box, box); });
  std::vector<Word> out(std::make_move_iterator(kept), std::make_move_iterator(words.end()));
  words.erase(kept, words.end());
  return out;
}

void add_columns(Page& page, const std::vector<Word>& words, double em) {
  std::vector<Box> boxes;
  for (const Word& word : words) boxes.push_back(*word.box);
  for (const auto& members : reading_order(boxes, em)) {
    std::vector<Word> column;
    for (const std::size_t i : members) column.push_back(words[i]);
    for (const Run& run : margins_apart(lines_of(std::move(column)), page.height_pt.value_or(1)))
      add_block(page, run.kind, run.lines);
  }
}

void add_table_words(Page& page, Table table, std::vector<Word> words) {
  TableContent content;
  for (const Cell& cell : table.cells) content.cells.push_back(lines_of(take(words, *cell.box)));
  content.table = std::move(table);
  add_table(page, content);
}

void add_stamps(Page& page, const std::vector<Word>& words) {
  std::vector<Box> boxes;
  for (const Word& word : words) boxes.push_back(*word.box);
  for (const auto& members : reading_order(boxes, em_of_words(boxes))) {
    std::vector<Word> stamp;
    for (const std::size_t i : members) stamp.push_back(words[i]);
    add_block(page, BlockKind::stamp, lines_of(std::move(stamp)));
  }
}

}  // namespace

void add_layer(Page& page, const std::vector<Word>& words, const Ink& ink) {
  std::vector<Table> tables = find_tables(ink);
  for (Table& table : tables) {
    table.box = times(*table.box, 72.0 / ink.dpi);
    for (Cell& cell : table.cells) cell.box = times(*cell.box, 72.0 / ink.dpi);
  }
  std::vector<Box> boxes;
  for (const Word& word : words) boxes.push_back(*word.box);
  const double em = em_of_words(boxes);
  std::vector<Word> rest = words;
  std::vector<std::vector<Word>> table_words;
  for (const Table& table : tables) table_words.push_back(take(rest, *table.box));
  for (std::size_t t = 0; t < tables.size(); ++t) {
    add_columns(page, take(rest, {-1e9, -1e9, 1e9, tables[t].box->y0}), em);
    add_table_words(page, tables[t], std::move(table_words[t]));
  }
  add_columns(page, rest, em);
}

void add_recognised(Page& page, const std::vector<Word>& stamp, PageImage image,
                    const std::vector<Box>& known, const PageReader& reader) {
  const double height = image.height * 72.0 / image.dpi;
  const bool first = !stamp.empty() && stamp.front().box->center_y() < height / 2;
  if (first) add_stamps(page, stamp);
  recognise(page, std::move(image), reader, known);
  if (!first) add_stamps(page, stamp);
  if (stamp.empty() || page.text_origin != TextOrigin::blank) return;
  page.text_origin = TextOrigin::text_layer;
  page.dpi = 0;
  for (Block& block : page.blocks) block.kind = BlockKind::text;
}

}  // namespace vanthu
