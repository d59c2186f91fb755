#include "extract/outline.h"

#include <algorithm>
#include <array>

#include "core/names.h"
#include "extract/anchor.h"
#include "extract/columns.h"
#include "extract/footnote.h"
#include "extract/group_numbers.h"
#include "extract/interleaved.h"
#include "extract/number.h"
#include "extract/outline_draft.h"
#include "extract/outline_table.h"
#include "extract/outline_tree.h"
#include "extract/words.h"

namespace vanthu {
namespace {

constexpr EnumNames<NodeKind, 14> kinds{{{{NodeKind::letterhead, "letterhead"},
                                          {NodeKind::title, "title"},
                                          {NodeKind::subject, "subject"},
                                          {NodeKind::addressee, "addressee"},
                                          {NodeKind::basis, "basis"},
                                          {NodeKind::heading, "heading"},
                                          {NodeKind::item, "item"},
                                          {NodeKind::paragraph, "paragraph"},
                                          {NodeKind::footnote, "footnote"},
                                          {NodeKind::table, "table"},
                                          {NodeKind::signature, "signature"},
                                          {NodeKind::recipients, "recipients"},
                                          {NodeKind::attachment, "attachment"},
                                          {NodeKind::other, "other"}}}};

// Reads the body line by line.
class Body {
 public:
  explicit Body(Draft& draft) : draft_(draft) {}

  void read() {
    while (!draft_.done()) {
      const PrintedLine& line = draft_.now();
      if (line.apart) {
        draft_.add(NodeKind::other, line.passage);
      } else if (line.table) {
        table(line);
      } else if (block()) {
        continue;
      } else if (!footnote(line)) {
        text_line(line);
      }
      ++draft_.next;
    }
  }

  const std::vector<int>& footnotes() const { return footnotes_; }

 private:
  // A part that reads its own lines.
  bool block() {
    if (opens_attachment(draft_, signed_)) {
      read_attachment(draft_);
      headed_ = false;
    } else if (repeats_letterhead(draft_)) {
      read_repeated_letterhead(draft_);
    } else if (opens_interleaved(draft_)) {
      read_interleaved(draft_);
    } else if (opens_tail(draft_)) {
      read_tail(draft_);
      signed_ = true;
    } else {
      return false;
    }
    open_ = -1;
    return true;
  }

  void table(const PrintedLine& line) {
    for (std::vector<Row>& part : parts_of(table_rows(draft_.text, line.page, *line.table)))
      add_rows(std::move(part));
    open_ = -1;
    last_line_ = nullptr;
  }

