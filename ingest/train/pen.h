#pragma once
#include <array>
#include <cstdint>

// The middle line of a handwritten digit, so that a pen of any thickness can write it again.
namespace vanthu {

// How far each place of a glyph's square is from the pen's way.
class PenWay {
 public:
  static constexpr int side = 56;          // places; two to a pixel of the glyph
  static constexpr double furthest = 4.9;  // pixels of the glyph

  PenWay() { steps_.fill(255); }
  // Nearer ways win.
  void add(int x, int y, double distance);
  // In pixels of the glyph, at a place in pixels of the glyph.
  double distance(double x, double y) const;

 private:
  static constexpr double step = furthest / 255;
  std::array<std::uint8_t, side * side> steps_;
};

// Thins ink (true) to lines one place wide (Zhang and Suen 1984) and measures from these.
using InkPlaces = std::array<bool, PenWay::side * PenWay::side>;
PenWay thinned(InkPlaces ink);

}  // namespace vanthu
