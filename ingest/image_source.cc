#include <algorithm>
#include <cmath>

#include "ingest/pix.h"
#include "ingest/raster.h"
#include "ingest/recognise.h"
#include "ingest/source.h"
#include "ingest/tiff_directory.h"

// TIFF (of several pages), PNG and JPEG by Leptonica.
namespace vanthu {
namespace {

constexpr std::int64_t max_pixels = 100'000'000;       // decoded at up to 4 bytes each
constexpr int min_side = 16;                           // pixels; smaller is no page
constexpr int min_dpi = 70, max_dpi = 1200;            // plausible in a file's header
constexpr int useful_dpi = 300, max_useful_dpi = 400;  // finer is of no use
constexpr double a4_long_side = 11.69;                 // inches

struct Header {
  l_int32 format = 0, width = 0, height = 0;
};

const l_uint8* data(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

// A file that ends too early decodes to a page whose foot is missing. (Its decoder would also write
// to standard error.)
bool is_complete(std::string_view bytes, Format format) {
  if (format == Format::png) return bytes.rfind("IEND") != bytes.npos;
  if (format != Format::jpeg) return true;
  const std::size_t end = bytes.rfind("\xFF\xD9");  // a thumbnail's end stands near the start
  return end != bytes.npos && end > bytes.size() / 2;
}

bool plausible(int dpi) { return dpi >= min_dpi && dpi <= max_dpi; }

class ImageSource : public Source {
 public:
  ImageSource(std::string_view bytes, Format format, const std::filesystem::path& file)
      : bytes_(bytes), format_(format), file_(file) {
    silence_leptonica();
    if (format == Format::tiff) pages_ = tiff_pages(bytes);
    if (pages_ == 0) throw Error(ErrorCode::no_pages, file.string(), "a TIFF without a page");
    if (pages_ > 1) return;
    // A document of one page fails as a whole.
    check_header(1);
    if (!is_complete(bytes, format))
      throw Error(ErrorCode::damaged, file.string(), "the image is cut off");
    first_ = decode(1);
    if (!first_) throw Error(ErrorCode::damaged, file.string(), "the image cannot be decoded");
  }

  int page_count() const override { return pages_; }
  PageImage image(int number) const override {
    check_header(number);
    const PixPtr pix = first_ ? std::move(first_) : decode(number);
    if (!pix)
      throw Error(ErrorCode::damaged, file_.string(), "the image cannot be decoded", number);
    return to_image(pix.get(), dpi_of(pix.get()));
  }

 protected:
  Page do_read_page(int number, const PageReader& reader, const IngestOptions&) const override {
    PageImage image = this->image(number);
    Page page;
    page.number = number;
    page.width_pt = image.width * 72.0 / image.dpi;
    page.height_pt = image.height * 72.0 / image.dpi;
    page.reason = "image of " + std::to_string(image.width) + " x " + std::to_string(image.height) +
                  " pixels";
    if (image.dpi > max_useful_dpi)
      image = scaled(image, static_cast<double>(useful_dpi) / image.dpi);
    recognise(page, std::move(image), reader);
    return page;
  }

 private:
  void check_header(int number) const {
    l_int32 format = 0, width = 0, height = 0;
    const bool read =
        format_ == Format::tiff
            ? readHeaderMemTiff(data(bytes_), bytes_.size(), number - 1, &width, &height, nullptr,
                                nullptr, nullptr, nullptr, nullptr) == 0
            : pixReadHeaderMem(data(bytes_), bytes_.size(), &format, &width, &height, nullptr,
                               nullptr, nullptr) == 0;
    if (!read) throw Error(ErrorCode::damaged, file_.string(), "no readable image header", number);
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
    if (static_cast<std::int64_t>(width) * height > max_pixels)
      throw Error(ErrorCode::too_large, file_.string(), size, number);
    if (width < min_side || height < min_side)
      throw Error(ErrorCode::damaged, file_.string(), size + " are no page", number);
  }

  PixPtr decode(int number) const {
    return PixPtr(format_ == Format::tiff ? pixReadMemTiff(data(bytes_), bytes_.size(), number - 1)
                                          : pixReadMem(data(bytes_), bytes_.size()));
  }

  // From the file where plausible, else as if the page were A4.
  static int dpi_of(const PIX* pix) {
    auto* source = const_cast<PIX*>(pix);
    const int x = pixGetXRes(source), y = pixGetYRes(source);
    const int long_side = std::max(pixGetWidth(pix), pixGetHeight(pix));
    const int guess = static_cast<int>(std::lround(long_side / a4_long_side));
    const bool screen = x == 72 || x == 96;  // what programs write that do not know
    return plausible(x) && std::abs(x - y) <= 2 && !screen ? x
                                                           : std::clamp(guess, min_dpi, max_dpi);
  }

  std::string_view bytes_;
  Format format_;
  std::filesystem::path file_;
  int pages_ = 1;
  mutable PixPtr first_;  // decoded when a document of one page was opened, until it is read
};

}  // namespace

std::unique_ptr<Source> open_image(std::string_view bytes, Format format,
                                   const std::filesystem::path& file) {
  return std::make_unique<ImageSource>(bytes, format, file);
}

}  // namespace vanthu
