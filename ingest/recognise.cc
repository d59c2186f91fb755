#include "ingest/recognise.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

#include "ingest/layout.h"
#include "ingest/page_builder.h"
#include "ingest/raster.h"
#include "ingest/table_grid.h"

namespace vanthu {
namespace {

using ReadLines = std::vector<PageReader::ReadLine>;

constexpr double min_skew = 0.25;     // degrees; less does no harm
constexpr std::size_t min_marks = 3;  // fewer: the page is blank
constexpr double sure = 0.5;          // a line without a letter or digit is ink, not text, below

Box times(const Box& box, double factor) {
  return {box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor};
}

Box grown(const Box& box, double by) {
  return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

// One part of the page in reading order: a column of text or a table's cells.
struct Part {
  double top = 0;
  int table = -1;                   // index into Plan::tables
  std::size_t first_region = 0;     // index into Plan::regions
  std::vector<int> region_of_cell;  // per cell; -1 where the cell is empty
};

struct Plan {
  std::vector<Table> tables;  // boxes in pixels of the image, as all here
  std::vector<Box> rules;     // the tables' drawn lines
  std::vector<Region> regions;
  std::vector<Part> parts;
};

bool inside(const Box& mark, const Box& box) {
  return box.contains(mark.center_x(), mark.center_y());
}

class Planner {
 public:
  Planner(const Ink& ink, double scale) : ink_(ink), scale_(scale) {}

  Plan plan() {
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
    const double em = em_of_marks(marks);
    for (const auto& members : reading_order(marks, em)) {
      plan_.parts.push_back(
          {.top = top, .first_region = plan_.regions.size(), .region_of_cell = {}});
      add_region(grown(bounds(marks, members), 1), Region::Layout::block);
    }
  }

  void add_table(int index) {
    const Table& table = plan_.tables[index];
    Part part{.top = table.box->y0,
              .table = index,
              .first_region = plan_.regions.size(),
              .region_of_cell = {}};
    for (const Cell& cell : table.cells) {
      const std::vector<Box> marks = marks_in(*cell.box);
      const bool empty = std::none_of(marks.begin(), marks.end(), [&](const Box& mark) {
        return mark.height() >= 0.03 * ink_.dpi;
      });
      part.region_of_cell.push_back(empty ? -1 : static_cast<int>(plan_.regions.size()));
      if (!empty) add_cell(marks);
    }
    plan_.parts.push_back(std::move(part));
  }

  void add_rules() {
    for (const Rule& rule : ink_.rules)
      for (const Box& box : boxes_of(rule))
        if (in_table(box, 0.05 * ink_.dpi)) plan_.rules.push_back(times(box, scale_));
  }

  void add_cell(const std::vector<Box>& marks) {
    Box all = marks.front();
    for (const Box& mark : marks) all = united(all, mark);
    const bool line = all.height() < 0.22 * ink_.dpi;
    add_region(grown(all, 1), line ? Region::Layout::line : Region::Layout::block);
  }

  void to_image(Table& table) const {
    table.box = times(*table.box, scale_);
    for (Cell& cell : table.cells) cell.box = times(*cell.box, scale_);
  }

  const Ink& ink_;
  double scale_;  // from the ink's pixels to the image's
  Plan plan_;
};

bool has_letter_or_digit(const WordLine& line) {
  for (const Word& word : line)
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(word.text.size());) {
      UChar32 c = 0;
      U8_NEXT(word.text.data(), i, static_cast<std::int32_t>(word.text.size()), c);
      if (c >= 0 && u_isalnum(c)) return true;
    }
  return false;
}

bool is_noise(const WordLine& line) {
  return !has_letter_or_digit(line) &&
         std::all_of(line.begin(), line.end(), [](const Word& w) { return w.confidence < sure; });
}

// Writes what was read to the page, in points of the page as scanned.
class PageWriter {
 public:
  PageWriter(Page& page, const PageImage& image, double skew)
      : page_(page), image_(image), skew_(skew) {}

  void write(Plan plan, const std::vector<ReadLines>& read) {
    for (Part& part : plan.parts) {
      if (part.table < 0)
        write_text(lines(read[part.first_region]));
      else
        write_table(plan.tables[part.table], part, read);
    }
  }

