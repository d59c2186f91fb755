#include "ingest/train/font_digits.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <memory>

#include "core/error.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;
constexpr int drawn_size = 160;  // pixels to the em
constexpr double box = 20;       // of the glyph's square, as in MNIST

struct Library {
  FT_Library handle = nullptr;
  Library() { FT_Init_FreeType(&handle); }
  ~Library() { FT_Done_FreeType(handle); }
};

struct FaceDestroyer {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FacePtr = std::unique_ptr<FT_FaceRec_, FaceDestroyer>;

// The mean of the bitmap over a square around (x, y).
float mean(const FT_Bitmap& bitmap, double x, double y, double size) {
  double sum = 0, count = 0;
  for (int v = static_cast<int>(y - size / 2); v <= y + size / 2; ++v)
    for (int u = static_cast<int>(x - size / 2); u <= x + size / 2; ++u, ++count)
      if (u >= 0 && v >= 0 && u < static_cast<int>(bitmap.width) &&
          v < static_cast<int>(bitmap.rows))
        sum += bitmap.buffer[v * bitmap.pitch + u];
  return static_cast<float>(sum / count / 255);
}

Glyph glyph_of(const FT_Bitmap& bitmap, int digit) {
  Glyph glyph;
  glyph.digit = digit;
  const double size = std::max(bitmap.width, bitmap.rows) / box;
  for (int y = 0; y < Glyph::side; ++y)
    for (int x = 0; x < Glyph::side; ++x)
      glyph.ink[static_cast<std::size_t>(y * Glyph::side + x)] =
          mean(bitmap, (x + 0.5 - Glyph::side / 2.0) * size + bitmap.width / 2.0,
               (y + 0.5 - Glyph::side / 2.0) * size + bitmap.rows / 2.0, size);
  trace(glyph);
  return glyph;
}

std::vector<Glyph> digits_of(FT_Library library, const fs::path& file) {
  FT_Face opened = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &opened) != 0)
    throw Error(ErrorCode::not_readable, file.string(), "not a readable font");
  const FacePtr face(opened);
  FT_Set_Pixel_Sizes(face.get(), 0, drawn_size);
  std::vector<Glyph> out;
  for (int digit = 0; digit < 10; ++digit) {
    if (FT_Load_Char(face.get(), static_cast<FT_ULong>('0' + digit),
                     FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0)
      throw Error(ErrorCode::not_readable, file.string(), "a font without digits");
    out.push_back(glyph_of(face->glyph->bitmap, digit));
  }
  return out;
}

}  // namespace

std::vector<std::vector<Glyph>> read_font_digits(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().filename().string().ends_with("-latin-400-normal.woff"))
      files.push_back(entry.path());
  std::ranges::sort(files);
  if (files.empty()) throw Error(ErrorCode::not_readable, folder.string(), "no fonts");
  const Library library;
  std::vector<std::vector<Glyph>> out;
  for (const fs::path& file : files) out.push_back(digits_of(library.handle, file));
  return out;
}

}  // namespace vanthu
