#include "ingest/recognise.h"

#include <algorithm>
#include <cmath>

#include "ingest/box_math.h"
#include "ingest/clean_lines.h"
#include "ingest/layout.h"
#include "ingest/letterhead_fields.h"
#include "ingest/orientation.h"
#include "ingest/page_builder.h"
#include "ingest/page_plan.h"
#include "ingest/raster.h"

namespace vanthu {
namespace {

using ReadLines = std::vector<PageReader::ReadLine>;

constexpr double min_skew = 0.25;      // degrees; less does no harm
constexpr std::size_t min_marks = 3;   // fewer: the page is blank
constexpr double sure = 0.5;           // a line without a letter or digit is ink, not text, below
constexpr double doubtful = 0.55;      // mean confidence of a page that may stand on its head
constexpr std::size_t few_words = 15;  // that do not tell

bool is_noise(const WordLine& line) {
  return std::all_of(line.begin(), line.end(), [](const Word& word) {
    return word.confidence < sure && !has_letter_or_digit(word.text);
  });
}

// A page image as it was read: turned by quarters, then made straight.
struct Upright {
  PageImage image;
  int quarters = 0;
  double skew = 0;       // degrees that were taken out
  double width, height;  // of the image as scanned
};

Upright upright(const PageImage& scanned, int quarters) {
  Upright out{turned(scanned, quarters), quarters, 0, double(scanned.width),
              double(scanned.height)};
  const double skew = find_skew(out.image);
  if (std::abs(skew) < min_skew) return out;
  out.skew = skew;
  out.image = rotated(out.image, skew);
  return out;
}

// The page's own size where it is known: the resolution may be no whole number.
double points_per_pixel(const Page& page, double width, int dpi) {
  return page.width_pt ? *page.width_pt / width : 72.0 / dpi;
}

// What was read, in reading order.
struct Reading {
  Upright page;
  PagePlan plan;
  std::vector<ReadLines> lines;  // by region
  std::size_t words = 0;
  double confidence = 0;  // sum over the words
};

Reading read(Upright page, const Ink& ink, const PageReader& reader) {
  Reading out{std::move(page), {}, {}};
  PageImage& image = out.page.image;
  out.plan = plan_page(ink, static_cast<double>(image.width) / ink.width);
  for (const Box& rule : out.plan.rules) erase(image, rule);
  out.lines = reader.read(image, out.plan.regions);
  out.lines.resize(out.plan.regions.size());
  for (ReadLines& region : out.lines) {
    region = clean_lines(std::move(region), image);
    for (const auto& line : region)
      for (const Word& word : line.words) {
        ++out.words;
        out.confidence += word.confidence;
      }
  }
  return out;
}

// Writes a reading to the page, in points of the page as scanned.
class PageWriter {
 public:
  PageWriter(Page& page, const Reading& reading)
      : page_(page),
        reading_(reading),
        points_per_pixel_(points_per_pixel(page, reading.page.width, reading.page.image.dpi)) {}

  void write() {
    for (const Part& part : reading_.plan.parts) {
      if (part.table < 0)
        write_text(part);
      else
        write_table(part);
    }
    write_digits();
  }

 private:
  Box to_points(const Box& box) const {
    const Upright& page = reading_.page;
    const Box straight = unrotated(box, page.image, page.skew);
    return times(unturned(straight, page.quarters, page.width, page.height), points_per_pixel_);
  }

  WordLine in_points(WordLine line) const {
    for (Word& word : line)
      if (word.box) word.box = to_points(*word.box);
    return line;
  }

  std::vector<WordLine> lines(std::size_t region) const {
    std::vector<WordLine> out;
    for (const auto& line : reading_.lines[region])
      if (!is_noise(line.words)) out.push_back(line.words);
    return out;
  }

  void write_text(const Part& part) {
    for (Run& run : margins_apart(lines(part.first_region), reading_.page.image.height)) {
      for (WordLine& line : run.lines) line = in_points(std::move(line));
      add_block(page_, run.kind, run.lines);
    }
  }

  void write_table(const Part& part) {
    TableContent content{reading_.plan.tables[part.table], {}};
    content.table.box = to_points(*content.table.box);
    for (std::size_t i = 0; i < content.table.cells.size(); ++i) {
      Cell& cell = content.table.cells[i];
      cell.box = to_points(*cell.box);
      auto& text = content.cells.emplace_back();
      if (part.region_of_cell[i] < 0) continue;
      for (WordLine& line : lines(part.region_of_cell[i]))
        text.push_back(in_points(std::move(line)));
    }
    add_table(page_, content);
  }

  // Of the letterhead, where the page has one.
  void write_digits() {
    const PageImage& image = reading_.page.image;
    ReadLines lines;
    for (const ReadLines& region : reading_.lines)
      lines.insert(lines.end(), region.begin(), region.end());
    page_.digits =
        read_fields(image, letterhead_fields(lines, image.width, image.height, points_per_pixel_));
    for (DigitField& field : page_.digits) {
      for (DigitField::Reading& reading : field.readings)
        for (double& x : reading.middles)
          x = to_points({x, field.box.y0, x + 1, field.box.y1}).center_x();
      field.box = to_points(field.box);
    }
  }

  Page& page_;
  const Reading& reading_;
  double points_per_pixel_;
};

// The other way round where the page lies sideways or seems to stand on its head.
Reading best_reading(const PageImage& image, const Ink& ink, Upright first,
                     const PageReader& reader) {
  const int quarters = first.quarters;
  Reading reading = read(std::move(first), ink, reader);
  const bool doubt = reading.words > few_words &&
                     reading.confidence < doubtful * static_cast<double>(reading.words);
  if (!doubt) return reading;
  Upright second = upright(image, quarters + 2);
  const Ink other_ink = find_ink(second.image);
  Reading other = read(std::move(second), other_ink, reader);
  return other.confidence > reading.confidence ? other : reading;
}

}  // namespace

void recognise(Page& page, PageImage image, const PageReader& reader,
               const std::vector<Box>& known) {
  page.dpi = image.dpi;
  page.text_origin = TextOrigin::ocr;
  for (const Box& box : known)
    erase(image, times(box, 1 / points_per_pixel(page, image.width, image.dpi)));
  remove_shaded_seals(image);
  Upright first = upright(image, 0);
  Ink ink = find_ink(first.image);
  if (ink.marks.size() < min_marks) {
    page.text_origin = TextOrigin::blank;
    return;
  }
  if (lies_sideways(ink)) {
    first = upright(image, 1);
    ink = find_ink(first.image);
  }
  const Reading reading = best_reading(image, ink, std::move(first), reader);
  PageWriter(page, reading).write();
}

}  // namespace vanthu
