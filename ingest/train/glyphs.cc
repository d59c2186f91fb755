#include "ingest/train/glyphs.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

#include "core/error.h"
#include "ingest/train/font_digits.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t held_out_each = 7;  // one of so many digits is never trained on
constexpr int semeion_copies = 3;

std::string unzipped(const fs::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file) throw Error(ErrorCode::not_readable, path.string(), "no such set of digits");
  std::string out;
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return out;
}

std::vector<Glyph> read_mnist(const fs::path& folder) {
  constexpr std::size_t image_header = 16, label_header = 8, size = Glyph::side * Glyph::side;
  const std::string images = unzipped(folder / "mnist-t10k-images-idx3-ubyte.gz");
  const std::string labels = unzipped(folder / "mnist-t10k-labels-idx1-ubyte.gz");
  std::vector<Glyph> out;
  for (std::size_t i = 0; image_header + (i + 1) * size <= images.size(); ++i) {
    Glyph& glyph = out.emplace_back();
    glyph.digit = labels.at(label_header + i);
    for (std::size_t p = 0; p < size; ++p)
      glyph.ink[p] = static_cast<unsigned char>(images[image_header + i * size + p]) / 255.0F;
    trace(glyph);
  }
  return out;
}

// 16 x 16 binary pixels to 20 x 20 at the middle of 28 x 28, edges smoothed.
Glyph from_semeion(const std::array<int, 256>& pixels, int digit) {
  Glyph glyph;
  glyph.digit = digit;
  const auto pixel = [&](int x, int y) {
    return x < 0 || y < 0 || x > 15 || y > 15 ? 0 : pixels[static_cast<std::size_t>(y * 16 + x)];
  };
  for (int y = 0; y < 20; ++y)
    for (int x = 0; x < 20; ++x) {
      const double sx = (x + 0.5) * 0.8 - 0.5, sy = (y + 0.5) * 0.8 - 0.5;
      double sum = 0, weights = 0;
      for (int v = static_cast<int>(sy) - 1; v <= sy + 2; ++v)
        for (int u = static_cast<int>(sx) - 1; u <= sx + 2; ++u) {
          const double w = std::max(0.0, 1.2 - std::hypot(u - sx, v - sy));
          sum += w * pixel(u, v);
          weights += w;
        }
      glyph.ink[static_cast<std::size_t>((y + 4) * Glyph::side + x + 4)] =
          static_cast<float>(sum / weights);
    }
  trace(glyph);
  return glyph;
}

std::vector<Glyph> read_semeion(const fs::path& folder) {
  std::istringstream in(unzipped(folder / "semeion.data.gz"));
  std::vector<Glyph> out;
  std::array<int, 256> pixels{};
  for (;;) {
    for (int& pixel : pixels) in >> pixel;
    int digit = 0;
    for (int d = 0, on = 0; d < 10 && in >> on; ++d)
      if (on) digit = d;
    std::string label_again;
    if (!(in >> label_again)) return out;
    out.push_back(from_semeion(pixels, digit));
  }
}

template <typename T>
void split(const std::vector<T>& all, int copies, std::vector<T>& training,
           std::vector<T>& held_out) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i % held_out_each == 0)
      held_out.push_back(all[i]);
    else
      training.insert(training.end(), static_cast<std::size_t>(copies), all[i]);
}

struct Point {
  double x, y;
};

