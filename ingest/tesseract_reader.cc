#include "ingest/tesseract_reader.h"

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

#include "core/error.h"
#include "ingest/pix.h"

namespace vanthu {
namespace {

using Api = tesseract::TessBaseAPI;
using ReadLine = PageReader::ReadLine;

// White beside a region: this share of its height above the tightest. Without any, letters at the
// edge are misread; with more, the network, which scales lines to one height, sees quotation marks
// and stops in the white. Measured on lines 36, 50 and 62 pixels high.
constexpr double border_share = 1.0 / 8, tightest = 20;

// The network scales every line to this height. Scaled here, the same way, larger lines go through
// Tesseract's other steps (it packs each as a PNG on the way) at a third of the cost.
constexpr int network_height = 36;

// Mean confidence of a line's words below which it is read again.
constexpr double doubtful = 0.75;
constexpr std::array other_scales{1.5, 0.6};

tesseract::PageSegMode mode(Region::Layout layout) {
  switch (layout) {
    case Region::Layout::page:
      return tesseract::PSM_AUTO;
    case Region::Layout::block:
      return tesseract::PSM_SINGLE_BLOCK;
    case Region::Layout::line:
      return tesseract::PSM_RAW_LINE;
  }
  return tesseract::PSM_AUTO;
}

std::unique_ptr<Api> make_engine(const std::string& language, const std::string& data) {
  auto api = std::make_unique<Api>();
  const std::vector<std::string> names{"debug_file", "load_system_dawg", "load_freq_dawg",
                                       "tessedit_do_invert"};
  const std::vector<std::string> values{"/dev/null", "1", "1", "0"};
  if (api->Init(data.empty() ? nullptr : data.c_str(), language.c_str(), tesseract::OEM_LSTM_ONLY,
                nullptr, 0, &names, &values, false) != 0)
    throw Error(ErrorCode::engine_missing, "", "Tesseract has no data for '" + language + "'");
  return api;
}

// A region of the page as an image of its own, and where it was.
struct Clip {
  PixPtr pix;
  int x = 0, y = 0;  // of the page pixel that is the clip's (0, 0)
  double scale = 1;  // clip pixels per page pixel
};

Clip clip(const PixPtr& page, const Box& box) {
  const int width = pixGetWidth(page.get()), height = pixGetHeight(page.get());
  const int x = std::clamp(static_cast<int>(std::floor(box.x0)), 0, width - 1);
  const int y = std::clamp(static_cast<int>(std::floor(box.y0)), 0, height - 1);
  const int w = std::clamp(static_cast<int>(std::ceil(box.x1)) - x, 1, width - x);
  const int h = std::clamp(static_cast<int>(std::ceil(box.y1)) - y, 1, height - y);
  BOX* area = boxCreate(x, y, w, h);
  const PixPtr part(area ? pixClipRectangle(page.get(), area, nullptr) : nullptr);
  boxDestroy(&area);
  if (!part) return {};
  const int border = std::max(1, static_cast<int>(std::lround((h - tightest) * border_share)));
  return {PixPtr(pixAddBorderGeneral(part.get(), border, border, 0, 0, 255)), x - border, y};
}

Clip scaled(const Clip& part, double scale) {
  const auto factor = static_cast<float>(scale);
  return {PixPtr(pixScale(part.pix.get(), factor, factor)), part.x, part.y, scale};
}

template <typename Iterator>
Box box_of(const Iterator& it, tesseract::PageIteratorLevel level, const Clip& clip) {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  it.BoundingBox(level, &x0, &y0, &x1, &y1);
  return {x0 / clip.scale + clip.x, y0 / clip.scale + clip.y, x1 / clip.scale + clip.x,
          y1 / clip.scale + clip.y};
}

// The least confidence of the word's digits, whose misreading no language model can mend; of the
// whole word where it has none. Letters that Unicode has twice (Đ and Ð) make a number's symbol
// look doubtful where its digits are not.
double confidence(const tesseract::ResultIterator& word) {
  double digits = 101;
  tesseract::ResultIterator it(word);
  do {
    const std::unique_ptr<char[]> text(it.GetUTF8Text(tesseract::RIL_SYMBOL));
    if (text && text[0] >= '0' && text[0] <= '9')
      digits = std::min<double>(digits, it.Confidence(tesseract::RIL_SYMBOL));
  } while (!it.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) &&
           it.Next(tesseract::RIL_SYMBOL));
  return (digits > 100 ? word.Confidence(tesseract::RIL_WORD) : digits) / 100.0;
}

std::vector<ReadLine> results(Api& api, const Clip& clip) {
  std::vector<ReadLine> lines;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (!it || it->Empty(tesseract::RIL_WORD)) return lines;
  do {
    if (lines.empty() || it->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
      lines.push_back({box_of(*it, tesseract::RIL_TEXTLINE, clip), {}});
    const std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
    if (!text) continue;
    Word word;
    word.text = text.get();
    word.box = box_of(*it, tesseract::RIL_WORD, clip);
    word.confidence = confidence(*it);
    lines.back().words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  return lines;
}

std::vector<ReadLine> recognised(Api& api, const Clip& part, int dpi, tesseract::PageSegMode mode) {
  api.SetImage(part.pix.get());
  api.SetSourceResolution(static_cast<int>(dpi * part.scale));
  api.SetPageSegMode(mode);
  if (api.Recognize(nullptr) != 0)
    throw Error(ErrorCode::page_failed, "", "Tesseract could not read the page image");
  return results(api, part);
}

std::vector<ReadLine> first_reading(Api& api, const Clip& part, Region::Layout layout, int dpi) {
  const double scale = static_cast<double>(network_height) / pixGetHeight(part.pix.get());
  if (layout == Region::Layout::line && scale < 1)
    if (const Clip line = scaled(part, scale); line.pix)
      return recognised(api, line, dpi, mode(layout));
  return recognised(api, part, dpi, mode(layout));
}

// Of the words; 0 where there are none.
double mean_confidence(const std::vector<ReadLine>& lines) {
  double sum = 0, words = 0;
  for (const ReadLine& line : lines)
    for (const Word& word : line.words) {
      sum += word.confidence;
      words += 1;
    }
  return words > 0 ? sum / words : 0;
}

void keep_better(std::vector<ReadLine>& lines, std::vector<ReadLine> others, double least = 0) {
  const double confidence = mean_confidence(others);
  if (confidence >= least && confidence > mean_confidence(lines)) lines = std::move(others);
}

// A raw line goes to the network as it stands, which is the best reading of most lines; one that
// fragments of seals hang on to is read better where Tesseract looks for its letters first, and
// short ones among grain at another scale (where fragments look like letters, too, unless the
// reading is sure).
std::vector<ReadLine> read_region(Api& api, const PixPtr& page, const Region& region, int dpi) {
  const Clip part = clip(page, region.box);
  if (!part.pix) return {};
  std::vector<ReadLine> lines = first_reading(api, part, region.layout, dpi);
  if (region.layout != Region::Layout::line || mean_confidence(lines) >= doubtful) return lines;
  keep_better(lines, recognised(api, part, dpi, tesseract::PSM_SINGLE_LINE));
  for (const double scale : other_scales)
    if (const Clip other = scaled(part, scale); other.pix && mean_confidence(lines) < doubtful)
      keep_better(lines, recognised(api, other, dpi, tesseract::PSM_RAW_LINE), doubtful);
  return lines;
}

}  // namespace

struct TesseractReader::Pool {
  std::string language, data;
  std::mutex mutex;
  std::vector<std::unique_ptr<Api>> idle;

  std::unique_ptr<Api> take() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        std::unique_ptr<Api> api = std::move(idle.back());
        idle.pop_back();
        return api;
      }
    }
    return make_engine(language, data);
  }

  void give_back(std::unique_ptr<Api> api) {
    api->Clear();
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(api));
  }
};

TesseractReader::TesseractReader(std::string language, std::string data)
    : pool_(std::make_unique<Pool>()) {
  silence_leptonica();
  pool_->language = std::move(language);
  pool_->data = std::move(data);
}

TesseractReader::~TesseractReader() = default;

std::vector<std::vector<ReadLine>> TesseractReader::read(const PageImage& image,
                                                         const std::vector<Region>& regions) const {
  omp_set_max_active_levels(0);  // no parallel regions; holds for the calling thread
  const PixPtr page = to_pix(image);
  std::unique_ptr<Api> api = pool_->take();
  std::vector<std::vector<ReadLine>> out;
  for (const Region& region : regions) out.push_back(read_region(*api, page, region, image.dpi));
  pool_->give_back(std::move(api));  // not after an error: its engine is dropped
  return out;
}

std::string TesseractReader::version() const {
  return std::string("tesseract ") + Api::Version() + ' ' + pool_->language;
}

}  // namespace vanthu
