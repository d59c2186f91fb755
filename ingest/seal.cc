#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "ingest/pix.h"
#include "ingest/raster.h"

namespace vanthu {
namespace {

constexpr int even_reach = 2;         // pixels at work_dpi; a window wider than letters' strokes
constexpr int max_unevenness = 50;    // grey levels within the window
constexpr int min_contrast = 35;      // grey levels from text to seal and from seal to paper
constexpr double min_middle = 0.002;  // share of the page's pixels in a seal's greys
constexpr double min_seal = 0.5, max_seal = 2.5;  // inches
constexpr double min_ring = 1;                    // inches; round seals are at least 30 mm wide
constexpr double min_roundness = 0.6;

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
PageImage extreme(const PixPtr& pix, PIX* (*step)(PIX*, l_int32, l_int32), int dpi) {
  PixPtr out(pixClone(pix.get()));
  for (int i = 0; out && i < even_reach; ++i) out = PixPtr(step(out.get(), 3, 3));
  return to_image(out.get(), dpi);
}

// What may be a seal, two ways, each a mask.
struct Shades {
  PixPtr patches;  // even grey between the text's and the paper's
  PixPtr strokes;  // any such grey with nothing as dark as text beside it
};

// Grown so that what belongs together is one component.
PixPtr grown(const PixPtr& mask, int size) {
  return PixPtr(mask ? pixDilateBrick(nullptr, mask.get(), size, size) : nullptr);
}

Shades find_shades(const PageImage& image, Levels levels) {
  const PixPtr pix = to_pix(image), smooth(pixBlockconv(pix.get(), 1, 1));
  PixPtr patches(pixCreate(image.width, image.height, 1));
  PixPtr strokes(pixCreate(image.width, image.height, 1));
  if (!smooth || !patches || !strokes) return {};
  const PageImage darkest = extreme(pix, pixErodeGray3, image.dpi),
                  low = extreme(smooth, pixErodeGray3, image.dpi),
                  high = extreme(smooth, pixDilateGray3, image.dpi);
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      if (darkest.at(x, y) >= levels.text + min_contrast &&
          image.at(x, y) <= levels.paper - min_contrast)
        pixSetPixel(strokes.get(), x, y, 1);
      if (low.at(x, y) >= levels.text + min_contrast &&
          high.at(x, y) - low.at(x, y) <= max_unevenness &&
          high.at(x, y) <= levels.paper - min_contrast)
        pixSetPixel(patches.get(), x, y, 1);
    }
  return {grown(patches, 9), grown(strokes, 5)};
}

bool is_on(PIX* mask, double x, double y) {
  l_uint32 on = 0;
  return pixGetPixel(mask, static_cast<int>(x), static_cast<int>(y), &on) == 0 && on != 0;
}

// How round the ink in the circle's square is: the share of directions in which it reaches the
// circle from `inner` on, less the share of the square's corners that are inked (print fills those
// as well). What lies off the page does not count.
double roundness(PIX* mask, double x, double y, double inner, double radius) {
  constexpr int directions = 72;
  int asked = 0, reached = 0, corners = 0, inked = 0;
  for (int i = 0; i < directions; ++i) {
    const double angle = 2 * M_PI * i / directions, dx = std::cos(angle), dy = std::sin(angle);
    l_uint32 on = 0;
    if (pixGetPixel(mask, static_cast<int>(x + dx * radius), static_cast<int>(y + dy * radius),
                    &on) != 0)
      continue;
    ++asked;
    for (double r = inner; r <= radius && !on; ++r) on = is_on(mask, x + r * dx, y + r * dy);
    reached += on != 0;
    const double reach = std::max(std::abs(dx), std::abs(dy));
    for (double r = 1.05 * radius; r * reach < radius; r += 2) {
      ++corners;
      inked += is_on(mask, x + r * dx, y + r * dy);
    }
  }
  return asked < directions / 3 ? 0
                                : double(reached) / asked - double(inked) / std::max(1, corners);
}

bool is_large_as_seal(const Box& box, int dpi) {
  return std::min(box.width(), box.height()) >= min_seal * dpi &&
         std::max(box.width(), box.height()) <= max_seal * dpi;
}

struct Ring {
  double x, y, radius;

  Box square() const {
    const double wide = 1.05 * radius;
    return {std::max(0.0, x - wide), std::max(0.0, y - wide), x + wide, y + wide};
  }
};

// The outermost ring of a seal of which `box` holds a ring or the most of one: print across a part
// of it hides that part, and the page may end.
std::optional<Ring> find_ring(PIX* mask, const Box& box, int dpi) {
  if (!is_large_as_seal(box, dpi)) return std::nullopt;
  const double radius = std::max(box.width(), box.height()) / 2;
  Ring best{0, 0, 0};
  double most = min_roundness;
  for (const double x : {box.x0 + radius, box.x1 - radius})
    for (const double y : {box.y0 + radius, box.y1 - radius})
      if (const double now = roundness(mask, x, y, 0.92 * radius, radius); now >= most) {
        most = now;
        best = {x, y, radius};
      }
  if (best.radius == 0) return std::nullopt;
  for (double outer = radius; 2 * outer <= max_seal * dpi; ++outer)
    if (roundness(mask, best.x, best.y, outer - 3, outer) >= min_roundness) best.radius = outer;
  return 2 * best.radius >= min_ring * dpi ? std::optional(best) : std::nullopt;
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
  const Shades shades = find_shades(small, grey);
  const double back = static_cast<double>(image.width) / small.width;
  const auto remove = [&](PIX* mask, const Box& box) {
    const int seal = median_in(small, mask, box, grey);
    lighten(image, {box.x0 * back, box.y0 * back, box.x1 * back, box.y1 * back},
            (grey.text + seal) / 2);
  };
  for (const Box& box : components(shades.patches.get()))
    if (is_large_as_seal(box, small.dpi)) remove(shades.patches.get(), box);
  for (const Box& box : components(shades.strokes.get()))
    if (const auto ring = find_ring(shades.strokes.get(), box, small.dpi))
      remove(shades.strokes.get(), ring->square());
}

}  // namespace vanthu
