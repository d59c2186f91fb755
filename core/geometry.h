#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>

namespace vanthu {

// A rectangle on a page, in points (1/72 inch) from the page's top left corner; x1 > x0, y1 > y0.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double center_x() const { return (x0 + x1) / 2; }
  double center_y() const { return (y0 + y1) / 2; }
  bool contains(double x, double y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }
  friend bool operator==(const Box&, const Box&) = default;
};

// The smallest box around both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The same for boxes that may be missing (plain text has none): a missing one adds nothing.
inline std::optional<Box> united(const std::optional<Box>& a, const std::optional<Box>& b) {
  return a && b ? united(*a, *b) : a ? a : b;
}

// A half-open range of indices or byte offsets: [begin, end).
struct Span {
  std::size_t begin = 0, end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::size_t i) const { return i >= begin && i < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span over both; an empty one adds nothing.
inline Span united(const Span& a, const Span& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace vanthu
