#include "ingest/train/compose.h"

#include <algorithm>
#include <cmath>

#include "ingest/raster.h"
#include "ingest/train/line_canvas.h"

namespace vanthu {
namespace {

constexpr double line_middle = digit_line_height / 2;
constexpr double cap_height = 9.3;    // points, of text of 14 pt
constexpr double longest_line = 110;  // points

std::size_t count_of_digits(Random& random) {
  const double p = random.unit();
  return p < 0.1 ? 0 : p < 0.18 ? 1 : p < 0.56 ? 2 : p < 0.78 ? 3 : p < 0.94 ? 4 : 5;
}

Hand hand(double variety, Random& random) {
  const auto about = [&](double middle, double reach) {
    return middle + variety * random.between(-reach, reach);
  };
  return {.height = cap_height * about(1.3, 0.45),
          .width = about(0.95, 0.25),
          .slant = 0.05 + variety * 0.18 * random.normal(),
          .threshold = about(0.45, 0.25),
          .pen = 0,
          .pressure = random.between(0, 0.3),
          .wave = variety * random.between(0, 1),
          .ink = random.between(0.8, 1)};
}

// The space between two digits, points; below zero they touch or overlap.
double gap(double variety, Random& random) {
  return random.chance(0.15) ? random.between(3, 3 + 6 * variety)
                             : random.between(-0.8 * variety, 3);
}

void add_dotted_line(LineCanvas& canvas, double from, double to, Random& random) {
  const double y = line_middle + random.between(2.5, 7), step = random.between(1.6, 4);
  const double radius = random.between(0.25, 0.6), ink = random.between(0.5, 1);
  const bool solid = random.chance(0.2);
  for (double x = from; x < to; x += solid ? 0.3 : step) canvas.dot(x, y, radius, ink);
}

// The lines above and below reach into the crop.
void add_neighbours(LineCanvas& canvas, const PrintedWords& words, Random& random) {
  for (const int side : {-1, 1}) {
    if (!random.chance(0.25)) continue;
    const double y = line_middle + side * random.between(15, 21);
    for (double x = random.between(-20, 20); x < canvas.width();) {
      const PrintedWord& word = random.one_of(words.others);
      canvas.print(word, x, y, 1);
      x += LineCanvas::width_of(word) + 3.5;
    }
  }
}

void add_marks(LineCanvas& canvas, Random& random) {
  if (random.chance(0.08))
    canvas.ring(random.between(-30, canvas.width() + 30), random.between(-40, 64),
                random.between(25, 50), random.between(0.8, 2.5), random.between(0.1, 0.6), random);
  for (std::size_t i = random.chance(0.3) ? random.below(5) : 0; i > 0; --i)
    canvas.dot(random.between(0, canvas.width()), random.between(0, digit_line_height),
               random.between(0.2, 0.9), 1);
  if (random.chance(0.06)) {  // a stroke of the pen
    const double x = random.between(0, canvas.width()), y = random.between(0, digit_line_height);
    const double dx = random.normal(), dy = random.normal();
    for (double t = 0; t < random.between(5, 40); t += 0.3)
      canvas.dot(x + t * dx / 2, y + t * dy / 2, 0.5, 1);
  }
}

// Wear that training never shows: seen coarsely and enlarged again, smeared along the lines, or in
// pale bands across them.
PageImage worn(const PageImage& image, Random& random) {
  PageImage out = image;
  const double kind = random.unit();
  if (kind < 0.33)
    return scaled(scaled(image, random.between(0.35, 0.6)), random.between(1.7, 2.8));
  const bool smeared = kind < 0.66;
  const double strength = random.between(0.4, 0.85), period = random.between(3, 9);
  for (int y = 0; y < image.height; ++y)
    for (int x = 1; x < image.width; ++x) {
      std::uint8_t& g = out.pixels[static_cast<std::size_t>(y) * image.width + x];
      const double pale = 0.5 + 0.5 * std::sin((x + 0.3 * y) / period);
      const double other = smeared ? out.at(x - 1, y) : g + (255 - g) * pale;
      g = static_cast<std::uint8_t>(g + strength * (other - g));
    }
  return out;
}

}  // namespace

std::string Composer::write_by_hand(std::size_t digits, const Hands& hands, double& x,
                                    LineCanvas& canvas, Random& random) const {
  Hand usual = hand(hands.variety, random);
  if (random.chance(hands.pen)) usual.pen = 0.55 + 1.7 * std::pow(random.unit(), 1.3);
  const std::vector<Glyph>& glyphs =
      random.chance(hands.one_hand) ? random.one_of(glyphs_.hands) : glyphs_.mixed;
  const double rise = random.between(-0.12, 0.05);
  const double base = line_middle + usual.height / 2 + random.between(-2.5, 3);
  const double begin = x;
  std::string out;
  for (std::size_t i = 0; i < digits; ++i) {
    Hand one = usual;
    one.height *= random.between(0.88, 1.12);
    one.width *= 1 + hands.variety * random.between(-0.12, 0.12);
    one.slant += 0.05 * random.normal();
    const Glyph glyph = random.chance(hands.drawn) ? drawn_glyph(random) : random.one_of(glyphs);
    if (i > 0) x += gap(hands.variety, random);
    x = canvas.write(glyph, one, x, base + rise * (x - begin) + 0.4 * random.normal(),
                     4 * random.normal(), random);
    out += static_cast<char>('0' + glyph.digit);
  }
  return out;
}

std::string Composer::print_numbers(double& x, LineCanvas& canvas, Random& random) const {
  std::string out;
  const double y = line_middle + random.between(-2, 2), apart = random.between(0, 6);
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    const PrintedWord& word = random.one_of(words_.numbers);
    if (out.size() + word.text.size() > 5) break;
    canvas.print(word, x, y, 1);
    x += LineCanvas::width_of(word) + apart;
    out += word.text;
  }
  return out;
}

