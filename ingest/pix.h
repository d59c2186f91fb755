#pragma once
#include <leptonica/allheaders.h>

#include <memory>
#include <vector>

#include "core/geometry.h"
#include "ingest/page_reader.h"

// Leptonica's images as owned values, for the files that work with Leptonica.
namespace vanthu {

struct PixDestroyer {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};
using PixPtr = std::unique_ptr<PIX, PixDestroyer>;
using BoxesPtr = std::unique_ptr<BOXA, PixDestroyer>;

// 8-bit copies. Throw Error{too_large} where Leptonica has no memory for them. Leptonica's messages
// are switched off by either.
PixPtr to_pix(const PageImage& image);
// Any depth, with or without colour map or alpha. Of a colour image the red channel: red seals
// vanish in it, black and blue ink stay; where the coloured ones are is kept besides.
PageImage to_image(const PIX* pix, int dpi);

// What `change` makes of an image and of its coloured ink alike; the image as it is where that
// fails.
template <typename Change>
PageImage changed(const PageImage& image, int dpi, const Change& change) {
  const PixPtr pix = to_pix(image);
  const PixPtr made(change(pix.get()));
  if (!made) return image;
  PageImage out = to_image(made.get(), dpi);
  for (const auto plane : {&PageImage::pen, &PageImage::seal})
    if (image.*plane)
      out.*plane = std::make_shared<const PageImage>(changed(*(image.*plane), dpi, change));
  return out;
}

// The boxes of the connected components of a mask; none where Leptonica has no memory for them, or
// without a mask.
std::vector<Box> components(PIX* mask);

// Leptonica writes to standard error unless told not to.
void silence_leptonica();

}  // namespace vanthu