// Corners of the pen's way, by digit; drawn_glyph rounds and shakes them.
using Strokes = std::vector<std::vector<Point>>;
const std::array<std::vector<Strokes>, 10>& drawings() {
  static const std::array<std::vector<Strokes>, 10> all{{
      {{{{0.5, 0.0},
         {0.28, 0.25},
         {0.25, 0.7},
         {0.5, 1.0},
         {0.74, 0.72},
         {0.72, 0.25},
         {0.5, 0.0}}},
       {{{0.6, 0.05}, {0.3, 0.1}, {0.15, 0.6}, {0.4, 1.0}, {0.75, 0.7}, {0.75, 0.2}, {0.45, 0.05}}},
       {{{0.6, 0.1},
         {0.35, 0.02},
         {0.2, 0.5},
         {0.45, 1.0},
         {0.78, 0.6},
         {0.65, 0.08},
         {0.42, 0.12},
         {0.55, 0.28}}}},
      {{{{0.15, 0.45}, {0.62, 0.0}, {0.5, 1.0}}},
       {{{0.0, 0.62}, {0.65, 0.0}, {0.48, 1.0}}},
       {{{-0.1, 0.8}, {0.6, 0.0}, {0.45, 1.0}}},
       {{{0.25, 0.3}, {0.55, 0.0}, {0.5, 1.0}}, {{0.25, 1.0}, {0.75, 1.0}}},
       {{{0.55, 0.0}, {0.45, 1.0}}},
       {{{0.3, 0.18}, {0.58, 0.0}, {0.5, 1.0}}}},
      {{{{0.15, 0.25}, {0.35, 0.02}, {0.8, 0.12}, {0.7, 0.45}, {0.1, 0.98}, {0.95, 0.95}}},
       {{{0.15, 0.2},
         {0.5, 0.0},
         {0.8, 0.25},
         {0.35, 0.9},
         {0.12, 0.9},
         {0.2, 0.75},
         {0.5, 0.95},
         {0.95, 0.9}}},
       {{{0.4, 0.28},
         {0.2, 0.38},
         {0.18, 0.1},
         {0.55, -0.02},
         {0.8, 0.2},
         {0.6, 0.55},
         {0.1, 0.97},
         {0.95, 0.92}}},
       {{{0.42, 0.3},
         {0.2, 0.38},
         {0.2, 0.08},
         {0.6, -0.02},
         {0.75, 0.3},
         {0.45, 0.75},
         {0.15, 0.98},
         {0.05, 0.8},
         {0.35, 0.8},
         {0.6, 0.98},
         {0.95, 0.85}}},
       {{{0.45, 0.3},
         {0.28, 0.4},
         {0.15, 0.2},
         {0.4, -0.02},
         {0.8, 0.05},
         {0.75, 0.35},
         {0.4, 0.7},
         {0.0, 1.02},
         {0.3, 0.82},
         {0.55, 1.0},
         {1.0, 0.75}}},
       {{{0.5, 0.35},
         {0.25, 0.42},
         {0.2, 0.1},
         {0.5, -0.02},
         {0.85, 0.1},
         {0.7, 0.5},
         {0.05, 1.0},
         {0.35, 0.85},
         {0.6, 0.98},
         {0.9, 0.88}}},
       {{{0.48, 0.25},
         {0.3, 0.33},
         {0.2, 0.12},
         {0.5, -0.02},
         {0.75, 0.2},
         {0.5, 0.65},
         {0.12, 0.95},
         {0.12, 0.8},
         {0.4, 0.85},
         {0.65, 1.0},
         {0.95, 0.8}}}},
      {{{{0.15, 0.1}, {0.5, 0.0}, {0.78, 0.2}, {0.38, 0.45}, {0.82, 0.68}, {0.5, 1.0}, {0.1, 0.9}}},
       {{{0.15, 0.03}, {0.82, 0.02}, {0.42, 0.42}, {0.82, 0.65}, {0.5, 1.0}, {0.1, 0.88}}},
       {{{0.35, 0.28},
         {0.18, 0.3},
         {0.25, 0.02},
         {0.75, 0.02},
         {0.7, 0.38},
         {0.4, 0.46},
         {0.8, 0.55},
         {0.7, 0.98},
         {0.15, 0.95}}}},
      {{{{0.3, 0.0}, {0.1, 0.6}, {0.9, 0.55}}, {{0.65, 0.2}, {0.55, 1.0}}},
       {{{0.45, 0.0}, {0.02, 0.65}, {0.95, 0.6}}, {{0.7, 0.35}, {0.6, 1.0}}},
       {{{0.7, 1.0}, {0.75, 0.0}, {0.05, 0.7}, {0.95, 0.68}}},
       {{{0.6, 0.0}, {0.05, 0.62}, {0.95, 0.58}}, {{0.62, 0.02}, {0.52, 1.0}}},
       {{{0.12, 0.05}, {0.08, 0.55}, {0.9, 0.5}}, {{0.75, 0.0}, {0.68, 1.0}}}},
      {{{{0.85, 0.02},
         {0.3, 0.05},
         {0.25, 0.45},
         {0.65, 0.42},
         {0.75, 0.75},
         {0.45, 1.0},
         {0.15, 0.9}}},
       {{{0.3, 0.08}, {0.25, 0.45}, {0.65, 0.42}, {0.75, 0.75}, {0.45, 1.0}, {0.15, 0.9}},
        {{0.3, 0.08}, {0.9, 0.0}}}},
      {{{{0.7, 0.0}, {0.3, 0.4}, {0.22, 0.8}, {0.5, 1.0}, {0.75, 0.75}, {0.5, 0.55}, {0.25, 0.75}}},
       {{{0.55, 0.0},
         {0.2, 0.5},
         {0.2, 0.9},
         {0.55, 1.02},
         {0.78, 0.75},
         {0.5, 0.5},
         {0.2, 0.75}}}},
      {{{{0.05, 0.08}, {0.9, 0.0}, {0.4, 1.0}}, {{0.25, 0.52}, {0.85, 0.45}}},
       {{{0.1, 0.2}, {0.15, 0.05}, {0.9, 0.02}, {0.55, 0.5}, {0.4, 1.0}},
        {{0.2, 0.55}, {0.85, 0.5}}},
       {{{0.05, 0.05}, {0.9, 0.05}, {0.45, 1.0}}},
       {{{0.08, 0.22}, {0.1, 0.05}, {0.85, 0.0}, {0.6, 0.4}, {0.55, 1.0}},
        {{0.2, 0.5}, {0.95, 0.4}}}},
      {{{{0.75, 0.12},
         {0.42, 0.0},
         {0.22, 0.25},
         {0.75, 0.7},
         {0.5, 1.0},
         {0.2, 0.75},
         {0.78, 0.22},
         {0.7, 0.08}}},
       {{{0.5, 0.45},
         {0.2, 0.25},
         {0.5, 0.0},
         {0.78, 0.22},
         {0.5, 0.45},
         {0.18, 0.75},
         {0.5, 1.0},
         {0.82, 0.75},
         {0.5, 0.45}}}},
      {{{{0.8, 0.2},
         {0.45, 0.0},
         {0.2, 0.25},
         {0.45, 0.5},
         {0.8, 0.2},
         {0.75, 0.7},
         {0.45, 1.0},
         {0.2, 0.9}}},
       {{{0.75, 0.15}, {0.45, 0.0}, {0.2, 0.27}, {0.5, 0.46}, {0.78, 0.15}, {0.7, 1.0}}},
       {{{0.78, 0.12},
         {0.4, 0.0},
         {0.2, 0.3},
         {0.5, 0.5},
         {0.8, 0.12},
         {0.78, 0.75},
         {0.5, 1.0},
         {0.3, 0.8}}}},
  }};
  return all;
}

