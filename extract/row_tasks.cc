#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "extract/marker.h"
#include "extract/outline_tree.h"
#include "extract/task_reader.h"
#include "extract/unit.h"
#include "extract/words.h"

namespace vanthu {
namespace {

const RowCell* cell_at(const Row& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? &row.cells[*column] : nullptr;
}

// Rows that share one cell of work (it spans them) as one row: what the others add is joined.
std::vector<Row> whole_rows(const std::vector<Row>& rows, std::size_t content) {
  std::vector<Row> out;
  for (const Row& row : rows) {
    const RowCell* work = cell_at(row, content);
    if (!work || !work->repeated || row.group || out.empty()) {
      out.push_back(row);
      continue;
    }
    for (std::size_t i = 0; i < std::min(row.cells.size(), out.back().cells.size()); ++i)
      if (!row.cells[i].repeated)
        for (const Passage& paragraph : row.cells[i].paragraphs)
          out.back().cells[i].paragraphs.push_back(paragraph);
  }
  return out;
}

// The names in a cell of owners; "Đề nghị Tòa án nhân dân tối cao" names the court.
Names cell_units(const RowCell* cell) {
  static const RE2 courtesy(R"((?i)(?:đề nghị|giao)\s+)");
  if (!cell) return {};
  Names out;
  for (std::string& name : values(split_units(cell->text()))) {
    re2::StringPiece rest(name);
    RE2::Consume(&rest, courtesy);
    out.push_back(std::string(rest));
  }
  return out;
}

bool is_bracketed(std::string_view text) {
  return text.starts_with('(') && trim_end(text, ".;").ends_with(')');
}

// The nodes of a cell's paragraphs.
std::vector<Node> cell_tree(const RowCell& cell) {
  std::vector<Node> nodes;
  std::vector<std::optional<Marker>> markers;
  for (const Passage& paragraph : cell.paragraphs) {
    if (!nodes.empty() && is_bracketed(paragraph.text)) {  // a remark on the work above
      nodes.back().passage.append(paragraph);
      continue;
    }
    const std::optional<Marker> marker = marker_of(paragraph.text);
    Node& node = nodes.emplace_back();
    node.kind = marker ? NodeKind::item : NodeKind::paragraph;
    if (marker) node.marker = marker->text;
    node.passage = paragraph.without_prefix(marker ? marker->bytes : 0);
    markers.push_back(marker);
  }
  build_tree(nodes, markers);
  return nodes;
}

// What a section of the path says of a cell: without dash and colon.
std::string section_text(const std::string& text) { return std::string(trim_end(text, ":")); }

int year_in(const std::string& header) {
  static const RE2 pattern("((?:19|20)[0-9]{2})");
  int year = 0;
  RE2::PartialMatch(header, pattern, &year);
  return year;
}

MarkerKind group_rank(const std::string& text) {
  static const RE2 roman(R"([IVX]+[.)]?\s.*)");
  static const RE2 capital(R"([A-HĐ][.)]?\s.*)");
  if (RE2::FullMatch(text, capital)) return MarkerKind::capital;
  return RE2::FullMatch(text, roman) ? MarkerKind::roman : MarkerKind::number;
}

}  // namespace

void TaskReader::read_table(int i) {
  const Node& node = nodes()[i];
  const Columns columns = columns_of(node.rows);
  if (!columns.is_task_table() || !scope_.covers(i)) return;
  last_item_ = -1;
  FoundTask base;
  base.section = section_of(i);
  base.axis = axis_above(i);
  base.rule = "row of a task table";
  std::vector<std::string> groups;
  std::optional<std::string> axis = base.axis;
  for (const Row& row : whole_rows(node.rows, *columns.last(Column::content))) {
    if (row.header) continue;
    if (row.group) {
      const std::string text = group_text(row);
      while (!groups.empty() && group_rank(groups.back()) >= group_rank(text)) groups.pop_back();
      groups.push_back(text);
      const auto label = axis_of_label(text);
      if (label && is_axis_group(node.rows, row)) axis = label->code;
      continue;
    }
    if (columns.first(Column::axis))
      if (const auto found = axes_of_row(row, columns); !found.empty()) axis = found[0].code;
    FoundTask task = base;
    task.axis = axis;
    for (const std::string& group : groups) task.section.push_back(section_text(group));
    read_row(row, columns, std::move(task));
  }
}

void TaskReader::read_row(const Row& row, const Columns& columns, FoundTask task) {
  const std::size_t content = *columns.last(Column::content);
  const RowCell* work = cell_at(row, content);
  if (!work || work->paragraphs.empty()) return;
  const std::size_t coarse = *columns.first(Column::content);
  if (const RowCell* above = cell_at(row, coarse);
      coarse != content && !above->paragraphs.empty()) {
    const RowCell* ordinal = cell_at(row, columns.first(Column::ordinal));
    const std::string number = ordinal ? ordinal->text() : "";
    task.section.push_back(section_text((number.empty() ? "" : number + " ") + above->text()));
  }
  task.lead = cell_units(cell_at(row, columns.first(Column::lead)));
  task.support = cell_units(cell_at(row, columns.first(Column::support)));
  const RowCell* product = cell_at(row, columns.first(Column::deliverable));
  if (product && !product->paragraphs.empty()) task.deliverable = product->text();
  const auto time = columns.first(Column::time);
  read_cell(*work, task, cell_at(row, time), time ? year_in(columns.headers[*time]) : 0);
}

void TaskReader::read_cell(const RowCell& cell, const FoundTask& row, const RowCell* times,
                           int year) {
  const std::vector<Node> tree = cell_tree(cell);
  const bool list =
      std::any_of(tree.begin(), tree.end(), [](const Node& node) { return !node.marker.empty(); });
  std::vector<bool> parent(tree.size());
  for (const Node& node : tree)
    if (node.parent >= 0) parent[node.parent] = true;
  std::vector<std::size_t> items;
  for (std::size_t k = 0; k < tree.size(); ++k)
    if (!parent[k] && !tree[k].passage.text.ends_with(':')) items.push_back(k);
  const bool single = tree.size() == 1 || !list || items.empty();
  const std::size_t count = single ? 1 : items.size();
  for (std::size_t n = 0; n < count; ++n) {
    FoundTask task = row;
    if (single) {
      task.passage = tree.size() == 1 ? tree[0].passage : cell.joined();
    } else {
      task.passage = tree[items[n]].passage;
      for (int above = tree[items[n]].parent; above >= 0; above = tree[above].parent) {
        task.section.insert(task.section.begin() + static_cast<std::ptrdiff_t>(row.section.size()),
                            section_text(tree[above].passage.text));
        if (Names units = heading_units(tree[above].passage.text);
            !units.empty() && task.lead == row.lead)
          task.lead = std::move(units);
      }
    }
    if (Names own = values(leading_units(task.passage.text)); !own.empty())
      task.lead = std::move(own);
    Names support = values(support_units(task.passage.text));
    support.insert(support.end(), row.support.begin(), row.support.end());
    task.support = std::move(support);
    const bool one_each = times && times->paragraphs.size() == count;
    read_time(task, !times ? Passage{} : one_each ? times->paragraphs[n] : times->joined(), year);
    add(std::move(task));
  }
}

void TaskReader::read_time(FoundTask& task, const Passage& cell, int year) {
  DateContext context = dates_;
  if (year > 0) context.year = year;
  const auto of_text = task_deadline(task.passage.text, dates_);
  const auto of_cell = cell_deadline(cell.text, context);
  if (of_cell && !(of_text && &sharper(*of_text, *of_cell) == &*of_text))
    task.deadline = with_evidence(*of_cell, reading_.evidence(cell, of_cell->span, of_cell->rule));
  else if (of_text)
    task.deadline =
        with_evidence(*of_text, reading_.evidence(task.passage, of_text->span, of_text->rule));
  if (!task.deadline && !cell.empty())
    reading_.warn("deadline_unresolved", "no deadline was read from \"" + cell.text + "\"",
                  "t" + std::to_string(found_.size() + 1), reading_.evidence(cell, "time column"));
}

}  // namespace vanthu
