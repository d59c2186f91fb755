#pragma once
#include <array>
#include <filesystem>
#include <vector>

#include "ingest/train/random.h"

namespace vanthu {

// One handwritten digit: ink 0..1 on a square of `side` pixels, the digit in a box of 20 at its
// middle (as in MNIST).
struct Glyph {
  static constexpr int side = 28;
  int digit = 0;
  std::array<float, side * side> ink{};

  // Between the pixels; no ink outside.
  float sample(double x, double y) const;
};

struct GlyphSets {
  std::vector<Glyph> training;
  std::vector<Glyph> held_out;  // a fixed part of every source, never trained on
};

// Digits of MNIST's test part (t10k-*.gz, IDX) and of Semeion (semeion.data.gz) in `folder`; the
// latter, written by Europeans as in Vietnam, are repeated to weigh more. Throws
// Error{not_readable}.
GlyphSets read_glyphs(const std::filesystem::path& folder);

// A digit drawn with a pen along strokes of our own: the forms that the sets have few of (1 with a
// long upstroke, 7 with a bar, open 4, narrow 0).
Glyph drawn_glyph(Random& random);

}  // namespace vanthu
