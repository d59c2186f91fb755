#include "ingest/coloured_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/error.h"
#include "ingest/pix.h"

namespace vanthu {
namespace {

constexpr double least_ink = 2;  // square millimetres on a page; a digit has as much
constexpr double mm_per_inch = 25.4;
constexpr double edge = 0.25;  // millimetres; a stroke's edge has little colour
constexpr std::uint8_t white = 255, middle = 128;
constexpr double darkest = 0.05;  // share of a pen's pixels; print is darker than the others

// Millimetres. Letters are lower, words are shorter than signatures; strokes of one hand or seal
// are nearer to each other than lines of text.
constexpr double signature_height = 10, signature_width = 25;
constexpr double least_seal = 12, largest_seal = 60;
constexpr double reach = 4, least_region = 2;

// 1 where there is ink of the pen and within `edge` of it. Throws Error{too_large}.
PixPtr mask_of(const PageImage& pen) {
  const PixPtr grey = to_pix(pen);
  const PixPtr ink(pixThresholdToBinary(grey.get(), middle));
  const int size = 1 + 2 * static_cast<int>(std::lround(edge * pen.dpi / mm_per_inch));
  PixPtr grown(ink ? pixDilateBrick(nullptr, ink.get(), size, size) : nullptr);
  if (!grown) throw Error(ErrorCode::too_large, "", "no memory for the page image");
  return grown;
}

// The grey levels of an image's paper and of its pen's ink where that is darkest.
struct Levels {
  std::uint8_t paper = white, pen = 0;
};

Levels levels_of(const PageImage& image) {
  std::array<std::size_t, 256> all{}, pen{};
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    ++all[image.pixels[i]];
    if (image.pen->pixels[i] < middle) ++pen[image.pixels[i]];
  }
  const std::size_t inked = std::accumulate(pen.begin(), pen.end(), std::size_t{0});
  std::size_t level = 0;
  for (std::size_t sum = pen[0]; sum < darkest * inked; sum += pen[++level]) {
  }
  const auto paper = std::ranges::max_element(all) - all.begin();
  return {static_cast<std::uint8_t>(paper), static_cast<std::uint8_t>(level)};
}

// Paints paper where the mask is 1, but for print in the pen's edge, which is darker than the pen.
void erase(PageImage& image, PIX* mask, Levels levels) {
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* line = pixGetData(mask) + static_cast<std::size_t>(y) * pixGetWpl(mask);
    const std::size_t row = static_cast<std::size_t>(y) * image.width;
    for (int x = 0; x < image.width; ++x) {
      std::uint8_t& grey = image.pixels[row + x];
      if (GET_DATA_BIT(line, x) && (image.pen->pixels[row + x] < middle || grey >= levels.pen))
        grey = levels.paper;
    }
  }
}

// Paints paper where the mask is 0.
void keep(PageImage& image, PIX* mask, Levels levels) {
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* line = pixGetData(mask) + static_cast<std::size_t>(y) * pixGetWpl(mask);
    const std::size_t row = static_cast<std::size_t>(y) * image.width;
    for (int x = 0; x < image.width; ++x)
      if (!GET_DATA_BIT(line, x)) image.pixels[row + x] = levels.paper;
  }
}

// Boxes around ink that is near to each other.
std::vector<Box> boxes_of(const PageImage& plane) {
  const double pixels_per_mm = plane.dpi / mm_per_inch;
  const int size = std::max(1, static_cast<int>(reach * pixels_per_mm));
  const PixPtr grey = to_pix(plane);
  const PixPtr ink(pixThresholdToBinary(grey.get(), middle));
  const PixPtr joined(ink ? pixCloseSafeBrick(nullptr, ink.get(), size, size) : nullptr);
  std::vector<Box> out = components(joined.get());
  std::erase_if(out, [&](const Box& box) {
    return std::max(box.width(), box.height()) < least_region * pixels_per_mm;
  });
  return out;
}

bool is_signature(const Box& box, int dpi) {
  return box.height() >= signature_height * dpi / mm_per_inch ||
         box.width() >= signature_width * dpi / mm_per_inch;
}

bool is_seal(const Box& box, int dpi) {
  return std::min(box.width(), box.height()) >= least_seal * dpi / mm_per_inch &&
         std::max(box.width(), box.height()) <= largest_seal * dpi / mm_per_inch;
}

}  // namespace

InkFinder::InkFinder(int width, int height, int dpi) {
  for (PageImage* plane : {&pen_.image, &seal_.image}) {
    *plane = {.width = width, .height = height, .dpi = dpi, .pixels = {}};
    plane->pixels.assign(static_cast<std::size_t>(width) * height, white);
  }
}

void InkFinder::give_to(PageImage& image) && {
  const double pixels_per_mm = image.dpi / mm_per_inch;
  const double least = least_ink * pixels_per_mm * pixels_per_mm;
  const auto plane = [&](Plane& found) -> std::shared_ptr<const PageImage> {
    if (static_cast<double>(found.marked) < least) return nullptr;
    return std::make_shared<const PageImage>(std::move(found.image));
  };
  image.pen = plane(pen_);
  image.seal = plane(seal_);
}

std::vector<InkRegion> find_ink_regions(const PageImage& image) {
  std::vector<InkRegion> out;
  if (image.seal)
    for (const Box& box : boxes_of(*image.seal))
      if (is_seal(box, image.dpi)) out.push_back({InkRegion::Kind::seal, box});
  if (image.pen)
    for (const Box& box : boxes_of(*image.pen))
      out.push_back(
          {is_signature(box, image.dpi) ? InkRegion::Kind::signature : InkRegion::Kind::handwriting,
           box});
  return out;
}

void remove_signatures(PageImage& image) {
  if (!image.pen) return;
  const PixPtr mask = mask_of(*image.pen);
  const int height = static_cast<int>(signature_height * image.dpi / mm_per_inch);
  const int width = static_cast<int>(signature_width * image.dpi / mm_per_inch);
  const PixPtr large(
      pixSelectBySize(mask.get(), width, height, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
  if (large) erase(image, large.get(), levels_of(image));
}

std::optional<PartedInk> part_ink(const PageImage& image) {
  if (!image.pen) return std::nullopt;
  const PixPtr mask = mask_of(*image.pen);
  const Levels levels = levels_of(image);
  PartedInk out{image, image};
  keep(out.pen, mask.get(), levels);
  erase(out.rest, mask.get(), levels);
  return out;
}

}  // namespace vanthu
