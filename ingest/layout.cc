#include "ingest/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace vanthu {
namespace {

using Indices = std::vector<std::size_t>;

// Multiples of the type's size.
constexpr double min_gutter = 0.8;       // that columns keep over two rows or more
constexpr double min_lone_gutter = 3;    // that parts columns of a single row
constexpr double min_column_width = 3;   // narrower: the number or dash of an item
constexpr double max_row_distance = 3;   // white between rows of one pair of columns
constexpr double max_off_center = 0.08;  // share of the text's width that a centred title is off
constexpr double min_letter = 0.36;      // height of what carries a row; accents are lower
constexpr double max_accent = 0.6, max_accent_row = 0.8;  // height of one, and of a row of them
constexpr double max_accent_row_distance = 0.25;          // from the letters of their row
constexpr double max_accent_share = 0.5;                  // of the ink's width of that row
constexpr double max_accent_distance = 0.4;               // from the letter that it belongs to
constexpr double ascent = 1, descent = 0.3;  // of a line's letters from where they stand
constexpr double max_row_height = 1.8;       // higher: two lines that touch
constexpr double min_dash = 0.15;            // width
constexpr double max_dash_distance = 2;      // from the letters of its row
constexpr double core_share = 0.2;           // of a box's height that may overlap the next row
constexpr double min_white_before_edge = 3;  // between a line's words and what lies aside
constexpr double max_inside_edge = 2;        // how far that may begin before the longest lines end

struct Interval {
  double begin = 0, end = 0;
  double length() const { return end - begin; }
};

Interval common(Interval a, Interval b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// Boxes side by side, and where they leave white between each other.
struct RowStrip {
  Indices members, small;
  double y0 = 0, y1 = 0, x0 = 0, x1 = 0;
  std::vector<Interval> gaps;
};

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<double> heights(const std::vector<Box>& boxes) {
  std::vector<double> out;
  for (const Box& box : boxes) out.push_back(box.height());
  return out;
}

void find_gaps(RowStrip& row, const std::vector<Box>& boxes, double width) {
  Indices order = row.members;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return boxes[a].x0 < boxes[b].x0; });
  row.x0 = row.x1 = boxes[order.front()].x0;
  for (const std::size_t i : order) {
    if (boxes[i].x0 > row.x1 && boxes[i].x0 - row.x1 >= width)
      row.gaps.push_back({row.x1, boxes[i].x0});
    row.x1 = std::max(row.x1, boxes[i].x1);
  }
}

// Boxes that are high enough to be letters carry the rows.
std::vector<RowStrip> carried_rows(const std::vector<Box>& boxes, const Indices& carriers) {
  std::vector<RowStrip> rows;
  double bottom = 0;
  for (const std::size_t i : carriers) {
    const double trim = boxes[i].height() * core_share;
    if (rows.empty() || boxes[i].y0 + trim >= bottom) {
      rows.push_back({.members = {},
                      .small = {},
                      .y0 = boxes[i].y0,
                      .y1 = boxes[i].y1,
                      .x0 = boxes[i].x0,
                      .x1 = boxes[i].x1,
                      .gaps = {}});
      bottom = boxes[i].y1 - trim;
    }
    rows.back().members.push_back(i);
    rows.back().y0 = std::min(rows.back().y0, boxes[i].y0);
    rows.back().y1 = std::max(rows.back().y1, boxes[i].y1);
    rows.back().x0 = std::min(rows.back().x0, boxes[i].x0);
    rows.back().x1 = std::max(rows.back().x1, boxes[i].x1);
    bottom = std::max(bottom, boxes[i].y1 - trim);
  }
  return rows;
}

double ink_width(const RowStrip& row, const std::vector<Box>& boxes) {
  return std::accumulate(row.members.begin(), row.members.end(), 0.0,
                         [&](double sum, std::size_t i) { return sum + boxes[i].width(); });
}

// True where a box of the row stands right below.
bool is_above_letter(const Box& mark, const RowStrip& row, const std::vector<Box>& boxes,
                     double reach) {
  return std::any_of(row.members.begin(), row.members.end(), [&](std::size_t i) {
    return boxes[i].x0 < mark.x1 && boxes[i].x1 > mark.x0 && boxes[i].y0 - mark.y1 <= reach;
  });
}

// Accents that are as high as small letters (those of ế and ồ hang together) make rows of their
// own, close above their letters.
bool is_accent_row(const RowStrip& row, const RowStrip& next, const std::vector<Box>& boxes,
                   double em) {
  return row.y1 - row.y0 <= max_accent_row * em &&
         ink_width(row, boxes) <= max_accent_share * ink_width(next, boxes) &&
         std::all_of(row.members.begin(), row.members.end(), [&](std::size_t i) {
           return boxes[i].height() <= max_accent * em &&
                  is_above_letter(boxes[i], next, boxes, max_accent_row_distance * em);
         });
}

