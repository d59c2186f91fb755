#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"

namespace vanthu {

// The images drawn on a PDF page.
struct PagePicture {
  double coverage = 0;  // share of the page's area under images, 0..1
  double dpi = 0;       // of the largest of them as placed; 0 where there is none
  double largest = 0;   // pixels of the largest image
};

// What Poppler's C++ interface does not tell about a PDF, by qpdf: how images are placed and who
// signed. A PDF that qpdf cannot read has no pictures and no signatures here; nothing throws.
class PdfObjects {
 public:
  explicit PdfObjects(std::string_view bytes);
  ~PdfObjects();
  PagePicture picture(int page) const;  // 1-based
  // The page's image from the file where it is a scan: one image covers the page upright, and
  // nothing visible is drawn over it but signature fields. None where Poppler has to draw it.
  std::optional<PageImage> scan(int page, double wanted_dpi) const;
  std::vector<Signature> signatures() const;

 private:
  bool has_page(int page) const;

  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace vanthu
