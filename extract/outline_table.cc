#include "extract/outline_table.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "extract/axes.h"
#include "extract/columns.h"
#include "extract/marker.h"
#include "extract/specks.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// A new paragraph in a cell: an item, or a line after a sentence that ended before the cell's edge.
bool opens_paragraph(const TextPage& page, const Cell& cell, std::size_t line,
                     const Passage& so_far, std::string_view text) {
  const std::optional<Marker> marker = marker_of(text);
  if (marker && (!marker->weak || ends_sentence(so_far.text))) return true;
  if (!ends_sentence(so_far.text) || !opens_upper(text)) return false;
  const std::optional<Box>&previous = page.lines[line - 1].box, &now = page.lines[line].box;
  if (!previous || !now || !cell.box) return false;
  const double gap = now->y0 - previous->y1;
  return gap > previous->height() || cell.box->x1 - previous->x1 > cell.box->width() * 0.35;
}

constexpr std::array<std::string_view, 3> bullets = {"-", "+", "–"};

// "- Sửa đổi A. - Sửa đổi B." of a cell that is one line of plain text: an item each.
std::vector<Passage> inline_items(Passage passage) {
  std::vector<Passage> out;
  if (std::ranges::none_of(bullets, [&](std::string_view bullet) {
        return passage.text.find(bullet) != passage.text.npos;
      })) {
    if (!passage.empty()) out.push_back(std::move(passage));
    return out;
  }
  const std::optional<Marker> first = marker_of(passage.text);
  const bool list = first && first->kind >= MarkerKind::dash;
  Passage part;
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    const std::string_view word = passage.word_text(i);
    const bool opens = i + 1 < passage.words.size() && !part.empty() &&
                       (list || ends_sentence(part.text)) && ends_sentence(part.text) &&
                       std::ranges::find(bullets, word) != bullets.end() &&
                       opens_upper(passage.word_text(i + 1));
    if (opens) out.push_back(std::exchange(part, {}));
    part.append(passage.words[i], word);
  }
  if (!part.empty()) out.push_back(std::move(part));
  return out;
}

RowCell row_cell(const Text& text, std::size_t p, const Cell& cell) {
  const TextPage& page = text.pages[p];
  std::vector<Passage> paragraphs;
  for (std::size_t i = cell.lines.begin; i < cell.lines.end; ++i) {
    Passage line;
    line.append(text, p, page.lines[i].words);
    line = without_specks(text, std::move(line));
    if (line.empty() || (page.text_origin == TextOrigin::ocr && !has_letters(line.text))) continue;
    if (paragraphs.empty() || opens_paragraph(page, cell, i, paragraphs.back(), line.text))
      paragraphs.push_back(std::move(line));
    else
      paragraphs.back().append(line);
  }
  RowCell out;
  for (Passage& paragraph : paragraphs)
    for (Passage& item : inline_items(std::move(paragraph)))
      out.paragraphs.push_back(std::move(item));
  return out;
}

// One text over the whole width, or one beside its number and nothing else.
bool is_group(const Row& row, bool one_wide_cell) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].repeated) return false;
    if (!row.cells[i].paragraphs.empty()) filled.push_back(i);
  }
  static const RE2 word("\\pL{3}");
  if (filled.empty() || !RE2::PartialMatch(group_text(row), word)) return false;
  const std::string& first = row.cells[filled[0]].paragraphs[0].text;
  const std::optional<Marker> marker = marker_of(first);
  if (marker && marker->kind >= MarkerKind::dash) return false;  // an item that the page has cut
  if (filled.size() == 1) return one_wide_cell || (row.cells.size() > 2 && filled[0] == 0);
  static const RE2 ordinal("(?:[IVXHl1]{1,5}|[A-HĐ]|[0-9]{1,2}(?:\\.[0-9]{1,2})*)\\s*[.)]?");
  return filled.size() == 2 && filled[0] == 0 && filled[1] == 1 && row.cells.size() > 3 &&
         RE2::FullMatch(row.cells[0].text(), ordinal);
}

std::string row_text(const Row& row) {
  std::string out;
  for (const RowCell& cell : row.cells) out += cell.text() + "|";
  return plain_form(out);
}

std::size_t header_size(const std::vector<Row>& rows) {
  return std::find_if(rows.begin(), rows.end(), [](const Row& row) { return !row.header; }) -
         rows.begin();
}

bool is_empty(const Row& row, std::optional<std::size_t> column) {
  return !column || *column >= row.cells.size() || row.cells[*column].paragraphs.empty();
}

// A row that the page's end has cut: it has no number of its own, and its work goes on in the
// middle of a sentence or names no owner.
bool is_cut(const Row& last, const Row& row, const Columns& columns) {
  if (last.group || row.group || row.cells.empty() || !row.cells[0].paragraphs.empty())
    return false;
  const std::optional<std::size_t> content = columns.last(Column::content);
  if (is_empty(row, content)) return true;
  const std::string text = row.cells[*content].text();
  const bool open = !is_empty(last, content) && !ends_sentence(last.cells[*content].text());
  if (opens_lower(text) || (open && !marker_of(text))) return true;
  return columns.kinds[0] == Column::ordinal && is_empty(row, columns.first(Column::lead));
}

