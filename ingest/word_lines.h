#pragma once
#include <vector>

#include "ingest/page_builder.h"

// Words that were read, put together to lines.
namespace vanthu {

// The words of one column as lines, each from left to right. Every word must have a box.
std::vector<WordLine> lines_of(std::vector<Word> words);

// True for a line that is nothing but a page number: "2", "- 2 -", "Trang 2/10".
bool is_page_number(const WordLine& line);

// Lines that follow each other and are of one kind.
struct Run {
  BlockKind kind = BlockKind::text;
  std::vector<WordLine> lines;
};

// The lines of a column with the page numbers at the head and foot of a page of that height set
// apart as margin.
std::vector<Run> margins_apart(std::vector<WordLine> lines, double page_height);

}  // namespace vanthu
