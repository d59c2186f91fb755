#pragma once
#include <memory>
#include <string>

#include "ingest/page_reader.h"

namespace vanthu {

// Tesseract with its LSTM engine and Vietnamese data. Engines (70 MB each) are made when first
// needed, one per thread that reads at the same time, and kept warm. OpenMP is held to one thread
// on each thread that reads: with more, Tesseract is several times slower.
class TesseractReader : public PageReader {
 public:
  // `data` is the folder of the traineddata files, empty for Tesseract's own choice. Where they
  // cannot be loaded, read() throws Error{engine_missing}: documents with good text need no engine.
  explicit TesseractReader(std::string language = "vie", std::string data = "");
  ~TesseractReader() override;

  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override;
  std::string version() const override;

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace vanthu