ComposedLine Composer::compose(std::size_t digits, bool printed, const Hands& hands,
                               Random& random) const {
  LineCanvas canvas(longest_line, random.between(1.9, 4.2));
  const double y = line_middle + random.between(-1.5, 1.5);
  const bool serial = random.chance(0.6);
  const auto& before = random.chance(0.2) ? words_.others
                       : serial           ? words_.before_serial
                                          : words_.before_day;
  const auto& after = random.chance(0.15) ? words_.others
                      : serial            ? words_.after_serial
                                          : words_.after_day;
  double x = random.between(0, 24);
  if (random.chance(0.85)) {
    const PrintedWord& word = random.one_of(before);
    canvas.print(word, x - LineCanvas::width_of(word), y, 1);
  }
  const double from = x;
  x += random.between(-1.5, random.chance(0.3) ? 18 : 6);
  ComposedLine out;
  out.digits =
      printed ? print_numbers(x, canvas, random) : write_by_hand(digits, hands, x, canvas, random);
  x += random.between(-1.5, random.chance(0.3) ? 20 : 7);
  if (random.chance(0.2)) add_dotted_line(canvas, from, x, random);
  if (random.chance(0.85)) canvas.print(random.one_of(after), x, y + random.between(-0.5, 0.5), 1);
  add_neighbours(canvas, words_, random);
  if (random.chance(hands.variety)) add_marks(canvas, random);
  out.image = canvas.scanned(hands.variety, random);
  // The crop ends somewhere in the print.
  const int end = std::clamp(static_cast<int>((x + random.between(0, 20)) * out.image.dpi / 72), 8,
                             out.image.width);
  PageImage cut{.width = end, .height = out.image.height, .dpi = out.image.dpi, .pixels = {}};
  for (int row = 0; row < cut.height; ++row) {
    const auto begin =
        out.image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * out.image.width;
    cut.pixels.insert(cut.pixels.end(), begin, begin + end);
  }
  out.image = std::move(cut);
  return out;
}

ComposedLine Composer::line(Random& random) const {
  const bool printed = random.chance(0.1);
  Hands hands{.variety = 1, .drawn = 0.05, .one_hand = 0, .pen = 0.6};
  const double p = random.unit();
  if (p < 0.35)
    hands.drawn = 0.9;
  else if (p < 0.55)
    hands = {.variety = 1, .drawn = 0, .one_hand = 1, .pen = 0.75};
  return compose(count_of_digits(random), printed, hands, random);
}

ComposedLine Composer::line_of(std::size_t digits, Random& random) const {
  return compose(digits, false, {.variety = 0.5}, random);
}

ComposedLine Composer::strange_line(Random& random) const {
  const Hands hands{.variety = 1.2, .one_hand = 0.5, .pen = 0.5};
  ComposedLine line = compose(1 + random.below(4), false, hands, random);
  line.image = worn(line.image, random);
  return line;
}

}  // namespace vanthu
