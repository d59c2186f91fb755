#include "ingest/train/pen.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vanthu {
namespace {

constexpr int side = PenWay::side;

std::size_t at(int x, int y) { return static_cast<std::size_t>(y * side + x); }

// The eight neighbours clockwise from the one above.
std::array<bool, 8> neighbours(const InkPlaces& ink, int x, int y) {
  return {ink[at(x, y - 1)], ink[at(x + 1, y - 1)], ink[at(x + 1, y)], ink[at(x + 1, y + 1)],
          ink[at(x, y + 1)], ink[at(x - 1, y + 1)], ink[at(x - 1, y)], ink[at(x - 1, y - 1)]};
}

// True where the place lies on the ink's edge and its loss parts nothing; `second` is the pass.
bool is_spare(const std::array<bool, 8>& n, bool second) {
  int count = 0, rises = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    count += n[i];
    rises += !n[i] && n[(i + 1) % 8];
  }
  if (count < 2 || count > 6 || rises != 1) return false;
  return second ? !(n[0] && n[2] && n[6]) && !(n[0] && n[4] && n[6])
                : !(n[0] && n[2] && n[4]) && !(n[2] && n[4] && n[6]);
}

bool thin_once(InkPlaces& ink, bool second) {
  std::vector<std::size_t> spare;
  for (int y = 1; y + 1 < side; ++y)
    for (int x = 1; x + 1 < side; ++x)
      if (ink[at(x, y)] && is_spare(neighbours(ink, x, y), second)) spare.push_back(at(x, y));
  for (const std::size_t place : spare) ink[place] = false;
  return !spare.empty();
}

void measure_from(int x, int y, PenWay& way) {
  const int reach = static_cast<int>(PenWay::furthest * 2);
  for (int v = std::max(0, y - reach); v < std::min(side, y + reach); ++v)
    for (int u = std::max(0, x - reach); u < std::min(side, x + reach); ++u)
      way.add(u, v, std::hypot(u - x, v - y) / 2);
}

}  // namespace

void PenWay::add(int x, int y, double distance) {
  std::uint8_t& known = steps_[at(x, y)];
  known = std::min<std::uint8_t>(
      known, static_cast<std::uint8_t>(std::min(255.0, std::round(distance / step))));
}

double PenWay::distance(double x, double y) const {
  const double u = x * 2 - 0.5, v = y * 2 - 0.5;
  const int u0 = static_cast<int>(std::floor(u)), v0 = static_cast<int>(std::floor(v));
  if (u0 < 0 || v0 < 0 || u0 + 1 >= side || v0 + 1 >= side) return furthest;
  const double fu = u - u0, fv = v - v0;
  const std::uint8_t* p = steps_.data() + at(u0, v0);
  return step *
         ((p[0] * (1 - fu) + p[1] * fu) * (1 - fv) + (p[side] * (1 - fu) + p[side + 1] * fu) * fv);
}

PenWay thinned(InkPlaces ink) {
  while (thin_once(ink, false) | thin_once(ink, true)) {
  }
  PenWay way;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      if (ink[at(x, y)]) measure_from(x, y, way);
  return way;
}

}  // namespace vanthu