// Chaikin's corner cutting (1974).
std::vector<Point> rounded(const std::vector<Point>& corners, double cut) {
  std::vector<Point> out{corners.front()};
  for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
    const Point a = corners[i], b = corners[i + 1];
    out.push_back({a.x + (b.x - a.x) * cut, a.y + (b.y - a.y) * cut});
    out.push_back({b.x - (b.x - a.x) * cut, b.y - (b.y - a.y) * cut});
  }
  out.push_back(corners.back());
  return out;
}

double distance(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  const double t =
      square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// The places within PenWay::furthest of a stroke.
void draw(Point a, Point b, Glyph& glyph) {
  const auto first = [](double p, double q) {
    return std::max(0, static_cast<int>((std::min(p, q) - PenWay::furthest) * 2));
  };
  const auto last = [](double p, double q) {
    return std::min(PenWay::side, static_cast<int>((std::max(p, q) + PenWay::furthest) * 2));
  };
  for (int y = first(a.y, b.y); y < last(a.y, b.y); ++y)
    for (int x = first(a.x, b.x); x < last(a.x, b.x); ++x)
      glyph.way.add(x, y, distance({(x + 0.5) / 2, (y + 0.5) / 2}, a, b));
}

// What a pen of that radius leaves.
void ink_way(double radius, Glyph& glyph) {
  for (int i = 0; i < Glyph::side * Glyph::side; ++i)
    glyph.ink[static_cast<std::size_t>(i)] = static_cast<float>(std::clamp(
        radius + 0.5 - glyph.way.distance(i % Glyph::side + 0.5, i / Glyph::side + 0.5), 0.0, 1.0));
}

}  // namespace

float Glyph::sample(double x, double y) const {
  const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  const auto fx = static_cast<float>(x - x0), fy = static_cast<float>(y - y0);
  if (x0 < 0 || y0 < 0 || x0 + 1 >= side || y0 + 1 >= side) return 0;
  const float* p = ink.data() + y0 * side + x0;
  return (p[0] * (1 - fx) + p[1] * fx) * (1 - fy) + (p[side] * (1 - fx) + p[side + 1] * fx) * fy;
}

void trace(Glyph& glyph) {
  InkPlaces ink{};
  for (int y = 0; y < PenWay::side; ++y)
    for (int x = 0; x < PenWay::side; ++x)
      ink[static_cast<std::size_t>(y * PenWay::side + x)] =
          glyph.sample((x + 0.5) / 2 - 0.5, (y + 0.5) / 2 - 0.5) > 0.45F;
  glyph.way = thinned(ink);
}

GlyphSets read_glyphs(const fs::path& digits, const fs::path& fonts) {
  GlyphSets sets;
  auto &training = sets.training, &held_out = sets.held_out;
  split(read_mnist(digits), 1, training.mixed, held_out.mixed);
  split(read_semeion(digits), semeion_copies, training.mixed, held_out.mixed);
  split(read_font_digits(fonts), 1, training.hands, held_out.hands);
  return sets;
}

Glyph drawn_glyph(Random& random) {
  Glyph glyph;
  glyph.digit = static_cast<int>(random.below(10));
  const Strokes& strokes = random.one_of(drawings()[static_cast<std::size_t>(glyph.digit)]);
  const double shake = random.between(0.02, 0.07), cut = random.between(0.1, 0.3);
  const double width = random.between(0.7, 1.1), radius = random.between(0.8, 2);
  for (std::vector<Point> way : strokes) {
    for (Point& p : way) {
      p.x = 14 + (p.x - 0.5 + shake * random.normal()) * 16 * width;
      p.y = 14 + (p.y - 0.5 + shake * random.normal()) * 18;
    }
    way = rounded(rounded(way, cut), 0.25);
    for (std::size_t i = 0; i + 1 < way.size(); ++i) draw(way[i], way[i + 1], glyph);
  }
  ink_way(radius, glyph);
  return glyph;
}

}  // namespace vanthu
