#include "ingest/table_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vanthu {
namespace {

// In inches, times the dpi of the ink.
constexpr double touch = 0.05;           // lines that end this near to each other meet
constexpr double same_line = 0.05;       // strokes this near are one line (double lines, steps)
constexpr double max_break = 0.12;       // a break in a line
constexpr double max_loose = 0.6;        // a line that no other line holds at its ends
constexpr double max_half_loose = 0.25;  // that one holds at one end
constexpr double min_cell = 0.1;         // rows and columns are not smaller
constexpr double cell_side_drawn = 0.6;  // share of a cell's side that must be drawn

using Rules = std::vector<Rule>;

// Makes the line reach over the stroke that goes on where it ends.
void extend(Rule& line, const Rule& stroke) {
  const double end = std::max(line.end, stroke.end), begin = line.begin;
  const double first = line.at_place(begin);
  const double last = stroke.end >= line.end ? stroke.at_place(end) : line.at_place(end);
  line.end = end;
  line.at = (first + last) / 2;
  line.slope = (last - first) / std::max(1.0, end - begin);
  line.thickness = std::max(line.thickness, stroke.thickness);
}

// Joins the strokes of a line: broken, doubled or in steps.
Rules joined(Rules rules, double dpi) {
  std::sort(rules.begin(), rules.end(),
            [](const Rule& a, const Rule& b) { return a.begin < b.begin; });
  Rules out;
  for (const Rule& rule : rules) {
    const auto mate = std::find_if(out.begin(), out.end(), [&](const Rule& other) {
      return other.horizontal == rule.horizontal &&
             std::abs(other.at_place(rule.begin) - rule.at_place(rule.begin)) <= same_line * dpi &&
             rule.begin - other.end <= max_break * dpi;
    });
    if (mate == out.end()) {
      out.push_back(rule);
      continue;
    }
    extend(*mate, rule);
  }
  return out;
}

bool meet(const Rule& a, const Rule& b, double slack) {
  if (a.horizontal == b.horizontal) return false;
  const double b_at = b.at_place(a.at), a_at = a.at_place(b.at);
  return b_at >= a.begin - slack && b_at <= a.end + slack && a_at >= b.begin - slack &&
         a_at <= b.end + slack;
}

// Groups of lines that hang together.
std::vector<Rules> connected(const Rules& rules, double slack) {
  std::vector<Rules> groups;
  std::vector<bool> taken(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (taken[i]) continue;
    std::vector<std::size_t> queue{i};
    taken[i] = true;
    for (std::size_t q = 0; q < queue.size(); ++q)
      for (std::size_t j = 0; j < rules.size(); ++j)
        if (!taken[j] && meet(rules[queue[q]], rules[j], slack)) {
          taken[j] = true;
          queue.push_back(j);
        }
    Rules& group = groups.emplace_back();
    for (const std::size_t k : queue) group.push_back(rules[k]);
  }
  return groups;
}

Rules of_direction(const Rules& rules, bool horizontal) {
  Rules out;
  for (const Rule& rule : rules)
    if (rule.horizontal == horizontal) out.push_back(rule);
  return out;
}

// Lines end at lines across. Of those that do not, only long ones are the table's: short ones are
// letters, underlines and scratches.
void drop_loose(Rules& group, double dpi) {
  const Rules all = group;
  std::erase_if(group, [&](const Rule& rule) {
    const auto held_at = [&](double end) {
      return std::any_of(all.begin(), all.end(), [&](const Rule& other) {
        return meet(rule, other, touch * dpi) &&
               std::abs(other.at_place(rule.at) - end) <= 2 * touch * dpi;
      });
    };
    const int held = held_at(rule.begin) + held_at(rule.end);
    return rule.length() < (held == 0 ? max_loose : max_half_loose) * dpi && held < 2;
  });
}

// The places of the lines, those nearer than a cell put together, closed by the ends of the lines
// across where these stick out.
std::vector<double> places(const Rules& lines, const Rules& across, double dpi) {
  std::vector<double> at;
  for (const Rule& rule : lines) at.push_back(rule.at);
  std::sort(at.begin(), at.end());
  std::vector<double> out;
  for (const double x : at)
    if (out.empty() || x - out.back() >= min_cell * dpi) out.push_back(x);
  std::vector<double> begins, ends;
  for (const Rule& rule : across) {
    begins.push_back(rule.begin);
    ends.push_back(rule.end);
  }
  if (begins.size() < 2 || out.empty()) return out;
  std::nth_element(begins.begin(), begins.begin() + 1, begins.end());
  std::nth_element(ends.begin(), ends.end() - 2, ends.end());
  if (begins[1] < out.front() - min_cell * dpi) out.insert(out.begin(), begins[1]);
  if (ends[ends.size() - 2] > out.back() + min_cell * dpi) out.push_back(ends[ends.size() - 2]);
  return out;
}

// How much of [begin, end) the lines at that place draw.
double drawn(const Rules& lines, double at, double begin, double end, double slack) {
  double sum = 0;
  for (const Rule& rule : lines)
    if (std::abs(rule.at - at) <= slack)
      sum += std::max(0.0, std::min(rule.end, end) - std::max(rule.begin, begin));
  return sum / (end - begin);
}

// Grid positions that no drawn line parts, as rectangles.
class CellMerger {
 public:
  CellMerger(const std::vector<double>& ys, const std::vector<double>& xs)
      : ys_(ys), xs_(xs), rows_(ys.size() - 1), columns_(xs.size() - 1), owner_(rows_ * columns_) {
    std::iota(owner_.begin(), owner_.end(), 0);
  }

