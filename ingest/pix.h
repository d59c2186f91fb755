#pragma once
#include <leptonica/allheaders.h>

#include <memory>

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
// vanish in it, black and blue ink stay.
PageImage to_image(const PIX* pix, int dpi);

// Leptonica writes to standard error unless told not to.
void silence_leptonica();

}  // namespace vanthu