void join_accent_rows(std::vector<RowStrip>& rows, const std::vector<Box>& boxes, double em) {
  for (std::size_t i = 0; i + 1 < rows.size();) {
    RowStrip& row = rows[i];
    RowStrip& next = rows[i + 1];
    if (!is_accent_row(row, next, boxes, em)) {
      ++i;
      continue;
    }
    next.y0 = std::min(next.y0, row.y0);
    next.x0 = std::min(next.x0, row.x0);
    next.x1 = std::max(next.x1, row.x1);
    next.members.insert(next.members.end(), row.members.begin(), row.members.end());
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// White between two boxes, the greater of both directions; 0 where they overlap.
double distance(const Box& a, const Box& b) {
  return std::max({0.0, a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1});
}

// Dashes stand apart from the letters of their row.
bool is_dash_of(const RowStrip& row, const Box& box, double em) {
  return box.width() >= min_dash * em && box.width() >= 1.5 * box.height() && box.y0 >= row.y0 &&
         box.y1 <= row.y1 && row.x0 - box.x1 <= max_dash_distance * em &&
         box.x0 - row.x1 <= max_dash_distance * em;
}

// Adds to the row the small boxes that stand by its letters: accents and dots, but no specks.
void add_small(std::vector<RowStrip>& rows, const std::vector<Box>& boxes, const Indices& small,
               double em) {
  for (const std::size_t i : small) {
    RowStrip* nearest = nullptr;
    double least = max_accent_distance * em;
    for (RowStrip& row : rows) {
      if (row.y0 - boxes[i].y1 > least || boxes[i].y0 - row.y1 > least) continue;
      for (const std::size_t m : row.members) {
        const double d = distance(boxes[m], boxes[i]);
        if (d >= least) continue;
        least = d;
        nearest = &row;
      }
      if (!nearest && is_dash_of(row, boxes[i], em)) nearest = &row;
    }
    if (nearest) nearest->small.push_back(i);
  }
  for (RowStrip& row : rows)
    row.members.insert(row.members.end(), row.small.begin(), row.small.end());
}

std::vector<RowStrip> rows_of(const std::vector<Box>& boxes, double em) {
  Indices carriers, small;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    (boxes[i].height() >= min_letter * em ? carriers : small).push_back(i);
  std::sort(carriers.begin(), carriers.end(),
            [&](std::size_t a, std::size_t b) { return boxes[a].y0 < boxes[b].y0; });
  std::vector<RowStrip> rows = carried_rows(boxes, carriers);
  join_accent_rows(rows, boxes, em);
  add_small(rows, boxes, small, em);
  for (RowStrip& row : rows) find_gaps(row, boxes, min_gutter * em);
  return rows;
}

// A run of rows [begin, end) that a gutter parts into two columns.
struct Band {
  std::size_t begin = 0, end = 0;
  Interval gutter;
  double lines_on_both_sides = 0;
};

class BandFinder {
 public:
  BandFinder(const std::vector<RowStrip>& rows, double em) : rows_(rows), em_(em) {
    for (const RowStrip& row : rows)
      text_ = &row == &rows.front()
                  ? Interval{row.x0, row.x1}
                  : Interval{std::min(text_.begin, row.x0), std::max(text_.end, row.x1)};
  }

  // The band that begins at that row, if there is one.
  std::optional<Band> at(std::size_t row) const {
    std::optional<Band> best;
    for (const Interval& gap : rows_[row].gaps) {
      if (gap.begin - rows_[row].x0 < min_column_width * em_) continue;
      if (rows_[row].x1 - gap.end < min_column_width * em_) continue;
      const Band band = grown(row, gap);
      const double need = band.lines_on_both_sides > 1.5 ? min_gutter : min_lone_gutter;
      if (band.gutter.length() < need * em_) continue;
      if (!best || band.lines_on_both_sides > best->lines_on_both_sides) best = band;
    }
    return best;
  }

 private:
  // The white of that row that the gutter can go through: a gap between its boxes, or beside them.
  std::optional<Interval> white(const RowStrip& row, Interval gutter) const {
    std::vector<Interval> free = row.gaps;
    free.push_back({-1e9, row.x0});
    free.push_back({row.x1, 1e9});
    std::optional<Interval> best;
    for (const Interval& gap : free) {
      const Interval shared = common(gap, gutter);
      if (shared.length() >= min_gutter * em_ && (!best || shared.length() > best->length()))
        best = shared;
    }
    return best;
  }

  Band grown(std::size_t row, Interval gutter) const {
    Band band{row, row + 1, gutter, lines(rows_[row])};
    for (std::size_t i = row + 1; i < rows_.size(); ++i) {
      if (rows_[i].y0 - rows_[i - 1].y1 > max_row_distance * em_) break;
      const auto shared = white(rows_[i], band.gutter);
      if (!shared) break;
      const bool both = rows_[i].x0 < shared->begin && rows_[i].x1 > shared->end;
      if (!both && is_centered(rows_[i])) break;
      band.gutter = *shared;
      band.end = i + 1;
      if (both) band.lines_on_both_sides += lines(rows_[i]);
    }
    return band;
  }

  // Of text in a row; columns whose lines do not align make one high row.
  double lines(const RowStrip& row) const { return std::max(1.0, (row.y1 - row.y0) / (1.5 * em_)); }

  // A title below the letterhead may stand beside the gutter.
  bool is_centered(const RowStrip& row) const {
    const double off = (row.x0 + row.x1) / 2 - (text_.begin + text_.end) / 2;
    return std::abs(off) < max_off_center * text_.length();
  }

  const std::vector<RowStrip>& rows_;
  double em_;
  Interval text_;
};

void append_members(Indices& to, const RowStrip& row) {
  to.insert(to.end(), row.members.begin(), row.members.end());
}

// The right column may begin a row or two above the left one.
std::size_t leading_right_rows(const std::vector<RowStrip>& rows, const Band& band,
                               std::size_t first, double em) {
  std::size_t begin = band.begin;
  while (begin > first && rows[begin - 1].x0 >= band.gutter.end &&
         rows[begin].y0 - rows[begin - 1].y1 <= max_row_distance * em)
    --begin;
  return begin;
}

}  // namespace

std::vector<Indices> reading_order(const std::vector<Box>& boxes, double em) {
  const std::vector<RowStrip> rows = rows_of(boxes, em);
  const BandFinder finder(rows, em);
  std::vector<Indices> regions;
  Indices column;
  std::size_t column_begin = 0;
  std::vector<std::size_t> column_rows;
  const auto flush = [&](std::size_t end) {
    for (std::size_t i = column_begin; i < end; ++i) append_members(column, rows[i]);
    if (!column.empty()) regions.push_back(std::move(column));
    column.clear();
  };
  for (std::size_t i = 0; i < rows.size();) {
    const auto band = finder.at(i);
    if (!band) {
      ++i;
      continue;
    }
    const std::size_t begin = leading_right_rows(rows, *band, column_begin, em);
    flush(begin);
    Indices left, right;
    for (std::size_t r = begin; r < band->end; ++r)
      for (const std::size_t m : rows[r].members)
        (boxes[m].center_x() < (band->gutter.begin + band->gutter.end) / 2 ? left : right)
            .push_back(m);
    if (!left.empty()) regions.push_back(std::move(left));
    if (!right.empty()) regions.push_back(std::move(right));
    i = column_begin = band->end;
  }
  flush(rows.size());
  return regions;
}

namespace {

// The height on which letters stand.
double baseline(const Indices& letters, const std::vector<Box>& boxes) {
  std::vector<double> bottoms;
  for (const std::size_t i : letters) bottoms.push_back(boxes[i].y1);
  return median(bottoms);
}

// The first wide white between a row's boxes; null where there is none.
const Interval* wide_white(const RowStrip& row, double em) {
  const auto gap = std::ranges::find_if(
      row.gaps, [&](const Interval& g) { return g.length() >= min_white_before_edge * em; });
  return gap == row.gaps.end() ? nullptr : &*gap;
}

// A row's boxes and, apart from them, what lies at the column's right edge behind wide white.
std::vector<Indices> parted(const RowStrip& row, const std::vector<Box>& boxes, double em,
                            double edge) {
  const Interval* gap = wide_white(row, em);
  if (!gap || gap->end < edge - max_inside_edge * em) return {row.members};
  std::vector<Indices> out(2);
  for (const std::size_t i : row.members) out[boxes[i].x0 >= gap->end].push_back(i);
  return out;
}

// Where the text of a column ends on the right.
double right_edge(const std::vector<RowStrip>& rows, double em) {
  double edge = 0;
  for (const RowStrip& row : rows) {
    const Interval* gap = wide_white(row, em);
    edge = std::max(edge, gap ? gap->begin : row.x1);
  }
  return edge;
}

}  // namespace

std::vector<TextRow> text_rows(const std::vector<Box>& marks, double em) {
  std::vector<TextRow> out;
  const std::vector<RowStrip> rows = rows_of(marks, em);
  const double edge = right_edge(rows, em);
  for (const RowStrip& row : rows) {
    bool aside = false;
    for (const Indices& letters : parted(row, marks, em, edge)) {
      const Box box = bounds(marks, letters);
      const double base = baseline(letters, marks);
      out.push_back({{box.x0, std::min(box.y0, base - ascent * em), box.x1,
                      std::max(box.y1, base + descent * em)},
                     box.height() <= max_row_height * em,
                     aside});
      aside = true;
    }
  }
  return out;
}

double em_of_words(const std::vector<Box>& boxes) { return 0.85 * median(heights(boxes)); }

double em_of_marks(const std::vector<Box>& boxes) {
  const double middle = median(heights(boxes));
  std::vector<double> letters;
  for (const double h : heights(boxes))
    if (h >= 0.6 * middle && h <= 3 * middle) letters.push_back(h);
  return 1.6 * median(letters);
}

Box bounds(const std::vector<Box>& boxes, const Indices& members) {
  Box out = boxes[members.front()];
  for (const std::size_t i : members) out = united(out, boxes[i]);
  return out;
}

}  // namespace vanthu
