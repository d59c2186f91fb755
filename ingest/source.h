#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/scan.h"
#include "ingest/format.h"
#include "ingest/ingest.h"
#include "ingest/page_reader.h"

namespace vanthu {

// An opened document whose pages can be read one by one, in any order. Not thread-safe: open one
// per thread. `open_*` throw Error where the document as a whole cannot be read.
class Source {
 public:
  virtual ~Source() = default;
  virtual int page_count() const = 0;
  // The page of that 1-based number. Never throws for trouble with this page alone: then the page
  // has a failure. Throws Error{engine_missing}.
  Page read_page(int number, const PageReader& reader, const IngestOptions& options) const;
  virtual std::vector<Signature> signatures() const { return {}; }
  // The page as one sees it, for pictures of it. Throws Error where there is none (plain text).
  virtual PageImage image(int number) const = 0;

 protected:
  // May throw Error or any std::exception for trouble with this page.
  virtual Page do_read_page(int number, const PageReader& reader,
                            const IngestOptions& options) const = 0;
};

// `file` is the path for errors; `bytes` must outlive the source.
std::unique_ptr<Source> open_text(std::string_view bytes);
std::unique_ptr<Source> open_pdf(std::string_view bytes, const std::filesystem::path& file);
std::unique_ptr<Source> open_image(std::string_view bytes, Format format,
                                   const std::filesystem::path& file);
std::unique_ptr<Source> open_source(std::string_view bytes, Format format,
                                    const std::filesystem::path& file);

// Of the libraries that decode and draw pages, as "poppler 22.12.0 leptonica-1.82.0".
std::string drawing_versions();

}  // namespace vanthu