 private:
  Box to_points(const Box& box) const {
    return times(unrotated(box, image_, skew_), 72.0 / image_.dpi);
  }

  std::vector<WordLine> lines(const ReadLines& read) const {
    std::vector<WordLine> out;
    for (const auto& line : read) {
      WordLine words = line.words;
      for (Word& word : words)
        if (word.box) word.box = to_points(*word.box);
      if (!is_noise(words)) out.push_back(std::move(words));
    }
    return out;
  }

  // A page number at the page's head or foot is a block for itself.
  void write_text(const std::vector<WordLine>& lines) {
    std::vector<WordLine> text;
    for (const WordLine& line : lines) {
      if (!is_margin(line)) {
        text.push_back(line);
        continue;
      }
      add_block(page_, BlockKind::text, text);
      text.clear();
      add_block(page_, BlockKind::margin, {line});
    }
    add_block(page_, BlockKind::text, text);
  }

  bool is_margin(const WordLine& line) const {
    if (line.empty() || !is_page_number(line) || !line.front().box) return false;
    const double height = image_.height * 72.0 / image_.dpi, y = line.front().box->center_y();
    return y < 0.1 * height || y > 0.9 * height;
  }

  void write_table(Table& table, const Part& part, const std::vector<ReadLines>& read) {
    TableContent content;
    table.box = to_points(*table.box);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      table.cells[i].box = to_points(*table.cells[i].box);
      const int region = part.region_of_cell[i];
      content.cells.push_back(region < 0 ? std::vector<WordLine>{} : lines(read[region]));
    }
    content.table = std::move(table);
    add_table(page_, content);
  }

  Page& page_;
  const PageImage& image_;
  double skew_;
};

std::string clean_text(const std::string& text) {
  std::string out;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    const std::int32_t begin = i;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && !u_isUWhiteSpace(c) && !u_iscntrl(c)) out.append(text, begin, i - begin);
  }
  return out;
}

bool clean_box(std::optional<Box>& box, const PageImage& image) {
  if (!box) return false;
  const double width = image.width, height = image.height;
  if (!std::isfinite(box->x0 + box->y0 + box->x1 + box->y1)) return false;
  box = Box{std::clamp(box->x0, 0.0, width), std::clamp(box->y0, 0.0, height),
            std::clamp(box->x1, 0.0, width), std::clamp(box->y1, 0.0, height)};
  return box->width() > 0 && box->height() > 0;
}

double clean_confidence(double value) {
  return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0;
}

}  // namespace

ReadLines clean_lines(ReadLines lines, const PageImage& image) {
  for (auto& line : lines) {
    for (Word& word : line.words) {
      word.text = clean_text(word.text);
      word.confidence = clean_confidence(word.confidence);
      for (Alternative& other : word.alternatives) {
        other.text = clean_text(other.text);
        other.confidence = clean_confidence(other.confidence);
      }
    }
    std::erase_if(line.words,
                  [&](Word& word) { return word.text.empty() || !clean_box(word.box, image); });
  }
  std::erase_if(lines, [](const auto& line) { return line.words.empty(); });
  return lines;
}

void recognise(Page& page, PageImage image, const PageReader& reader,
               const std::vector<Box>& known) {
  page.dpi = image.dpi;
  page.text_origin = TextOrigin::ocr;
  for (const Box& box : known) erase(image, times(box, image.dpi / 72.0));
  remove_shaded_seals(image);
  double skew = find_skew(image);
  if (std::abs(skew) < min_skew) skew = 0;
  if (skew != 0) image = rotated(image, skew);
  const Ink ink = find_ink(image);
  if (ink.marks.size() < min_marks) {
    page.text_origin = TextOrigin::blank;
    return;
  }
  const double scale = static_cast<double>(image.width) / ink.width;
  Plan plan = Planner(ink, scale).plan();
  for (const Box& rule : plan.rules) erase(image, rule);
  std::vector<ReadLines> read = reader.read(image, plan.regions);
  read.resize(plan.regions.size());
  for (ReadLines& lines : read) lines = clean_lines(std::move(lines), image);
  PageWriter(page, image, skew).write(std::move(plan), read);
}

}  // namespace vanthu
