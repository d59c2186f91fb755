#pragma once
#include <string>
#include <vector>

#include "extract/passage.h"

namespace vanthu {

// What a part of a document is.
enum class NodeKind {
  letterhead,  // a line of the letterhead: issuer, number, motto, place and date
  title,       // the kind of document in capitals
  subject,     // trích yếu
  basis,       // căn cứ, opening "Thực hiện ..." clauses
  heading,     // has items below it, or stands in capitals
  item,        // numbered paragraph, bullet
  paragraph,   // unnumbered
  footnote,
  table,       // Node::rows
  signature,   // a line of the signature block
  recipients,  // a line under "Nơi nhận"
  attachment,  // title of an appendix
  other        // stamps, page numbers
};

// Cells of a task table's row, by column; a spanning cell stands in its first column and, for
// merged owner cells, is repeated in every row that it covers. Each cell holds its paragraphs.
struct Row {
  std::vector<std::vector<Passage>> cells;
  bool header = false;
  bool group = false;  // one cell over the whole width: "II. Lĩnh vực cải cách thể chế"
};

struct Node {
  NodeKind kind = NodeKind::paragraph;
  std::string marker;     // "1.1.", "-", "a)", "Điều 3."; empty where there is none
  int level = 0;          // depth in the heading tree, 0 outermost
  int parent = -1;        // index of the node it stands under, -1 at the top
  Passage passage;        // its text without the marker, lines joined
  std::vector<Row> rows;  // of a table, joined over pages, repeated headers dropped
};

// The document as a flat list in reading order; `parent` makes it a tree.
struct Outline {
  std::vector<Node> nodes;
};

Outline outline(const Text& text);

// One node a line, indented by level, for tests and for `vanthu explain`:
//   heading I. "MỤC ĐÍCH, YÊU CẦU"
//     item - "Tiếp tục phát huy ..."
std::string dump(const Outline& outline);

}  // namespace vanthu
