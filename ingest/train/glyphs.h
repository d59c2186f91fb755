#pragma once
#include <array>
#include <filesystem>
#include <vector>

#include "ingest/train/pen.h"
#include "ingest/train/random.h"

namespace vanthu {

// One handwritten digit: ink 0..1 on a square of `side` pixels, the digit in a box of 20 at its
// middle (as in MNIST).
struct Glyph {
  static constexpr int side = 28;
  int digit = 0;
  std::array<float, side * side> ink{};
  PenWay way;  // of the pen that wrote it

  // Between the pixels; no ink outside.
  float sample(double x, double y) const;
};

// Digits of many hands, and hands of which all ten digits are known (by fonts).
struct GlyphSet {
  std::vector<Glyph> mixed;
  std::vector<std::vector<Glyph>> hands;
};

struct GlyphSets {
  GlyphSet training;
  GlyphSet held_out;  // a fixed part of every source, never trained on
};

// Digits of MNIST's test part (t10k-*.gz, IDX) and of Semeion (semeion.data.gz) in `digits`; the
// latter, written by Europeans as in Vietnam, are repeated to weigh more. Hands by the fonts in
// `fonts` (font_digits.h). Throws Error{not_readable}.
GlyphSets read_glyphs(const std::filesystem::path& digits, const std::filesystem::path& fonts);

// Finds the pen's way in the ink.
void trace(Glyph& glyph);

// A digit drawn with a pen along strokes of our own: the forms that the sets have few of (1 with a
// long upstroke, 7 with a bar, open 4, narrow 0).
Glyph drawn_glyph(Random& random);

}  // namespace vanthu
