#pragma once
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"

namespace vanthu {

// Reads a page image: turns it upright and straight, finds tables and columns, has `reader` read
// each column and each cell, and appends the blocks to `page` in reading order with boxes in points
// of the page as scanned. The image covers the whole page. `known` (in points) are places whose
// text is known already; they are not read. Sets the page's dpi and text origin (blank where no ink
// is).
void recognise(Page& page, PageImage image, const PageReader& reader,
               const std::vector<Box>& known = {});

}  // namespace vanthu
