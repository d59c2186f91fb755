#include "ingest/train/line_canvas.h"

#include <algorithm>
#include <cmath>

#include "ingest/raster.h"

namespace vanthu {
namespace {

constexpr double glyph_box = 20;  // pixels of a glyph's square that the digit fills
constexpr double beside = 5;      // pixels beside a digit that the pen's width and waves reach

// The leftmost and rightmost column of a glyph that has ink.
std::pair<double, double> extent(const Glyph& glyph) {
  int first = Glyph::side, last = 0;
  for (int i = 0; i < Glyph::side * Glyph::side; ++i)
    if (glyph.ink[static_cast<std::size_t>(i)] > 0.4F) {
      first = std::min(first, i % Glyph::side);
      last = std::max(last, i % Glyph::side + 1);
    }
  return {first, std::max(last, first + 1)};
}

void blur(PageImage& image, double strength) {
  const PageImage from = image;
  for (int y = 1; y + 1 < image.height; ++y)
    for (int x = 1; x + 1 < image.width; ++x) {
      const double near =
          (from.at(x - 1, y) + from.at(x + 1, y) + from.at(x, y - 1) + from.at(x, y + 1)) / 4.0;
      image.pixels[static_cast<std::size_t>(y) * image.width + x] =
          static_cast<std::uint8_t>(from.at(x, y) * (1 - strength) + near * strength);
    }
}

// The ink that a hand leaves at a place of a glyph, drawn at so many pixels to one of the glyph.
double ink_at(const Glyph& glyph, const Hand& hand, double u, double v, float phase, double scale) {
  if (hand.pen <= 0) return (glyph.sample(u - 0.5, v - 0.5) - hand.threshold) * 3.5 + 0.5;
  const double distance = glyph.way.distance(u, v);
  if (distance > hand.pen * (1 + hand.pressure) + 1 / scale) return 0;
  const float wave = std::sin(0.3F * static_cast<float>(u - v) + phase);
  return (hand.pen * (1 + hand.pressure * wave) - distance) * scale + 0.5;
}

}  // namespace

LineCanvas::LineCanvas(double width, double pixels_per_point)
    : scale_(pixels_per_point),
      width_(std::max(8, static_cast<int>(width * pixels_per_point))),
      height_(static_cast<int>(std::lround(digit_line_height * pixels_per_point))),
      ink_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {}

void LineCanvas::darken(int x, int y, double ink) {
  if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
  float& at = ink_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                   static_cast<std::size_t>(x)];
  at = std::max(at, static_cast<float>(ink));
}

double LineCanvas::write(const Glyph& glyph, const Hand& hand, double x, double base,
                         double degrees, Random& random) {
  const auto [first, last] = extent(glyph);
  const double per_point = glyph_box / hand.height, wide = per_point / hand.width;
  const double right = x + (last - first) / wide;
  const double turn = degrees * std::numbers::pi / 180, c = std::cos(turn), s = std::sin(turn);
  const auto phase = static_cast<float>(random.between(0, 7));
  const auto fx = static_cast<float>(random.between(0.1, 0.3));
  const auto fy = static_cast<float>(random.between(0.1, 0.3));
  const double middle_x = (x + right) / 2, middle_y = base - hand.height / 2;
  const double reach = hand.height * 1.1;
  for (int py = static_cast<int>((middle_y - reach) * scale_); py < (middle_y + reach) * scale_;
       ++py)
    for (int px = static_cast<int>((middle_x - reach) * scale_); px < (middle_x + reach) * scale_;
         ++px) {
      const double dy = (py + 0.5) / scale_ - middle_y;
      const double dx = (px + 0.5) / scale_ - middle_x + hand.slant * dy;
      const double u = (c * dx + s * dy) * wide + (first + last) / 2;
      const double v = (c * dy - s * dx) * per_point + Glyph::side / 2.0;
      if (u < first - beside || u > last + beside || v < 0 || v > Glyph::side) continue;
      const auto along = static_cast<float>(u), down = static_cast<float>(v);
      const double wave_x = hand.wave * std::sin(fx * down + fy * along + phase);
      const double wave_y = hand.wave * std::sin(fy * down - fx * along + phase * 2);
      const double ink = ink_at(glyph, hand, u + wave_x, v + wave_y, phase, scale_ / per_point);
      if (ink > 0) darken(px, py, hand.ink * std::min(1.0, ink));
    }
  return right;
}

double LineCanvas::width_of(const PrintedWord& word) {
  return word.image.width * 72.0 / PrintedWords::dpi;
}

void LineCanvas::print(const PrintedWord& word, double x, double y, double ink) {
  const PageImage image = scaled(word.image, scale_ * 72.0 / PrintedWords::dpi);
  const int x0 = static_cast<int>(std::lround(x * scale_));
  const int y0 = static_cast<int>(std::lround(y * scale_ - image.height / 2.0));
  for (int v = 0; v < image.height; ++v)
    for (int u = 0; u < image.width; ++u)
      darken(x0 + u, y0 + v, ink * (255 - image.at(u, v)) / 255.0);
}

void LineCanvas::dot(double x, double y, double radius, double ink) {
  for (int py = static_cast<int>((y - radius) * scale_) - 1; py <= (y + radius) * scale_ + 1; ++py)
    for (int px = static_cast<int>((x - radius) * scale_) - 1; px <= (x + radius) * scale_ + 1;
         ++px) {
      const double away = std::hypot(px + 0.5 - x * scale_, py + 0.5 - y * scale_);
      const double cover = std::clamp(radius * scale_ + 0.5 - away, 0.0, 1.0);
      if (cover > 0) darken(px, py, ink * cover);
    }
}

void LineCanvas::ring(double x, double y, double radius, double thickness, double worn,
                      Random& random) {
  for (double a = 0; a < 2 * std::numbers::pi; a += 0.5 / (radius * scale_ / 2))
    if (!random.chance(worn))
      dot(x + radius * std::cos(a), y + radius * std::sin(a), thickness / 2, 1);
}

PageImage LineCanvas::scanned(double variety, Random& random) const {
  PageImage out{.width = width_,
                .height = height_,
                .dpi = static_cast<int>(std::lround(scale_ * 72)),
                .pixels = std::vector<std::uint8_t>(ink_.size())};
  const double paper = random.between(200, 255), dark = random.between(0, 70);
  const double grain = random.chance(0.5) ? variety * random.between(0, 20) : 0;
  for (std::size_t i = 0; i < ink_.size(); ++i)
    out.pixels[i] = static_cast<std::uint8_t>(
        std::clamp(paper + (dark - paper) * double(ink_[i]) + grain * random.grain(), 0.0, 255.0));
  if (random.chance(0.5)) blur(out, random.between(0.2, 0.9));
  if (!random.chance(0.45)) return out;
  const double limit =
      dark + (paper - dark) * random.between(0.55 - 0.2 * variety, 0.55 + 0.2 * variety);
  const double specks = random.chance(0.4) ? variety * random.between(0, 0.005) : 0;
  for (std::uint8_t& g : out.pixels) g = (g < limit) != random.chance(specks) ? 0 : 255;
  return out;
}

}  // namespace vanthu