  void merge(const Rules& horizontals, const Rules& verticals, double slack) {
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        if (c + 1 < columns_ &&
            drawn(verticals, xs_[c + 1], ys_[r], ys_[r + 1], slack) < cell_side_drawn)
          join(index(r, c), index(r, c + 1));
        if (r + 1 < rows_ &&
            drawn(horizontals, ys_[r + 1], xs_[c], xs_[c + 1], slack) < cell_side_drawn)
          join(index(r, c), index(r + 1, c));
      }
    while (make_rectangles()) {
    }
  }

  Table table() const {
    Table out{.rows = static_cast<int>(rows_),
              .columns = static_cast<int>(columns_),
              .cells = {},
              .box = Box{xs_.front(), ys_.front(), xs_.back(), ys_.back()}};
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c)
        if (owner_[index(r, c)] == index(r, c)) out.cells.push_back(cell(r, c));
    return out;
  }

 private:
  std::size_t index(std::size_t r, std::size_t c) const { return r * columns_ + c; }

  // The owner is the first position of its cell in row order.
  void join(std::size_t a, std::size_t b) {
    const std::size_t keep = std::min(owner_[a], owner_[b]), drop = std::max(owner_[a], owner_[b]);
    std::replace(owner_.begin(), owner_.end(), drop, keep);
  }

  bool make_rectangles() {
    bool changed = false;
    for (std::size_t i = 0; i < owner_.size(); ++i)
      for (std::size_t j = i + 1; j < owner_.size(); ++j)
        if (owner_[i] == owner_[j]) changed |= fill(i, j);
    return changed;
  }

  // Joins all positions of the rectangle that two positions of one cell span.
  bool fill(std::size_t i, std::size_t j) {
    bool changed = false;
    const std::size_t c0 = std::min(i % columns_, j % columns_);
    const std::size_t c1 = std::max(i % columns_, j % columns_);
    for (std::size_t r = i / columns_; r <= j / columns_; ++r)
      for (std::size_t c = c0; c <= c1; ++c)
        if (owner_[index(r, c)] != owner_[i]) {
          join(index(r, c), i);
          changed = true;
        }
    return changed;
  }

  Cell cell(std::size_t r, std::size_t c) const {
    std::size_t r1 = r, c1 = c;
    while (r1 + 1 < rows_ && owner_[index(r1 + 1, c)] == owner_[index(r, c)]) ++r1;
    while (c1 + 1 < columns_ && owner_[index(r, c1 + 1)] == owner_[index(r, c)]) ++c1;
    Cell out;
    out.row = static_cast<int>(r);
    out.column = static_cast<int>(c);
    out.row_span = static_cast<int>(r1 - r + 1);
    out.column_span = static_cast<int>(c1 - c + 1);
    out.box = Box{xs_[c], ys_[r], xs_[c1 + 1], ys_[r1 + 1]};
    return out;
  }

  const std::vector<double>& ys_;
  const std::vector<double>& xs_;
  std::size_t rows_, columns_;
  std::vector<std::size_t> owner_;
};

