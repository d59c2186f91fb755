#pragma once
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"

namespace vanthu {

// Reads a page image: straightens it, finds tables and columns, has `reader` read each column and
// each cell, and appends the blocks to `page` in reading order with boxes in points. The image
// covers the whole page. `known` (in points) are places whose text is known already; they are
// not read. Sets the page's dpi and text origin (blank where no ink is).
void recognise(Page& page, PageImage image, const PageReader& reader,
               const std::vector<Box>& known = {});

// What an engine gives may be no UTF-8, hold white space or control characters, or lie outside of
// the image: such words are made clean or dropped.
std::vector<PageReader::ReadLine> clean_lines(std::vector<PageReader::ReadLine> lines,
                                              const PageImage& image);

}  // namespace vanthu
