#include "ingest/page_plan.h"

#include <algorithm>

#include "ingest/box_math.h"
#include "ingest/layout.h"
#include "ingest/stray_specks.h"
#include "ingest/table_grid.h"

namespace vanthu {
namespace {

constexpr double min_letter = 0.035;        // inches; the height of a small x in small print
constexpr std::size_t enough_letters = 30;  // to tell the size of the type

class Planner {
 public:
  Planner(const Ink& ink, double scale)
      : ink_(ink), scale_(scale), page_em_(em_of_marks(letters(ink.marks))) {}

  PagePlan plan() {
    plan_.tables = find_tables(ink_);
    double top = 0;
    for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
      const Box box = *plan_.tables[t].box;
      add_columns(top, box.y0);
      add_table(static_cast<int>(t));
      top = box.y1;
    }
    add_columns(top, ink_.height + 1.0);
    add_rules();
    for (Table& table : plan_.tables) to_image(table);
    return std::move(plan_);
  }

 private:
  std::vector<Box> marks_in(const Box& box) const {
    std::vector<Box> out;
    for (const Box& mark : ink_.marks)
      if (inside(mark, box)) out.push_back(mark);
    return out;
  }

  // Marks of a letter's size; specks may be many.
  std::vector<Box> letters(const std::vector<Box>& marks) const {
    std::vector<Box> out;
    for (const Box& mark : marks)
      if (mark.height() >= min_letter * ink_.dpi) out.push_back(mark);
    return out;
  }

  // The size of the type of a part of the page, where it has enough to tell.
  double em_of(const std::vector<Box>& marks) const {
    const std::vector<Box> told = letters(marks);
    return told.size() >= enough_letters ? em_of_marks(told) : page_em_;
  }

  bool in_table(const Box& mark, double slack = 0) const {
    return std::any_of(plan_.tables.begin(), plan_.tables.end(),
                       [&](const Table& table) { return inside(mark, grown(*table.box, slack)); });
  }

  void add_region(const Box& box, Region::Layout layout) {
    plan_.regions.push_back({times(box, scale_), layout});
  }

  // The columns of text between two heights of the page.
  void add_columns(double top, double bottom) {
    std::vector<Box> marks = marks_in({-1e9, top, 1e9, bottom});
    std::erase_if(marks, [&](const Box& mark) { return in_table(mark); });
    if (marks.empty()) return;
    const double em = em_of(marks);
    for (const auto& members : reading_order(marks, em)) {
      std::vector<Box> column;
      for (const std::size_t i : members) column.push_back(marks[i]);
      plan_.parts.push_back({.regions = add_rows(column, em_of(column)), .cells = {}});
    }
  }

  // The lines of a column of marks, each a region.
  Span add_rows(std::vector<Box> marks, double em) {
    const std::size_t begin = plan_.regions.size();
    drop_specks(marks, em);
    for (const TextRow& row : text_rows(marks, em)) {
      if (row.aside && by_figure(row.box, em)) continue;
      add_region(row.box, row.sure ? Region::Layout::line : Region::Layout::block);
    }
    return {begin, plan_.regions.size()};
  }

  // A letter of a seal at the edge.
  bool by_figure(const Box& box, double em) const {
    return std::ranges::any_of(ink_.figures,
                               [&](const Box& figure) { return inside(box, grown(figure, em)); });
  }

  void drop_specks(std::vector<Box>& marks, double em) {
    std::vector<std::size_t> strays = stray_specks(marks, em);
    std::sort(strays.rbegin(), strays.rend());
    for (const std::size_t i : strays) {
      plan_.blots.push_back(times(grown(marks[i], 1), scale_));
      marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  void add_table(int index) {
    const Table& table = plan_.tables[index];
    Part part{.table = index, .regions = {}, .cells = {}};
    const double em = em_of(marks_in(*table.box));
    for (const Cell& cell : table.cells) {
      const std::vector<Box> marks = marks_in(*cell.box);
      const bool empty = std::none_of(marks.begin(), marks.end(), [&](const Box& mark) {
        return mark.height() >= 0.03 * ink_.dpi;
      });
      part.cells.push_back(empty ? Span{} : add_rows(marks, em));
    }
    plan_.parts.push_back(std::move(part));
  }

  void add_rules() {
    for (const Rule& rule : ink_.rules)
      for (const Box& box : boxes_of(rule))
        if (in_table(box, 0.05 * ink_.dpi)) plan_.blots.push_back(times(box, scale_));
  }

  void to_image(Table& table) const {
    table.box = times(*table.box, scale_);
    for (Cell& cell : table.cells) cell.box = times(*cell.box, scale_);
  }

  const Ink& ink_;
  double scale_;    // from the ink's pixels to the image's
  double page_em_;  // the usual size of the type
  PagePlan plan_;
};

}  // namespace

PagePlan plan_page(const Ink& ink, double scale) { return Planner(ink, scale).plan(); }

}  // namespace vanthu
