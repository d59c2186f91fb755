#include "ingest/orientation.h"

#include <algorithm>
#include <cmath>

#include "ingest/pix.h"

namespace vanthu {
namespace {

constexpr double min_letter = 0.055, max_letter = 0.2;  // inches
constexpr double reach = 0.4;                           // inches to look for a neighbour
constexpr int min_told = 60;                            // marks
constexpr double clear_majority = 2;

double overlap(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

std::vector<Box> letters(const Ink& ink) {
  std::vector<Box> out;
  for (const Box& mark : ink.marks) {
    const double size = std::max(mark.width(), mark.height());
    if (size >= min_letter * ink.dpi && size <= max_letter * ink.dpi) out.push_back(mark);
  }
  std::sort(out.begin(), out.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  return out;
}

// White to the nearest neighbour on the right and below, `far` where there is none.
struct Gaps {
  double right, below;
};

Gaps gaps_of(const std::vector<Box>& marks, std::size_t i, double far) {
  Gaps out{far, far};
  const Box& a = marks[i];
  for (std::size_t j = i; j-- > 0 && a.x0 - marks[j].x0 < 2 * far;)
    if (overlap(a.x0, a.x1, marks[j].x0, marks[j].x1) > a.width() / 2 && marks[j].y0 > a.center_y())
      out.below = std::min(out.below, std::max(0.0, marks[j].y0 - a.y1));
  for (std::size_t j = i + 1; j < marks.size() && marks[j].x0 - a.x1 < far; ++j) {
    const Box& b = marks[j];
    if (overlap(a.y0, a.y1, b.y0, b.y1) > a.height() / 2 && b.x0 > a.center_x())
      out.right = std::min(out.right, std::max(0.0, b.x0 - a.x1));
    if (overlap(a.x0, a.x1, b.x0, b.x1) > a.width() / 2 && b.y0 > a.center_y())
      out.below = std::min(out.below, std::max(0.0, b.y0 - a.y1));
  }
  return out;
}

}  // namespace

bool lies_sideways(const Ink& ink) {
  const std::vector<Box> marks = letters(ink);
  int along = 0, across = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Gaps gaps = gaps_of(marks, i, reach * ink.dpi);
    along += gaps.right < gaps.below ? 1 : 0;
    across += gaps.below < gaps.right ? 1 : 0;
  }
  return along + across >= min_told && across > clear_majority * along;
}

PageImage turned(const PageImage& image, int quarters) {
  if (quarters % 4 == 0) return image;
  return changed(image, image.dpi, [&](PIX* pix) { return pixRotateOrth(pix, quarters % 4); });
}

Box unturned(const Box& box, int quarters, double width, double height) {
  switch (quarters % 4) {
    case 1:
      return {box.y0, height - box.x1, box.y1, height - box.x0};
    case 2:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 3:
      return {width - box.y1, box.x0, width - box.y0, box.x1};
    default:
      return box;
  }
}

}  // namespace vanthu
