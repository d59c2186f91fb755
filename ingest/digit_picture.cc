#include "ingest/digit_picture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ingest/box_math.h"
#include "ingest/pix.h"
#include "ingest/source.h"

namespace vanthu {
namespace {

constexpr double around = 12;           // points of the page that are shown around a field
constexpr double pixels_per_point = 6;  // of the picture
constexpr int text_width = 260, font_size = 6, line_height = 28;  // pixels
constexpr std::size_t most_readings = 5;

struct FontDestroyer {
  void operator()(L_BMF* font) const { bmfDestroy(&font); }
};
using FontPtr = std::unique_ptr<L_BMF, FontDestroyer>;

// Where the lines between a string's digits stand: halfway.
std::vector<double> cuts(const std::vector<double>& middles) {
  std::vector<double> out;
  for (std::size_t i = 0; i + 1 < middles.size(); ++i)
    out.push_back((middles[i] + middles[i + 1]) / 2);
  return out;
}

void draw_reading(PIX* picture, L_BMF* font, const DigitField::Reading& reading, int x, int y) {
  char text[64];
  std::snprintf(text, sizeof text, "%.12s   %.4f",
                reading.digits.empty() ? "(none)" : reading.digits.c_str(), reading.probability);
  pixSetTextline(picture, font, text, 0x00000000, x, y, nullptr, nullptr);
}

// One field: its crop on the left, its readings on the right.
PixPtr drawn(PIX* page, double dpi, const DigitField& field, L_BMF* font) {
  const Box shown = grown(field.box, around);
  const double scale = dpi / 72;
  BOX* box =
      boxCreate(static_cast<int>(shown.x0 * scale), static_cast<int>(shown.y0 * scale),
                static_cast<int>(shown.width() * scale), static_cast<int>(shown.height() * scale));
  const PixPtr crop(pixClipRectangle(page, box, nullptr));
  boxDestroy(&box);
  if (!crop) return nullptr;
  const auto factor = static_cast<float>(pixels_per_point / scale);
  const PixPtr large(pixScaleGrayLI(crop.get(), factor, factor));
  const PixPtr colour(pixConvertTo32(large.get()));
  PixPtr out(pixAddBorderGeneral(colour.get(), 0, text_width, 0, 4, 0xffffff00));
  const auto pixel = [&](double points) { return static_cast<int>(points * pixels_per_point); };
  const int top = pixel(around), bottom = pixel(around + field.box.height());
  BOX* frame = boxCreate(top, top, pixel(field.box.width()), bottom - top);
  pixRenderBoxArb(out.get(), frame, 2, 220, 0, 0);
  boxDestroy(&frame);
  if (field.readings.empty()) return out;
  for (const double x : cuts(field.readings[0].middles))
    pixRenderLineArb(out.get(), pixel(x - shown.x0), top, pixel(x - shown.x0), bottom, 2, 0, 0,
                     220);
  const int left = pixGetWidth(colour.get()) + 16;
  for (std::size_t i = 0; i < std::min(most_readings, field.readings.size()); ++i)
    draw_reading(out.get(), font, field.readings[i], left, top + line_height * static_cast<int>(i));
  return out;
}

}  // namespace

void write_digit_picture(const std::filesystem::path& file, int page,
                         const std::vector<DigitField>& fields, const std::filesystem::path& png) {
  const std::string bytes = read_file(file);
  const PageImage image = open_source(bytes, detect_format(bytes, file), file)->image(page);
  const PixPtr grey = to_pix(image);
  const FontPtr font(bmfCreate(nullptr, font_size));
  PIXA* parts = pixaCreate(static_cast<l_int32>(fields.size()));
  for (const DigitField& field : fields)
    if (PixPtr part = drawn(grey.get(), image.dpi, field, font.get()); part)
      pixaAddPix(parts, part.release(), L_INSERT);
  const PixPtr picture(pixaDisplayTiledInColumns(parts, 1, 1.0F, 8, 1));
  pixaDestroy(&parts);
  if (!picture || pixWritePng(png.c_str(), picture.get(), 0) != 0)
    throw Error(ErrorCode::not_writable, png.string(), "the picture cannot be written");
}

}  // namespace vanthu
