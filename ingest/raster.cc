#include "ingest/raster.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "ingest/pix.h"

namespace vanthu {
namespace {

constexpr double min_skew_confidence = 3;  // Leptonica's own limit for a sure angle
constexpr std::uint8_t white = 255;

// Lengths in pixels at work_dpi.
constexpr int min_horizontal = 50;  // 8.5 mm; no letter or dash of a text is that wide
constexpr int min_vertical = 30;    // 5 mm; titles have stems of 20
constexpr double max_rule_thickness = 9;
constexpr double max_slope = 0.05;      // 3 degrees
constexpr double max_mark_height = 60;  // seals, handwriting and pictures are larger
constexpr double max_mark_width = 120;
constexpr double min_mark_size = 2;

constexpr double max_speck = 0.0165;  // inches; dots of small print are larger

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// The page at about work_dpi, black and white.
PixPtr binary(const PageImage& image) {
  PixPtr pix = to_pix(image);
  const float factor = static_cast<float>(work_dpi) / static_cast<float>(image.dpi);
  if (factor < 0.95F) pix.reset(pixScaleAreaMap(pix.get(), factor, factor));
  return PixPtr(pixThresholdToBinary(pix.get(), 170));
}

// The strokes of one direction: what is left after opening, one pixel of slant forgiven.
PixPtr strokes(PIX* pix, bool horizontal) {
  const PixPtr thick(horizontal ? pixDilateBrick(nullptr, pix, 1, 3)
                                : pixDilateBrick(nullptr, pix, 3, 1));
  return PixPtr(horizontal ? pixOpenBrick(nullptr, thick.get(), min_horizontal, 1)
                           : pixOpenBrick(nullptr, thick.get(), 1, min_vertical));
}

// Where the ink of `pix` is on average within a part of it, across the stroke; none without ink.
std::optional<double> middle_of(PIX* pix, bool horizontal, double from, double to) {
  const int width = pixGetWidth(pix), height = pixGetHeight(pix);
  const int length = horizontal ? width : height;
  const int begin = static_cast<int>(from * length);
  const int size = std::max(1, static_cast<int>((to - from) * length));
  BOX* box = horizontal ? boxCreate(begin, 0, size, height) : boxCreate(0, begin, width, size);
  const PixPtr part(box ? pixClipRectangle(pix, box, nullptr) : nullptr);
  boxDestroy(&box);
  l_float32 x = 0, y = 0;
  if (!part || pixCentroid(part.get(), nullptr, nullptr, &x, &y) != 0) return std::nullopt;
  return horizontal ? y : x;
}

// A connected stroke whose image begins at (x, y).
Rule rule_of(PIX* pix, bool horizontal, int x, int y) {
  Rule rule;
  rule.horizontal = horizontal;
  rule.begin = horizontal ? x : y;
  rule.end = rule.begin + (horizontal ? pixGetWidth(pix) : pixGetHeight(pix));
  l_int32 ink = 0;
  pixCountPixels(pix, &ink, nullptr);
  rule.thickness = std::max(1.0, ink / rule.length() - 2);  // less what the slack has added
  const double first = middle_of(pix, horizontal, 0, 0.2).value_or(0);
  const double last = middle_of(pix, horizontal, 0.8, 1).value_or(first);
  rule.at = (horizontal ? y : x) + (first + last) / 2;
  rule.slope = (last - first) / (0.8 * rule.length());
  return rule;
}

std::vector<Rule> rules_of(PIX* strokes, bool horizontal) {
  std::vector<Rule> out;
  PIXA* parts = nullptr;
  const BoxesPtr boxes(pixConnComp(strokes, &parts, 8));
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    l_int32 x = 0, y = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, nullptr, nullptr);
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    const Rule rule = rule_of(part.get(), horizontal, x, y);
    if (rule.thickness <= max_rule_thickness && std::abs(rule.slope) <= max_slope)
      out.push_back(rule);
  }
  pixaDestroy(&parts);
  return out;
}

void clear(PIX* pix, const Rule& rule) {
  for (const Box& ink : boxes_of(rule)) {
    const int x = std::max(0, static_cast<int>(ink.x0)), y = std::max(0, static_cast<int>(ink.y0));
    BOX* box = boxCreate(x, y, static_cast<int>(std::ceil(ink.x1)) - x,
                         static_cast<int>(std::ceil(ink.y1)) - y);
    if (box) pixClearInRect(pix, box);
    boxDestroy(&box);
  }
}

bool is_mark(const Box& box) {
  return box.height() <= max_mark_height && box.width() <= max_mark_width;
}

}  // namespace