// The rest of a cell: the same paragraph goes on unless an item begins.
void join_cell(RowCell& cell, RowCell rest) {
  for (Passage& paragraph : rest.paragraphs) {
    const bool first = &paragraph == &rest.paragraphs.front();
    if (first && !cell.paragraphs.empty() && !marker_of(paragraph.text))
      cell.paragraphs.back().append(paragraph);
    else
      cell.paragraphs.push_back(std::move(paragraph));
  }
}

// Merged cells that a page's end has cut stand empty on the next page.
void repeat_merged(const Row& last, Row& row, const Columns& columns) {
  if (last.group || row.group || row.cells.empty() || !row.cells[0].paragraphs.empty()) return;
  const std::optional<std::size_t> content = columns.last(Column::content);
  for (std::size_t i = 0; i < std::min(row.cells.size(), columns.kinds.size()); ++i) {
    if (!row.cells[i].paragraphs.empty() || i == content || i >= last.cells.size()) continue;
    row.cells[i] = last.cells[i];
    row.cells[i].repeated = true;
  }
}

// Plain text shows a cell that is merged over rows once, and empty ones below it.
void repeat_owners(std::vector<Row>& rows) {
  const auto lead = columns_of(rows).first(Column::lead);
  for (std::size_t r = 1; lead && r < rows.size(); ++r) {
    const Row &last = rows[r - 1], &row = rows[r];
    if (row.header || row.group || last.header || last.group || !is_empty(row, lead) ||
        row.cells[0].paragraphs.empty())
      continue;
    rows[r].cells[*lead] = last.cells[*lead];
    rows[r].cells[*lead].repeated = true;
  }
}

}  // namespace

std::vector<Row> table_rows(const Text& text, std::size_t page, const Table& table) {
  std::vector<Row> rows(table.rows);
  std::vector<bool> wide(table.rows);
  for (Row& row : rows) row.cells.resize(table.columns);
  for (const Cell& cell : table.cells) {
    RowCell made = row_cell(text, page, cell);
    const int end = std::min(cell.row + cell.row_span, table.rows);
    for (int r = cell.row + 1; r < end; ++r) {
      rows[r].cells[cell.column] = made;
      rows[r].cells[cell.column].repeated = true;
    }
    if (cell.row < end) rows[cell.row].cells[cell.column] = std::move(made);
    if (cell.column_span >= table.columns - 1) wide[cell.row] = true;
  }
  bool head = true;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    head = head && is_header_row(rows[r]);
    rows[r].header = head;
    rows[r].group = !head && is_group(rows[r], wide[r]);
  }
  if (text.pages[page].text_origin == TextOrigin::text) repeat_owners(rows);
  return rows;
}

Row group_row(const Passage& passage, std::size_t columns) {
  Row row;
  row.cells.resize(columns);
  if (columns > 0) row.cells[0].paragraphs.push_back(passage);
  row.group = true;
  return row;
}

bool continues_table(const std::vector<Row>& rows, const std::vector<Row>& part) {
  if (rows.empty() || part.empty() || rows[0].cells.size() != part[0].cells.size()) return false;
  if (!part[0].header) return true;
  if (!rows[0].header) return false;
  const std::vector<Column> a = columns_of(rows).kinds, b = columns_of(part).kinds;
  const bool alike = a.size() > 2 && a.size() == b.size() &&
                     std::equal(a.begin() + 1, a.end(), b.begin() + 1, b.end());
  return alike || near(row_text(part[0]), row_text(rows[0]));
}

std::vector<std::vector<Row>> parts_of(std::vector<Row> rows) {
  std::vector<std::vector<Row>> parts;
  const Anchor header(rows.empty() || !rows[0].header ? "" : row_text(rows[0]));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    const bool again =
        !row.header && !parts.empty() && parts[0][0].header && header.near(row_text(row));
    const bool other = !row.header && !row.cells.empty() &&
                       column_of(row.cells[0].text()) == Column::ordinal && is_header_row(row);
    if (again || other) row.header = true;
    if (again || other || parts.empty()) parts.emplace_back();
    parts.back().push_back(std::move(row));
  }
  return parts;
}

void join_table(std::vector<Row>& rows, std::vector<Row> part) {
  const Columns columns = columns_of(rows);
  std::size_t begin = header_size(part);
  if (begin < part.size() && !rows.empty() && !columns.empty() && !rows.back().header) {
    if (is_cut(rows.back(), part[begin], columns)) {
      for (std::size_t i = 0; i < rows.back().cells.size(); ++i)
        join_cell(rows.back().cells[i], std::move(part[begin].cells[i]));
      ++begin;
    } else {
      repeat_merged(rows.back(), part[begin], columns);
    }
  }
  rows.insert(rows.end(), part.begin() + begin, part.end());
}

}  // namespace vanthu
