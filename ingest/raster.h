#pragma once
#include <vector>

#include "core/geometry.h"
#include "ingest/page_reader.h"

// Work on page images that needs no recognition (Leptonica). Boxes and lengths are in pixels of the
// image that a function is given or gives.
namespace vanthu {

// A straight stroke: it runs along [begin, end) of one coordinate; `at` is the other one at its
// middle (y of horizontal, x of vertical strokes), and grows by `slope` per pixel along it.
struct Rule {
  bool horizontal = true;
  double at = 0, begin = 0, end = 0;
  double thickness = 1;
  double slope = 0;

  double length() const { return end - begin; }
  double at_place(double along) const { return at + slope * (along - (begin + end) / 2); }
  friend bool operator==(const Rule&, const Rule&) = default;
};

// What stands on a page image, seen at `dpi` (about 150; the page itself may be finer).
struct Ink {
  int dpi = 150, width = 0, height = 0;
  std::vector<Box> marks;    // connected components that may be letters or parts of them
  std::vector<Rule> rules;   // drawn lines; their ink is not among the marks
  std::vector<Box> figures;  // larger components: seals, signatures, handwriting, pictures
};

// `image` has white paper; one finer than work_dpi is seen at that.
Ink find_ink(const PageImage& image);
constexpr int work_dpi = 150;

// How far the text lines are turned, in degrees, clockwise positive; 0 where that cannot be told.
// Measured up to 5 degrees either way.
double find_skew(const PageImage& image);

// The image turned counter-clockwise by that many degrees about its middle, same size, the corners
// white.
PageImage rotated(const PageImage& image, double degrees);

// The ink of a stroke, with a pixel to spare on either side; a sloping one in several boxes.
std::vector<Box> boxes_of(const Rule& rule);

// Where a box of the image that `rotated` has given was before.
Box unrotated(const Box& box, const PageImage& image, double degrees);

// True where every pixel is black or white.
bool is_bilevel(const PageImage& image);

// Larger or smaller by that factor; `dpi` goes along.
PageImage scaled(const PageImage& image, double factor);

// Takes seals out that are printed in a shade clearly lighter than the text (a red seal is light in
// the red channel already): patches of even grey that are as large as a seal. Text under them
// stays.
void remove_shaded_seals(PageImage& image);

// Takes specks out of a black and white image: marks smaller than any dot of a letter.
void remove_specks(PageImage& image);

// Makes the paper white: takes its shade, uneven light and a little of its grain out.
void whiten_paper(PageImage& image);

// Paints the box white.
void erase(PageImage& image, const Box& box);

}  // namespace vanthu