Ink find_ink(const PageImage& image) {
  const PixPtr pix = binary(image);
  Ink ink{.dpi = std::min(image.dpi, work_dpi), .marks = {}, .rules = {}, .figures = {}};
  if (!pix) return ink;
  if (image.dpi * 0.95 <= work_dpi) ink.dpi = image.dpi;
  ink.width = pixGetWidth(pix.get());
  ink.height = pixGetHeight(pix.get());
  for (const bool horizontal : {true, false}) {
    const PixPtr lines = strokes(pix.get(), horizontal);
    for (const Rule& rule : rules_of(lines.get(), horizontal)) ink.rules.push_back(rule);
  }
  for (const Rule& rule : ink.rules) clear(pix.get(), rule);
  for (const Box& box : components(pix.get()))
    if (std::max(box.width(), box.height()) >= min_mark_size)
      (is_mark(box) ? ink.marks : ink.figures).push_back(box);
  return ink;
}

double find_skew(const PageImage& image) {
  const PixPtr pix = binary(image);
  l_float32 angle = 0, confidence = 0;
  if (!pix || pixFindSkewSweepAndSearch(pix.get(), &angle, &confidence, 2, 1, 5.0, 1.0, 0.01) != 0)
    return 0;
  return confidence >= min_skew_confidence ? -angle : 0;
}

PageImage rotated(const PageImage& image, double degrees) {
  const auto angle = static_cast<float>(-radians(degrees));
  return changed(image, image.dpi, [&](PIX* pix) { return pixRotateAMGray(pix, angle, white); });
}

Box unrotated(const Box& box, const PageImage& image, double degrees) {
  const double cx = image.width / 2.0, cy = image.height / 2.0, a = radians(degrees);
  const double dx = box.center_x() - cx, dy = box.center_y() - cy;
  const double x = cx + dx * std::cos(a) - dy * std::sin(a);
  const double y = cy + dx * std::sin(a) + dy * std::cos(a);
  return {x - box.width() / 2, y - box.height() / 2, x + box.width() / 2, y + box.height() / 2};
}

bool is_bilevel(const PageImage& image) {
  return std::all_of(image.pixels.begin(), image.pixels.end(),
                     [](std::uint8_t g) { return g == 0 || g == white; });
}

PageImage scaled(const PageImage& image, double factor) {
  const auto f = static_cast<float>(factor);
  return changed(image, static_cast<int>(std::lround(image.dpi * factor)), [&](PIX* pix) {
    return factor < 1 ? pixScaleAreaMap(pix, f, f) : pixScaleGrayLI(pix, f, f);
  });
}

std::vector<Box> boxes_of(const Rule& rule) {
  const double half = rule.thickness / 2 + 1;
  const int pieces = 1 + static_cast<int>(std::abs(rule.slope) * rule.length());
  const double step = rule.length() / pieces;
  std::vector<Box> out;
  for (int i = 0; i < pieces; ++i) {
    const double begin = rule.begin + i * step, at = rule.at_place(begin + step / 2);
    out.push_back(rule.horizontal ? Box{begin - 1, at - half, begin + step + 1, at + half}
                                  : Box{at - half, begin - 1, at + half, begin + step + 1});
  }
  return out;
}

void remove_specks(PageImage& image) {
  const int size = static_cast<int>(std::lround(max_speck * image.dpi));
  if (size < 2) return;
  const PixPtr grey = to_pix(image);
  const PixPtr pix(pixThresholdToBinary(grey.get(), 128));
  const PixPtr kept(
      pixSelectBySize(pix.get(), size, size, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
  if (kept) image = to_image(kept.get(), image.dpi);
}

void whiten_paper(PageImage& image) {
  const PixPtr pix = to_pix(image);
  const PixPtr flat(pixBackgroundNormSimple(pix.get(), nullptr, nullptr));
  if (flat) image.pixels = to_image(flat.get(), image.dpi).pixels;
}

void erase(PageImage& image, const Box& box) {
  const int x0 = std::clamp(static_cast<int>(std::floor(box.x0)), 0, image.width);
  const int x1 = std::clamp(static_cast<int>(std::ceil(box.x1)), x0, image.width);
  const int y0 = std::clamp(static_cast<int>(std::floor(box.y0)), 0, image.height);
  const int y1 = std::clamp(static_cast<int>(std::ceil(box.y1)), y0, image.height);
  for (int y = y0; y < y1; ++y) {
    const auto row = image.pixels.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
    std::fill(row + x0, row + x1, white);
  }
}

}  // namespace vanthu
