#include "ingest/pix.h"

#include <cstring>

#include "core/error.h"

namespace vanthu {
namespace {

// Leptonica's rows are 32-bit words whose first pixel is in the highest byte.
PixPtr byte_order_swapped(PixPtr pix) {
  pixEndianByteSwap(pix.get());
  return pix;
}

PixPtr to_grey(const PIX* pix) {
  // Leptonica never changes the source of these.
  auto* source = const_cast<PIX*>(pix);
  PixPtr opaque(pixGetSpp(source) == 4   ? pixRemoveAlpha(source)
                : pixGetColormap(source) ? pixRemoveColormap(source, REMOVE_CMAP_BASED_ON_SRC)
                                         : pixClone(source));
  if (opaque && pixGetDepth(opaque.get()) == 32)
    return PixPtr(pixGetRGBComponent(opaque.get(), COLOR_RED));
  return PixPtr(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
}

}  // namespace

void silence_leptonica() {
  static const bool done = [] {
    setMsgSeverity(L_SEVERITY_NONE);
    leptSetStderrHandler([](const char*) {});
    return true;
  }();
  static_cast<void>(done);
}

PixPtr to_pix(const PageImage& image) {
  silence_leptonica();
  PixPtr pix(pixCreateNoInit(image.width, image.height, 8));
  if (!pix) throw Error(ErrorCode::too_large, "", "no memory for the page image");
  const int stride = pixGetWpl(pix.get());
  for (int y = 0; y < image.height; ++y)
    std::memcpy(pixGetData(pix.get()) + static_cast<std::size_t>(y) * stride,
                image.pixels.data() + static_cast<std::size_t>(y) * image.width, image.width);
  pixSetResolution(pix.get(), image.dpi, image.dpi);
  return byte_order_swapped(std::move(pix));
}

PageImage to_image(const PIX* pix, int dpi) {
  silence_leptonica();
  const PixPtr grey = to_grey(pix);
  if (!grey) throw Error(ErrorCode::too_large, "", "no memory for the page image");
  PageImage image;
  image.width = pixGetWidth(grey.get());
  image.height = pixGetHeight(grey.get());
  image.dpi = dpi;
  image.pixels.resize(static_cast<std::size_t>(image.width) * image.height);
  const int stride = pixGetWpl(grey.get());
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* row = pixGetData(grey.get()) + static_cast<std::size_t>(y) * stride;
    std::uint8_t* to = image.pixels.data() + static_cast<std::size_t>(y) * image.width;
    for (int x = 0; x < image.width; ++x) to[x] = static_cast<std::uint8_t>(GET_DATA_BYTE(row, x));
  }
  return image;
}

}  // namespace vanthu
