#include "ingest/page_picture.h"

#include "ingest/pix.h"
#include "ingest/raster.h"
#include "ingest/source.h"

namespace vanthu {
namespace {

constexpr int max_height = 2000;  // pixels
constexpr int frame_width = 3;    // pixels
constexpr double margin = 2;      // points between the words and their frame

void draw_frame(PIX* pix, const Box& box, double pixels_per_point) {
  const auto pixel = [&](double points) { return static_cast<l_int32>(points * pixels_per_point); };
  BOX* frame = boxCreate(pixel(box.x0 - margin), pixel(box.y0 - margin),
                         pixel(box.width() + 2 * margin), pixel(box.height() + 2 * margin));
  pixRenderBoxArb(pix, frame, frame_width, 220, 0, 0);
  boxDestroy(&frame);
}

}  // namespace

void write_page_picture(const std::filesystem::path& file, int page, const std::vector<Box>& boxes,
                        const std::filesystem::path& png) {
  const std::string bytes = read_file(file);
  PageImage image = open_source(bytes, detect_format(bytes, file), file)->image(page);
  if (image.height > max_height)
    image = scaled(image, static_cast<double>(max_height) / image.height);
  const double pixels_per_point = image.dpi / 72.0;
  const PixPtr grey = to_pix(image);
  const PixPtr colour(pixConvertTo32(grey.get()));
  for (const Box& box : boxes) draw_frame(colour.get(), box, pixels_per_point);
  if (!colour || pixWritePng(png.c_str(), colour.get(), 0) != 0)
    throw Error(ErrorCode::not_writable, png.string(), "the picture cannot be written");
}

}  // namespace vanthu
