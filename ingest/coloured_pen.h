#pragma once
#include <cstddef>
#include <memory>
#include <optional>

#include "ingest/page_reader.h"

// Ink of blue and violet pens, told from black print by its colour. (Red ink is white in the red
// channel, which is all that the rest of the page's work sees.)
namespace vanthu {

// Collects where the pen's ink is while the pixels of a coloured image are at hand.
class PenFinder {
 public:
  PenFinder(int width, int height, int dpi);

  // Red and blue of a pixel, 0..255.
  void see(int x, int y, int red, int blue) {
    constexpr int least_blue = 30, share_of_ink = 5;
    const int more = blue - red;
    if (red > palest || more < least_blue || share_of_ink * more < 255 - red) return;
    pen_.pixels[static_cast<std::size_t>(y) * pen_.width + x] = 0;
    ++seen_;
  }

  // For PageImage::pen; null where there is next to none.
  std::shared_ptr<const PageImage> found() &&;

 private:
  static constexpr int palest = 200;  // of ink; the grain of white paper is lighter

  PageImage pen_;
  std::size_t seen_ = 0;
};

// Takes the strokes of its pen out of an image that are larger than letters: signatures and
// remarks over print. The print beneath and small writing stay.
void remove_signatures(PageImage& image);

// The pen's ink alone and all other ink.
struct PartedInk {
  PageImage pen, rest;
};
// None where the image shows no pen.
std::optional<PartedInk> part_ink(const PageImage& image);

}  // namespace vanthu
