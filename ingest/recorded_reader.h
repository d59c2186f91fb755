#pragma once
#include <string_view>
#include <vector>

#include "ingest/page_reader.h"

namespace vanthu {

// Gives words that were recorded instead of recognising any, for tests and for what another engine
// has read: of each region those whose middle lies in it, as lines from top to bottom. It knows one
// page; every image is taken for it.
class RecordedReader : public PageReader {
 public:
  // Boxes in pixels of the page image.
  explicit RecordedReader(std::vector<Word> words) : words_(std::move(words)) {}
  // {"words": [{"text": "Số:", "box": [x0, y0, x1, y1], "confidence": 0.9}, ...]}; the confidence
  // may be left out. Throws Error{bad_json}.
  static RecordedReader from_json(std::string_view json);

  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override;
  std::string version() const override { return "recorded"; }

 private:
  std::vector<Word> words_;
};

}  // namespace vanthu
