#pragma once
#include <vector>

#include "ingest/page_reader.h"

namespace vanthu {

// Looks once more at what a network that reads whole lines misreads where there is little of it: a
// number of one or two digits alone in its region (an empty reading, "8" for "3"), which a network
// of digits reads, and Roman numerals ("H" for "II", "Quý 112025" for "Quý II/2025"), whose strokes
// are counted. `region` is what was read in `box` of the image, cleaned; `after_quarter` tells that
// the line before it ends with "Quý".
void reread_short_words(std::vector<PageReader::ReadLine>& region, const Box& box,
                        bool after_quarter, const PageImage& image);

// True for the word "Quý", behind which a numeral is expected.
bool is_quarter(const Word& word);

}  // namespace vanthu
