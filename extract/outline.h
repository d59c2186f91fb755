#pragma once
#include <string>
#include <vector>

#include "extract/passage.h"

namespace vanthu {

// What a part of a document is.
enum class NodeKind {
  letterhead,  // a line of a letterhead's column: issuer, number, motto, place and date
  title,       // the kind of document in capitals
  subject,     // trích yếu
  addressee,   // Kính gửi
  basis,       // opening "Căn cứ ...", "Thực hiện ..." clauses
  heading,     // has items below it, or stands in capitals
  item,        // numbered paragraph, bullet
  paragraph,   // unnumbered
  footnote,
  table,       // Node::rows
  signature,   // a line of the signature block
  recipients,  // a line under "Nơi nhận"
  attachment,  // title of an appendix or of a document that is attached
  other        // stamps, page numbers, ornaments
};
std::string_view node_kind_name(NodeKind kind);

// A cell of a row, its paragraphs apart.
struct RowCell {
  std::vector<Passage> paragraphs;
  bool repeated = false;  // stands in a row above and reaches down to this one
  // All paragraphs as one.
  Passage joined() const;
  std::string text() const;  // of joined()
};

// One row of a table by column. A cell that spans columns stands in the first of them; one that
// spans rows stands in each of them.
struct Row {
  std::vector<RowCell> cells;
  bool header = false;
  bool group = false;  // one text over the whole width: "II Lĩnh vực cải cách thể chế"
};

struct Node {
  NodeKind kind = NodeKind::paragraph;
  std::string marker;     // "1.1.", "-", "a)", "Điều 3."; empty where there is none
  int level = 0;          // depth in the heading tree, 0 outermost
  int parent = -1;        // index of the node it stands under, -1 at the top
  Passage passage;        // its text without the marker, lines joined
  std::vector<Row> rows;  // of a table, joined over pages, repeated headers dropped
  bool mixed = false;     // of a table whose columns are mixed line by line (interleaved.h)
  int attachment = -1;    // index of the attachment's title that it belongs to; -1 main part
};

// The document as a flat list in reading order; `parent` makes it a tree.
struct Outline {
  std::vector<Node> nodes;
};

// Finds the parts of a document, on pages with boxes and in plain text alike. Repeated letterheads,
// stamps and page numbers are kept as nodes of their own kind; nothing is dropped but the repeated
// header rows of a table.
Outline outline(const Text& text);

// One node a line, indented by level, for tests and for `vanthu explain`:
//   heading I. "MỤC ĐÍCH, YÊU CẦU"
//     item - "Tiếp tục phát huy ..."
std::string dump(const Outline& outline);

}  // namespace vanthu
