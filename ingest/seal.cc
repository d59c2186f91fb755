#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "ingest/pix.h"
#include "ingest/raster.h"

namespace vanthu {
namespace {

constexpr int even_reach = 2;         // pixels at work_dpi; a window wider than letters' strokes
constexpr int max_unevenness = 50;    // grey levels within the window
constexpr int min_contrast = 35;      // grey levels from text to seal and from seal to paper
constexpr double min_middle = 0.002;  // share of the page's pixels in a seal's greys
constexpr double min_seal = 0.5, max_seal = 2.5;  // inches

using Histogram = std::array<int, 256>;

Histogram histogram(const PageImage& image) {
  Histogram out{};
  for (const std::uint8_t g : image.pixels) ++out[g];
  return out;
}

// The grey level below which that share of [from, to) lies.
int quantile(const Histogram& histogram, int from, int to, double share) {
  double total = 0, sum = 0;
  for (int g = from; g < to; ++g) total += histogram[g];
  for (int g = from; g < to; ++g)
    if ((sum += histogram[g]) >= share * total) return g;
  return to;
}

struct Levels {
  int text = 0, paper = 255;
};

// The paper is the page's usual grey; what is much darker is ink, mostly text.
Levels levels(const PageImage& image) {
  const Histogram counts = histogram(image);
  const int paper = quantile(counts, 0, 256, 0.6);
  return {quantile(counts, 0, std::max(1, paper / 2), 0.3), paper};
}

// The least or the greatest grey within `even_reach` of each pixel: as often a step of one pixel,
// for which Leptonica has a quick way.
PixPtr extreme(PixPtr pix, PIX* (*step)(PIX*, l_int32, l_int32)) {
  for (int i = 0; pix && i < even_reach; ++i) pix = PixPtr(step(pix.get(), 3, 3));
  return pix;
}

// Pixels of even grey between the text's and the paper's, grown by the window.
PixPtr even_grey(const PageImage& image, Levels levels) {
  const PixPtr pix = to_pix(image);
  PixPtr smooth(pixBlockconv(pix.get(), 1, 1));
  const PixPtr low = extreme(PixPtr(pixClone(smooth.get())), pixErodeGray3);
  const PixPtr high = extreme(std::move(smooth), pixDilateGray3);
  const PageImage least = to_image(low.get(), image.dpi), most = to_image(high.get(), image.dpi);
  PixPtr mask(pixCreate(image.width, image.height, 1));
  for (int y = 0; mask && y < image.height; ++y)
    for (int x = 0; x < image.width; ++x)
      if (least.at(x, y) >= levels.text + min_contrast &&
          most.at(x, y) - least.at(x, y) <= max_unevenness &&
          most.at(x, y) <= levels.paper - min_contrast)
        pixSetPixel(mask.get(), x, y, 1);
  return PixPtr(mask ? pixDilateBrick(nullptr, mask.get(), 9, 9) : nullptr);
}

int median_in(const PageImage& image, PIX* mask, const Box& box, Levels levels) {
  Histogram counts{};
  for (int y = static_cast<int>(box.y0); y < static_cast<int>(box.y1); ++y)
    for (int x = static_cast<int>(box.x0); x < static_cast<int>(box.x1); ++x) {
      l_uint32 on = 0;
      pixGetPixel(mask, x, y, &on);
      if (on) ++counts[image.at(x, y)];
    }
  return quantile(counts, levels.text + min_contrast, levels.paper - min_contrast, 0.5);
}

// Paints everything in the box white that is lighter than halfway from text to seal.
void lighten(PageImage& image, const Box& box, int limit) {
  const int x1 = std::min(image.width, static_cast<int>(box.x1));
  const int y1 = std::min(image.height, static_cast<int>(box.y1));
  for (int y = static_cast<int>(box.y0); y < y1; ++y)
    for (int x = static_cast<int>(box.x0); x < x1; ++x) {
      std::uint8_t& g = image.pixels[static_cast<std::size_t>(y) * image.width + x];
      if (g >= limit) g = 255;
    }
}

bool has_middle_greys(const PageImage& image, Levels levels) {
  const Histogram counts = histogram(image);
  const auto from = counts.begin() + levels.text + min_contrast;
  const auto to = counts.begin() + levels.paper - min_contrast;
  return std::accumulate(from, to, 0.0) > min_middle * static_cast<double>(image.pixels.size());
}

}  // namespace

void remove_shaded_seals(PageImage& image) {
  const double scale = std::max(1.0, static_cast<double>(image.dpi) / work_dpi);
  const PageImage small = scale > 1 ? scaled(image, 1 / scale) : image;
  const Levels grey = levels(small);
  if (grey.paper - grey.text < 2 * min_contrast + 10 || !has_middle_greys(small, grey)) return;
  const PixPtr mask = even_grey(small, grey);
  const BoxesPtr boxes(mask ? pixConnCompBB(mask.get(), 8) : nullptr);
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, &w, &h);
    if (std::min(w, h) < min_seal * small.dpi || std::max(w, h) > max_seal * small.dpi) continue;
    const Box box{double(x), double(y), double(x + w), double(y + h)};
    const int seal = median_in(small, mask.get(), box, grey);
    const double back = static_cast<double>(image.width) / small.width;
    lighten(image, {x * back, y * back, (x + w) * back, (y + h) * back}, (grey.text + seal) / 2);
  }
}

}  // namespace vanthu
