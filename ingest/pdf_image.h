#pragma once
#include <optional>

#include "ingest/page_reader.h"

class QPDFObjectHandle;

namespace vanthu {

// The pixels of an image in a PDF as it stands in the file, without drawing the page: CCITT group
// 4, JPEG, and what qpdf unpacks (Flate, LZW, run lengths) in grey, RGB or indexed colours. Of
// colours the red channel, as of all pages. None where it is of another form (JPEG 2000, JBIG2,
// CMYK, with a mask); then Poppler draws the page. `dpi` is that of the image as placed; one of
// twice the resolution that is wanted is unpacked at half of it where that saves memory.
std::optional<PageImage> decoded(const QPDFObjectHandle& image, double dpi, double wanted_dpi);

}  // namespace vanthu
