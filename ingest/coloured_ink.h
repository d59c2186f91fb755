#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"

// Ink that its colour tells from black print: blue and violet of pens, red of seals. (Red is white
// in the red channel, which is all that the rest of the page's work sees.)
namespace vanthu {

// Collects where such ink is while the pixels of a coloured image are at hand.
class InkFinder {
 public:
  InkFinder(int width, int height, int dpi);

  // Red and blue of a pixel, 0..255.
  void see(int x, int y, int red, int blue) {
    constexpr int least_blue = 30, least_red = 40, share_of_ink = 5;
    const int more = blue - red;
    if (more >= least_blue && red <= palest && share_of_ink * more >= 255 - red)
      pen_.mark(x, y);
    else if (-more >= least_red && blue <= palest_seal)
      seal_.mark(x, y);
  }

  // Sets the image's `pen` and `seal`; they stay null where there is next to none.
  void give_to(PageImage& image) &&;

 private:
  static constexpr int palest = 200, palest_seal = 220;  // the grain of white paper is lighter

  struct Plane {
    PageImage image;
    std::size_t marked = 0;
    void mark(int x, int y) {
      image.pixels[static_cast<std::size_t>(y) * image.width + x] = 0;
      ++marked;
    }
  };
  Plane pen_, seal_;
};

// What was written and stamped on a page in colour, in pixels of the image.
std::vector<InkRegion> find_ink_regions(const PageImage& image);

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
