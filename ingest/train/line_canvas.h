#pragma once
#include <vector>

#include "ingest/digit_reader.h"
#include "ingest/train/glyphs.h"
#include "ingest/train/printed_words.h"

namespace vanthu {

// How a pen writes a string: the same for all of its digits.
struct Hand {
  double height = 12;      // points
  double width = 1;        // of a digit, relative to the set's
  double slant = 0;        // rightward shift per height
  double threshold = 0.5;  // of the glyph's ink: the higher the thinner; where `pen` is 0
  double pen = 0;          // radius of the pen that writes it anew, pixels of the glyph
  double pressure = 0;     // how far that radius varies, of itself
  double wave = 0;         // pixels of the glyph that elastic waves shift
  double ink = 1;          // how dark
};

// A line of ink, digit_line_height high, that things are drawn on; lengths are in points.
class LineCanvas {
 public:
  LineCanvas(double width, double pixels_per_point);

  // Returns the digit's extent to the left and right of where `x`, its left edge, was put: the
  // right edge. `base` is the y of its foot.
  double write(const Glyph& glyph, const Hand& hand, double x, double base, double degrees,
               Random& random);
  // The word's left edge at x, its line's middle at y.
  void print(const PrintedWord& word, double x, double y, double ink);
  void dot(double x, double y, double radius, double ink);
  void ring(double x, double y, double radius, double thickness, double worn, Random& random);
  // As a scanner sees it; variety 0 is a perfect one, 1 a bad one.
  PageImage scanned(double variety, Random& random) const;

  static double width_of(const PrintedWord& word);
  double width() const { return width_ / scale_; }

 private:
  void darken(int x, int y, double ink);

  double scale_;
  int width_, height_;
  std::vector<float> ink_;
};

}  // namespace vanthu