  void add_rows(std::vector<Row> rows) {
    const int before = previous_table(rows);
    if (before < 0) {
      draft_.add(NodeKind::table, {}).rows = std::move(rows);
      return;
    }
    std::vector<Row>& all = draft_.nodes[before].rows;
    for (std::size_t i = before + 1; i < draft_.nodes.size(); ++i) {
      Node& node = draft_.nodes[i];
      if (node.kind != NodeKind::item) continue;
      all.push_back(group_row(whole_text(node), all[0].cells.size()));
      draft_.nodes.erase(draft_.nodes.begin() + static_cast<std::ptrdiff_t>(i));
      draft_.markers.erase(draft_.markers.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    join_table(all, std::move(rows));
  }

  // The table that these rows go on with, -1 where there is none: nothing stands between them but
  // specks and pages of it whose columns were not all found, or one numbered line, a group's title
  // that was not read as a row.
  int previous_table(const std::vector<Row>& rows) {
    int groups = 0;
    for (int i = static_cast<int>(draft_.nodes.size()) - 1; i >= 0; --i) {
      Node& node = draft_.nodes[i];
      if (node.kind == NodeKind::table && continues_table(node.rows, rows)) return i;
      if (node.kind == NodeKind::table && !node.rows.empty() && !node.rows[0].header) continue;
      const bool speck = node.marker.empty() && node.kind == NodeKind::paragraph &&
                         length(node.passage.text) < 20 && !ends_sentence(node.passage.text);
      if (speck) node.kind = NodeKind::other;
      if (node.kind == NodeKind::other) continue;
      if (node.kind == NodeKind::paragraph && unread_page(rows, node)) continue;
      const bool group =
          node.kind == NodeKind::item && length(node.passage.text) < 200 && groups++ == 0;
      if (!group) return -1;
    }
    return -1;
  }

  // Text of a table's page on which no table was found, before a page that goes on without a
  // header.
  static bool unread_page(const std::vector<Row>& rows, const Node& node) {
    return !rows.empty() && !rows[0].header && rows[0].cells.size() > 3 && !node.passage.empty();
  }

  static Passage whole_text(const Node& node) {
    Passage out;
    if (!node.passage.empty()) out.append(node.passage.words[0], node.marker);
    out.append(node.passage);
    return out;
  }

  // Lines at the page's foot that a mark in the text leads to; the text goes on after them.
  bool footnote(const PrintedLine& line) {
    const std::optional<int> number = footnote_number(line.text());
    if (number && !marker_of(line.text()) && marked(*number)) {
      draft_.add(NodeKind::footnote, line.passage);
      footnotes_.push_back(*number);
      in_footnote_ = true;
      return true;
    }
    const bool goes_on = in_footnote_ && !line.gap && !line.new_page && goes_on_in_footnote(line);
    if (goes_on) draft_.nodes.back().passage.append(line.passage);
    in_footnote_ = goes_on;
    return goes_on;
  }

  bool goes_on_in_footnote(const PrintedLine& line) const {
    if (line.box) return !marker_of(line.text());  // the rest of the page
    return opens_lower(line.text()) && !(open_ >= 0 && !ends_sentence(open().passage.text) &&
                                         ends_sentence(draft_.nodes.back().passage.text));
  }

  // The footnote's mark stands in one of the last paragraphs, and the note was not read before.
  bool marked(int number) const {
    int paragraphs = 0;
    for (std::size_t i = draft_.nodes.size(); i > 0 && paragraphs < 40; --i, ++paragraphs) {
      const Node& node = draft_.nodes[i - 1];
      if (node.kind != NodeKind::footnote && has_mark(node.passage.text, number)) return true;
    }
    return false;
  }

  void text_line(const PrintedLine& line) {
    const Passage* so_far = open_ >= 0 && last_line_ ? &open().passage : nullptr;
    const std::optional<Marker> marker = line_marker(so_far, line);
    if (so_far && !marker && open().kind != NodeKind::title &&
        joins(draft_.layout, *last_line_, *so_far, draft_.markers[open_], line)) {
      open().passage.append(line.passage);
    } else {
      const std::size_t prefix = marker ? marker->bytes : 0;
      draft_.add(kind_of(line, marker), line.passage.without_prefix(prefix), marker);
      open_ = static_cast<int>(draft_.nodes.size()) - 1;
    }
    last_line_ = &line;
  }

  NodeKind kind_of(const PrintedLine& line, const std::optional<Marker>& marker) {
    const std::string& text = line.text();
    if (!headed_ && is_addressee(text)) return NodeKind::addressee;
    const bool bullet = marker && marker->kind >= MarkerKind::dash;
    if (!headed_ && bullet && in_addressees()) return NodeKind::addressee;
    if (!headed_ && (!marker || bullet) && is_basis(text)) return NodeKind::basis;
    if (marker) {
      headed_ = true;
      return NodeKind::item;
    }
    if (!is_capitals(text)) return NodeKind::paragraph;
    if (text.ends_with(':') && length(text) < 25) return NodeKind::title;  // QUYẾT ĐỊNH:
    if (!headed_ && draft_.nodes.back().kind != NodeKind::paragraph) return NodeKind::letterhead;
    return NodeKind::heading;
  }

  // "Kính gửi:" or one of its lines was read last, a letterhead's right column aside.
  bool in_addressees() const {
    for (std::size_t i = draft_.nodes.size(); i > 0; --i) {
      const NodeKind kind = draft_.nodes[i - 1].kind;
      if (kind != NodeKind::letterhead && kind != NodeKind::other)
        return kind == NodeKind::addressee;
    }
    return false;
  }

  Node& open() { return draft_.nodes[open_]; }
  const Node& open() const { return draft_.nodes[open_]; }

  Draft& draft_;
  int open_ = -1;                           // the paragraph that a line may go on with
  const PrintedLine* last_line_ = nullptr;  // its last line
  bool headed_ = false;                     // a numbered part or an item was read
  bool signed_ = false;                     // the signature block was read
  bool in_footnote_ = false;
  std::vector<int> footnotes_;
};

// Clauses between those that are known to be of the basis: their first words were misread.
void complete_basis(std::vector<Node>& nodes) {
  bool open = false;
  for (std::size_t i = 0; i < nodes.size() && nodes[i].kind != NodeKind::item; ++i) {
    Node& node = nodes[i];
    const bool clause = node.kind == NodeKind::paragraph && node.passage.text.ends_with(';');
    const bool next = i + 1 < nodes.size() && nodes[i + 1].kind == NodeKind::basis;
    if (clause && (open || next)) node.kind = NodeKind::basis;
    open = node.kind == NodeKind::basis;
  }
}

void drop_marks(std::vector<Node>& nodes, const std::vector<int>& footnotes) {
  for (Node& node : nodes) {
    if (node.kind != NodeKind::footnote)
      node.passage = without_marks(std::move(node.passage), footnotes);
    for (Row& row : node.rows)
      for (RowCell& cell : row.cells)
        for (Passage& paragraph : cell.paragraphs)
          paragraph = without_marks(std::move(paragraph), footnotes);
  }
}

}  // namespace

std::string_view node_kind_name(NodeKind kind) { return kinds.name(kind); }

Passage RowCell::joined() const {
  Passage out;
  for (const Passage& paragraph : paragraphs) out.append(paragraph);
  return out;
}

std::string RowCell::text() const {
  std::string out;
  for (const Passage& paragraph : paragraphs) {
    if (!out.empty() && !paragraph.text.empty()) out += ' ';
    out += paragraph.text;
  }
  return out;
}

Outline outline(const Text& text) {
  Draft draft{text, layout(text), {}, {}, 0};
  read_head(draft);
  Body body(draft);
  body.read();
  drop_marks(draft.nodes, body.footnotes());
  complete_basis(draft.nodes);
  for (Node& node : draft.nodes) number_groups(node.rows);
  build_tree(draft.nodes, draft.markers);
  return {std::move(draft.nodes)};
}

std::string dump(const Outline& outline) {
  std::string out;
  const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
  for (const Node& node : outline.nodes) {
    const std::string indent(2 * node.level, ' ');
    out += indent + std::string(node_kind_name(node.kind));
    if (!node.marker.empty()) out += " " + node.marker;
    if (!node.passage.empty()) out += " " + quoted(node.passage.text);
    out += "\n";
    for (const Row& row : node.rows) {
      out += indent + (row.header ? "  header" : row.group ? "  group" : "  row");
      for (const RowCell& cell : row.cells) {
        out += cell.repeated ? " |^" : " |";
        for (const Passage& paragraph : cell.paragraphs) out += " " + quoted(paragraph.text);
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace vanthu
