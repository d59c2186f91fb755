#pragma once
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"
#include "ingest/raster.h"

namespace vanthu {

// Appends the words of a text layer to the page in reading order: columns, tables by the lines
// drawn on the page (`ink`, the page drawn), page numbers as margin. Words have boxes in points.
void add_layer(Page& page, const std::vector<Word>& words, const Ink& ink);

// Appends what is recognised on the image, and the words of a signature's stamps as blocks of
// that kind. Where nothing but the stamp stands on the page, it is the page's text.
void add_recognised(Page& page, const std::vector<Word>& stamp, PageImage image,
                    const std::vector<Box>& known, const PageReader& reader);

}  // namespace vanthu