Rules clipped(const Rules& verticals, double top, double bottom, double least) {
  Rules out;
  for (Rule rule : verticals) {
    rule.begin = std::max(rule.begin, top);
    rule.end = std::min(rule.end, bottom);
    if (rule.length() >= least) out.push_back(rule);
  }
  return out;
}

bool has_place(const Rules& lines, double at, double slack) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const Rule& rule) { return std::abs(rule.at - at) <= slack; });
}

bool all_among(const Rules& lines, const Rules& others, double slack) {
  return std::all_of(lines.begin(), lines.end(),
                     [&](const Rule& rule) { return has_place(others, rule.at, slack); });
}

// Where one table ends and another with other columns begins: each side has a column line that the
// other has not.
std::vector<double> seams(const std::vector<double>& ys, const Rules& verticals, double dpi) {
  std::vector<double> out;
  for (std::size_t i = 1; i + 1 < ys.size(); ++i) {
    const Rules above = clipped(verticals, ys[i - 1], ys[i], 0.6 * (ys[i] - ys[i - 1]));
    const Rules below = clipped(verticals, ys[i], ys[i + 1], 0.6 * (ys[i + 1] - ys[i]));
    if (!all_among(above, below, same_line * dpi) && !all_among(below, above, same_line * dpi))
      out.push_back(ys[i]);
  }
  return out;
}

Table grid(const Rules& horizontals, const Rules& verticals, std::vector<double> ys, double dpi) {
  const std::vector<double> xs = places(verticals, horizontals, dpi);
  if (xs.size() < 2 || ys.size() < 2) return {};
  CellMerger merger(ys, xs);
  merger.merge(horizontals, verticals, min_cell * dpi);
  return merger.table();
}

std::vector<Table> tables_of(Rules group, double dpi) {
  drop_loose(group, dpi);
  const Rules horizontals = of_direction(group, true), verticals = of_direction(group, false);
  if (horizontals.empty() || verticals.size() < 2) return {};
  const std::vector<double> ys = places(horizontals, verticals, dpi);
  std::vector<double> ends = seams(ys, verticals, dpi);
  if (!ys.empty()) ends.push_back(ys.back());
  std::vector<Table> out;
  auto begin = ys.begin();
  for (const double end : ends) {
    const auto last = std::find(begin, ys.end(), end);
    if (last == ys.end()) break;
    const std::vector<double> part(begin, last + 1);
    const Rules own = clipped(verticals, part.front(), part.back(), min_cell * dpi);
    out.push_back(grid(horizontals, own, part, dpi));
    begin = last;
  }
  return out;
}

// Boxes of stamps are small; a table has several cells and a good part of the page's width.
bool is_table(const Table& table, const Ink& ink) {
  if (table.cells.size() < 2 || table.columns < 2) return false;
  const double share = table.box->width() / std::max(1, ink.width);
  return share >= 0.4 || (share >= 0.2 && table.rows >= 3 && table.cells.size() >= 6);
}

}  // namespace

std::vector<Table> find_tables(const Ink& ink) {
  const double dpi = ink.dpi;
  std::vector<Table> out;
  for (const Rules& group : connected(joined(ink.rules, dpi), touch * dpi))
    for (Table& table : tables_of(group, dpi))
      if (is_table(table, ink)) out.push_back(std::move(table));
  std::sort(out.begin(), out.end(),
            [](const Table& a, const Table& b) { return a.box->y0 < b.box->y0; });
  return out;
}

std::string dump(const Table& table) {
  std::vector<char> grid(static_cast<std::size_t>(table.rows) * table.columns, '?');
  int n = 0;
  for (const Cell& cell : table.cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r)
      for (int c = cell.column; c < cell.column + cell.column_span; ++c)
        grid[r * table.columns + c] = c > cell.column ? '<' : '^';
    grid[cell.row * table.columns + cell.column] = static_cast<char>('a' + n++ % 26);
  }
  std::string out;
  for (int r = 0; r < table.rows; ++r)
    for (int c = 0; c < table.columns; ++c)
      out += {grid[r * table.columns + c], c + 1 < table.columns ? ' ' : '\n'};
  return out;
}

}  // namespace vanthu
