#include "ingest/raster.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ingest/pix.h"

namespace vanthu {
namespace {

constexpr int work_dpi = 150;
constexpr double min_skew_confidence = 3;  // Leptonica's own limit for a sure angle
constexpr int white = 255;

// Lengths in pixels at work_dpi.
constexpr int min_horizontal = 50;  // 8.5 mm; no letter or dash of a text is that wide
constexpr int min_vertical = 30;    // 5 mm; titles have stems of 20
constexpr double max_rule_thickness = 9;
constexpr double max_mark_height = 60;  // seals, handwriting and pictures are larger
constexpr double max_mark_width = 120;
constexpr double min_mark_size = 2;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// The page at about work_dpi, black and white, the paper's shade taken out.
PixPtr binary(const PageImage& image) {
  PixPtr pix = to_pix(image);
  const float factor = static_cast<float>(work_dpi) / static_cast<float>(image.dpi);
  if (factor < 0.95F) pix.reset(pixScaleAreaMap(pix.get(), factor, factor));
  if (PixPtr flat{pixBackgroundNormSimple(pix.get(), nullptr, nullptr)}; flat) pix = std::move(flat);
  return PixPtr(pixThresholdToBinary(pix.get(), 170));
}

std::vector<Box> components(PIX* pix) {
  const BoxesPtr boxes(pixConnCompBB(pix, 8));
  std::vector<Box> out;
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, &w, &h);
    out.push_back({double(x), double(y), double(x + w), double(y + h)});
  }
  return out;
}

// The strokes of one direction: what is left after opening, one pixel of slant forgiven.
PixPtr strokes(PIX* pix, bool horizontal) {
  const PixPtr thick(horizontal ? pixDilateBrick(nullptr, pix, 1, 3)
                                : pixDilateBrick(nullptr, pix, 3, 1));
  return PixPtr(horizontal ? pixOpenBrick(nullptr, thick.get(), min_horizontal, 1)
                           : pixOpenBrick(nullptr, thick.get(), 1, min_vertical));
}

std::vector<Rule> rules_of(PIX* strokes, bool horizontal) {
  std::vector<Rule> out;
  for (const Box& box : components(strokes)) {
    const double thickness = (horizontal ? box.height() : box.width()) - 2;
    if (thickness > max_rule_thickness) continue;
    if (horizontal)
      out.push_back({true, box.center_y(), box.x0, box.x1, std::max(1.0, thickness)});
    else
      out.push_back({false, box.center_x(), box.y0, box.y1, std::max(1.0, thickness)});
  }
  return out;
}

void clear(PIX* pix, const Rule& rule) {
  const Box ink = box_of(rule);
  const int x = std::max(0, static_cast<int>(ink.x0)), y = std::max(0, static_cast<int>(ink.y0));
  BOX* box = boxCreate(x, y, static_cast<int>(std::ceil(ink.x1)) - x,
                       static_cast<int>(std::ceil(ink.y1)) - y);
  if (box) pixClearInRect(pix, box);
  boxDestroy(&box);
}

bool is_mark(const Box& box) {
  return box.height() <= max_mark_height && box.width() <= max_mark_width &&
         std::max(box.width(), box.height()) >= min_mark_size;
}

}  // namespace

Ink find_ink(const PageImage& image) {
  const PixPtr pix = binary(image);
  Ink ink{.dpi = std::min(image.dpi, work_dpi), .marks = {}, .rules = {}};
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
    if (is_mark(box)) ink.marks.push_back(box);
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
  const PixPtr pix = to_pix(image);
  const PixPtr turned(
      pixRotateAMGray(pix.get(), static_cast<float>(-radians(degrees)), static_cast<l_uint8>(white)));
  return turned ? to_image(turned.get(), image.dpi) : image;
}

Box unrotated(const Box& box, const PageImage& image, double degrees) {
  const double cx = image.width / 2.0, cy = image.height / 2.0, a = radians(degrees);
  const double dx = box.center_x() - cx, dy = box.center_y() - cy;
  const double x = cx + dx * std::cos(a) - dy * std::sin(a);
  const double y = cy + dx * std::sin(a) + dy * std::cos(a);
  return {x - box.width() / 2, y - box.height() / 2, x + box.width() / 2, y + box.height() / 2};
}

PageImage scaled(const PageImage& image, double factor) {
  const PixPtr pix = to_pix(image);
  const auto f = static_cast<float>(factor);
  const PixPtr out(factor < 1 ? pixScaleAreaMap(pix.get(), f, f) : pixScaleGrayLI(pix.get(), f, f));
  return out ? to_image(out.get(), static_cast<int>(std::lround(image.dpi * factor))) : image;
}

Box box_of(const Rule& rule) {
  const double half = rule.thickness / 2 + 1;
  return rule.horizontal ? Box{rule.begin - 1, rule.at - half, rule.end + 1, rule.at + half}
                         : Box{rule.at - half, rule.begin - 1, rule.at + half, rule.end + 1};
}

void erase(PageImage& image, const Box& box) {
  const int x0 = std::clamp(static_cast<int>(std::floor(box.x0)), 0, image.width);
  const int x1 = std::clamp(static_cast<int>(std::ceil(box.x1)), x0, image.width);
  const int y0 = std::clamp(static_cast<int>(std::floor(box.y0)), 0, image.height);
  const int y1 = std::clamp(static_cast<int>(std::ceil(box.y1)), y0, image.height);
  for (int y = y0; y < y1; ++y) {
    const auto row = image.pixels.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
    std::fill(row + x0, row + x1, static_cast<std::uint8_t>(white));
  }
}

}  // namespace vanthu
