#pragma once
#include <vector>

#include "core/scan.h"

namespace vanthu {

// The words of one line from left to right.
using WordLine = std::vector<Word>;

// A table without its text, and the lines of each of its cells.
struct TableContent {
  Table table;                               // Cell::lines not yet set
  std::vector<std::vector<WordLine>> cells;  // as many as table.cells
};

// Append to the page's flat vectors, in reading order. Boxes of lines, blocks and tables come from
// the words where they are not given. `numbers` gives each line's number; without it lines are
// numbered on from the page's last line. Empty lines are left out; a block without lines adds
// nothing.
void add_block(Page& page, BlockKind kind, const std::vector<WordLine>& lines,
               const std::vector<int>& numbers = {});
void add_table(Page& page, const TableContent& content, const std::vector<int>& row_numbers = {});

}  // namespace vanthu
