#include <algorithm>

#include "extract/reading.h"

namespace vanthu {
namespace {

std::optional<double> mean_confidence(const TextPage& page) {
  if (page.words.empty()) return std::nullopt;
  double sum = 0;
  for (const TextWord& word : page.words) sum += word.confidence;
  return sum / static_cast<double>(page.words.size());
}

}  // namespace

void read_source(Reading& reading) {
  SourceFile& source = reading.record.source;
  source.file = reading.scan.file;
  source.sha256 = reading.scan.sha256;
  source.media_type = reading.scan.media_type;
  source.signatures = reading.scan.signatures;
  for (std::size_t p = 0; p < reading.text.pages.size(); ++p) {
    const TextPage& page = reading.text.pages[p];
    PageSource out{page.number,      page.width_pt,         page.height_pt,
                   page.text_origin, mean_confidence(page), 0};
    for (const Repair& repair : reading.text.repairs)
      if (repair.page == p) out.repaired_words += std::max<int>(1, repair.words.size());
    source.pages.push_back(out);
  }
  for (const Page& page : reading.scan.pages) {
    if (!page.failure) continue;
    Evidence evidence;
    evidence.page = page.number;
    evidence.rule = "failed page";
    reading.warn(
        "page_failed",
        "page " + std::to_string(page.number) + " could not be read: " + page.failure->detail,
        std::nullopt, evidence);
  }
}

}  // namespace vanthu
