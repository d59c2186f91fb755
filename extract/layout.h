#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/passage.h"

namespace vanthu {

// A printed line, or a table in the place of its lines.
struct PrintedLine {
  std::size_t page = 0;
  Passage passage;         // empty for a table
  std::optional<Box> box;  // none in plain text
  bool gap = false;        // opens its block: an empty line or a wide gap stands before it
  bool new_page = false;   // the first line of its page that is not set apart
  bool apart = false;      // a stamp, a page number, a running header, an ornament
  const Table* table = nullptr;

  const std::string& text() const { return passage.text; }
};

// How wide the lines of a page are.
struct Measure {
  bool boxes = false;
  double left = 0, right = 0;  // of the column of running text, in points; with boxes
  double height = 0;           // of the usual line, in points; with boxes
  std::size_t characters = 0;  // of a full line
  bool long_lines = false;     // one paragraph a line, as in text that was not set to a page
};

// The lines of a document in reading order, with what is needed to join them to paragraphs.
struct Layout {
  std::vector<PrintedLine> lines;
  std::vector<Measure> measures;  // by page
};

Layout layout(const Text& text);

}  // namespace vanthu
