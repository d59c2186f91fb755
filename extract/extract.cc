#include "extract/extract.h"

#include "extract/reading.h"

namespace vanthu {

Record extract(const Scan& scan, const Text& text, const Outline& outline) {
  Reading reading{scan, text, outline, {}};
  read_source(reading);
  read_letterhead(reading);
  read_closing(reading);
  read_citations(reading);
  read_axes(reading);
  read_tasks(reading);
  read_repairs(reading);
  review(reading);
  return std::move(reading.record);
}

}  // namespace vanthu
