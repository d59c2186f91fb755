#include "ingest/recognise.h"

#include <algorithm>
#include <cmath>

#include "ingest/box_math.h"
#include "ingest/clean_lines.h"
#include "ingest/coloured_ink.h"
#include "ingest/layer_verdict.h"
#include "ingest/letterhead_fields.h"
#include "ingest/orientation.h"
#include "ingest/page_builder.h"
#include "ingest/page_plan.h"
#include "ingest/raster.h"
#include "ingest/short_words.h"
#include "ingest/word_lines.h"

namespace vanthu {
namespace {

using ReadLines = std::vector<PageReader::ReadLine>;

constexpr double min_skew = 0.25;     // degrees; less does no harm
constexpr std::size_t min_marks = 3;  // fewer: the page is blank
constexpr double sure = 0.5;          // a line without a letter or digit is ink, not text, below
constexpr double legible = 0.4;       // mean confidence of a line, unless a word has more than
constexpr double sure_word = 0.8;     // this
constexpr int dark = 128;             // grey level of a pen's ink
constexpr double doubtful = 0.5;  // share of Vietnamese words of a page that may stand on its head
constexpr int few_words = 15;     // that do not tell

// Fragments of seals, handwriting and scratches.
bool is_illegible(const WordLine& line) {
  double sum = 0, best = 0;
  for (const Word& word : line) {
    sum += word.confidence;
    best = std::max(best, word.confidence);
  }
  return sum < legible * static_cast<double>(line.size()) && best < sure_word;
}

bool is_noise(const WordLine& line) {
  return is_illegible(line) || std::all_of(line.begin(), line.end(), [](const Word& word) {
           return word.confidence < sure && !has_letter_or_digit(word.text);
         });
}

// A page image as it was read: turned by quarters, then made straight.
struct Upright {
  PageImage image;
  int quarters = 0;
  double skew = 0;       // degrees that were taken out
  double width, height;  // of the image as scanned
  Ink ink;
};

Upright upright(const PageImage& scanned, int quarters) {
  Upright out{.image = turned(scanned, quarters),
              .quarters = quarters,
              .width = double(scanned.width),
              .height = double(scanned.height),
              .ink = {}};
  const double factor = double(work_dpi) / out.image.dpi;
  PageImage small = factor < 0.95 ? scaled(out.image, factor) : out.image;
  const double skew = find_skew(small);
  if (std::abs(skew) >= min_skew) {
    out.skew = skew;
    out.image = rotated(out.image, skew);
    small = rotated(small, skew);
  }
  out.ink = find_ink(small);
  return out;
}

void clean(PageImage& image) {
  if (is_bilevel(image)) {
    remove_specks(image);
    return;
  }
  remove_signatures(image);
  remove_shaded_seals(image);
  whiten_paper(image);
}

// The page's own size where it is known: the resolution may be no whole number.
double points_per_pixel(const Page& page, double width, int dpi) {
  return page.width_pt ? *page.width_pt / width : 72.0 / dpi;
}

bool has_ink(const PageImage& image, const Box& box) {
  const int x0 = std::max(0, static_cast<int>(box.x0)), y0 = std::max(0, static_cast<int>(box.y0));
  const int x1 = std::min(image.width, static_cast<int>(box.x1));
  for (int y = y0; y < std::min(image.height, static_cast<int>(box.y1)); ++y)
    for (int x = x0; x < x1; ++x)
      if (image.at(x, y) < dark) return true;
  return false;
}

double least_confidence(const ReadLines& lines) {
  double least = lines.empty() ? 0 : 1;
  for (const auto& line : lines)
    for (const Word& word : line.words) least = std::min(least, word.confidence);
  return least;
}

// Print that a pen has written in, read again without the pen's ink where it was not read surely.
void reread_beneath_pen(std::vector<ReadLines>& lines, const std::vector<Region>& regions,
                        const PageImage& pen, const PageImage& rest, const PageReader& reader) {
  std::vector<std::size_t> doubtful;
  std::vector<Region> again;
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (least_confidence(lines[i]) < sure_word && has_ink(pen, regions[i].box)) {
      doubtful.push_back(i);
      again.push_back(regions[i]);
    }
  if (again.empty()) return;
  std::vector<ReadLines> found = reader.read(rest, again);
  found.resize(again.size());
  for (std::size_t i = 0; i < again.size(); ++i)
    if (least_confidence(found[i]) > least_confidence(lines[doubtful[i]]))
      lines[doubtful[i]] = std::move(found[i]);
}

// What was read, in reading order.
struct Reading {
  Upright page;
  std::optional<PartedInk> inks;
  PagePlan plan;
  std::vector<ReadLines> lines;  // by region
  LayerMeasure measure;          // of all words
};

Reading read(Upright page, const PageReader& reader) {
  Reading out{.page = std::move(page), .inks = {}, .plan = {}, .lines = {}, .measure = {}};
  PageImage& image = out.page.image;
  out.plan = plan_page(out.page.ink, static_cast<double>(image.width) / out.page.ink.width);
  for (const Box& blot : out.plan.blots) erase(image, blot);
  out.lines = reader.read(image, out.plan.regions);
  out.lines.resize(out.plan.regions.size());
  out.inks = part_ink(image);
  if (out.inks) reread_beneath_pen(out.lines, out.plan.regions, *image.pen, out.inks->rest, reader);
  bool after_quarter = false;
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    ReadLines& region = out.lines[i];
    region = clean_lines(std::move(region), image);
    reread_short_words(region, out.plan.regions[i].box, after_quarter, image);
    after_quarter = !region.empty() && is_quarter(region.back().words.back());
    for (const auto& line : region) out.measure += measure(line.words);
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

  std::vector<WordLine> lines(Span regions) const {
    std::vector<WordLine> out;
    for (std::size_t i = regions.begin; i < regions.end; ++i)
      for (const auto& line : reading_.lines[i])
        if (!is_noise(line.words)) out.push_back(line.words);
    return out;
  }

  void write_text(const Part& part) {
    for (Run& run : margins_apart(lines(part.regions), reading_.page.image.height)) {
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
      for (WordLine& line : lines(part.cells[i])) text.push_back(in_points(std::move(line)));
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
        read_fields(image, reading_.inks,
                    letterhead_fields(lines, image.width, image.height, points_per_pixel_));
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

// Coloured ink but for what is in the `known` boxes.
void add_ink(Page& page, const PageImage& image, const std::vector<Box>& known) {
  const double scale = points_per_pixel(page, image.width, image.dpi);
  for (const InkRegion& region : find_ink_regions(image)) {
    const Box box = times(region.box, scale);
    const auto holds = [&](const Box& k) { return k.contains(box.center_x(), box.center_y()); };
    if (std::ranges::none_of(known, holds)) page.ink.push_back({region.kind, box});
  }
}

// The other way round where the page lies sideways or seems to stand on its head.
Reading best_reading(const PageImage& image, Upright first, const PageReader& reader) {
  const int quarters = first.quarters;
  Reading reading = read(std::move(first), reader);
  const LayerMeasure& found = reading.measure;
  if (found.judged <= few_words || found.syllables >= doubtful * found.judged) return reading;
  Reading other = read(upright(image, quarters + 2), reader);
  return other.measure.syllables > found.syllables ? other : reading;
}

}  // namespace

void recognise(Page& page, PageImage image, const PageReader& reader,
               const std::vector<Box>& known) {
  page.dpi = image.dpi;
  page.text_origin = TextOrigin::ocr;
  for (const Box& box : known)
    erase(image, times(box, 1 / points_per_pixel(page, image.width, image.dpi)));
  add_ink(page, image, known);
  image.seal = nullptr;
  clean(image);
  Upright first = upright(image, 0);
  if (first.ink.marks.size() < min_marks) {
    page.text_origin = TextOrigin::blank;
    return;
  }
  if (lies_sideways(first.ink)) first = upright(image, 1);
  const Reading reading = best_reading(image, std::move(first), reader);
  PageWriter(page, reading).write();
}

}  // namespace vanthu
