#include "ingest/pix.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "core/error.h"
#include "ingest/coloured_ink.h"

namespace vanthu {
namespace {

// Leptonica's rows are 32-bit words whose first pixel is in the highest byte.
l_uint32 first_pixel_first(l_uint32 word) {
  return std::endian::native == std::endian::little ? __builtin_bswap32(word) : word;
}

PixPtr byte_order_swapped(PixPtr pix) {
  pixEndianByteSwap(pix.get());
  return pix;
}

// Without colour map and alpha.
PixPtr plain(const PIX* pix) {
  // Leptonica never changes the source of these.
  auto* source = const_cast<PIX*>(pix);
  return PixPtr(pixGetSpp(source) == 4   ? pixRemoveAlpha(source)
                : pixGetColormap(source) ? pixRemoveColormap(source, REMOVE_CMAP_BASED_ON_SRC)
                                         : pixClone(source));
}

bool is_coloured(PIX* plain) { return plain && pixGetDepth(plain) == 32; }

PixPtr to_grey(PIX* plain) {
  if (is_coloured(plain)) return PixPtr(pixGetRGBComponent(plain, COLOR_RED));
  return PixPtr(plain ? pixConvertTo8(plain, 0) : nullptr);
}

void find_coloured_ink(PIX* plain, PageImage& image) {
  if (!is_coloured(plain)) return;
  InkFinder finder(image.width, image.height, image.dpi);
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* row = pixGetData(plain) + static_cast<std::size_t>(y) * pixGetWpl(plain);
    for (int x = 0; x < image.width; ++x)
      finder.see(x, y, row[x] >> L_RED_SHIFT & 255U, row[x] >> L_BLUE_SHIFT & 255U);
  }
  std::move(finder).give_to(image);
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
  const PixPtr source = plain(pix);
  const PixPtr grey = to_grey(source.get());
  if (!grey) throw Error(ErrorCode::too_large, "", "no memory for the page image");
  PageImage image;
  image.width = pixGetWidth(grey.get());
  image.height = pixGetHeight(grey.get());
  image.dpi = dpi;
  find_coloured_ink(source.get(), image);
  image.pixels.resize(static_cast<std::size_t>(image.width) * image.height);
  const auto stride = static_cast<std::size_t>(pixGetWpl(grey.get()));
  std::vector<l_uint32> row(stride);
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* words = pixGetData(grey.get()) + stride * y;
    std::transform(words, words + stride, row.begin(), first_pixel_first);
    std::memcpy(image.pixels.data() + static_cast<std::size_t>(image.width) * y, row.data(),
                image.width);
  }
  return image;
}

std::vector<Box> components(PIX* mask) {
  const BoxesPtr boxes(mask ? pixConnCompBB(mask, 8) : nullptr);
  std::vector<Box> out;
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, &w, &h);
    out.push_back({double(x), double(y), double(x + w), double(y + h)});
  }
  return out;
}

}  // namespace vanthu
