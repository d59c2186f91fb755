#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "core/geometry.h"
#include "core/scan.h"

namespace vanthu {

// A page image as rows of 8-bit grey pixels (0 black, 255 white).
struct PageImage {
  int width = 0, height = 0;  // pixels
  int dpi = 300;
  std::vector<std::uint8_t> pixels;  // width * height
  // Where ink of a coloured pen and of red seals is, black on white (coloured_ink.h), of the same
  // size; null where there is none.
  std::shared_ptr<const PageImage> pen = nullptr, seal = nullptr;

  std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
};

// A part of the image to be read for itself.
struct Region {
  Box box;                                                        // in pixels of the image
  enum class Layout { page, block, line } layout = Layout::page;  // what to expect in it
};

// Recognises page images. Implementations: Tesseract (tesseract_reader.h), recorded and faulty ones
// for tests. Thread-safe; throws Error{page_failed} or Error{engine_missing}.
class PageReader {
 public:
  virtual ~PageReader() = default;

  // The text lines of each region, in the engine's reading order, boxes in pixels of the image.
  struct ReadLine {
    Box box;
    std::vector<Word> words;
  };
  virtual std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                                  const std::vector<Region>& regions) const = 0;
  // Name, version and data of the engine, for the ledger: "tesseract 5.3.0 vie".
  virtual std::string version() const = 0;
};

}  // namespace vanthu
