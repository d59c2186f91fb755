#include "ingest/page_picture.h"

#include "ingest/box_math.h"
#include "ingest/pix.h"
#include "ingest/raster.h"
#include "ingest/source.h"

namespace vanthu {
namespace {

constexpr int max_height = 2000;  // pixels
constexpr double margin = 2;      // points between the words and their frame
constexpr int font_size = 4;      // of Leptonica's fonts, the smallest

struct Colour {
  l_uint8 red, green, blue;
};
constexpr Colour red{220, 0, 0}, blue{0, 60, 220}, pale{150, 180, 240}, green{0, 140, 60},
    orange{235, 130, 0}, grey{130, 130, 130}, violet{160, 0, 200};

struct FontDestroyer {
  void operator()(L_BMF* font) const { bmfDestroy(&font); }
};

// A page to draw on, in points.
class Canvas {
 public:
  explicit Canvas(const PageImage& image)
      : scale_(image.dpi / 72.0),
        pix_(pixConvertTo32(to_pix(image).get())),
        font_(bmfCreate(nullptr, font_size)) {}

  void frame(const Box& points, Colour colour, int width, double around = margin) {
    const Box box = times(grown(points, around), scale_);
    BOX* frame = boxCreate(static_cast<l_int32>(box.x0), static_cast<l_int32>(box.y0),
                           static_cast<l_int32>(box.width()), static_cast<l_int32>(box.height()));
    pixRenderBoxArb(pix_.get(), frame, width, colour.red, colour.green, colour.blue);
    boxDestroy(&frame);
  }

  // Right-aligned before x, its foot at y.
  void number(int n, double x, double y, Colour colour) {
    const std::string text = std::to_string(n);
    l_int32 width = 0;
    bmfGetStringWidth(font_.get(), text.c_str(), &width);
    l_uint32 ink = 0;
    composeRGBPixel(colour.red, colour.green, colour.blue, &ink);
    pixSetTextline(pix_.get(), font_.get(), text.c_str(), ink,
                   static_cast<l_int32>(x * scale_) - width - 4, static_cast<l_int32>(y * scale_),
                   nullptr, nullptr);
  }

  void write(const std::filesystem::path& png) const {
    if (!pix_ || pixWritePng(png.c_str(), pix_.get(), 0) != 0)
      throw Error(ErrorCode::not_writable, png.string(), "the picture cannot be written");
  }

 private:
  double scale_;  // pixels per point
  PixPtr pix_;
  std::unique_ptr<L_BMF, FontDestroyer> font_;
};

PageImage image_of(const std::filesystem::path& file, int page) {
  const std::string bytes = read_file(file);
  PageImage image = open_source(bytes, detect_format(bytes, file), file)->image(page);
  if (image.height > max_height)
    image = scaled(image, static_cast<double>(max_height) / image.height);
  return image;
}

Colour colour_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::text:
      return blue;
    case BlockKind::table:
      return green;
    case BlockKind::stamp:
      return orange;
    case BlockKind::margin:
      return grey;
  }
  return blue;
}

void draw_lines(Canvas& canvas, const Page& page) {
  int n = 0;
  for (const Line& line : page.lines) {
    ++n;
    if (!line.box) continue;
    canvas.frame(*line.box, pale, 1, 0);
    canvas.number(n, line.box->x0, line.box->y1, blue);
  }
}

void draw_blocks(Canvas& canvas, const Page& page) {
  for (const Table& table : page.tables)
    for (const Cell& cell : table.cells)
      if (cell.box) canvas.frame(*cell.box, green, 2, 0);
  for (const Block& block : page.blocks)
    if (block.box) canvas.frame(*block.box, colour_of(block.kind), 3);
  for (const InkRegion& region : page.ink) canvas.frame(region.box, red, 2, 0);
  for (const DigitField& field : page.digits) canvas.frame(field.box, violet, 2, 0);
}

}  // namespace

void write_page_picture(const std::filesystem::path& file, int page, const std::vector<Box>& boxes,
                        const std::filesystem::path& png) {
  Canvas canvas(image_of(file, page));
  for (const Box& box : boxes) canvas.frame(box, red, 3);
  canvas.write(png);
}

void write_layout_picture(const std::filesystem::path& file, const Page& page,
                          const std::filesystem::path& png) {
  const PageImage image = image_of(file, page.number);
  Canvas canvas(image);
  const Ink ink = find_ink(image);
  for (const Box& figure : ink.figures) canvas.frame(times(figure, 72.0 / ink.dpi), red, 2);
  draw_lines(canvas, page);
  draw_blocks(canvas, page);
  canvas.write(png);
}

}  // namespace vanthu
