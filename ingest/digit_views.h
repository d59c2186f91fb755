#pragma once
#include <vector>

#include "ingest/digit_reader.h"

namespace vanthu {

// The strings of at most `longest` digits that a box of a page image may hold, likeliest first. The
// box is looked at in several views, a little larger and smaller: what all of them give is surer
// than what one gives. Their mean probabilities are honest on hands and scans that the network was
// not trained on (`vanthu-train-digits measure`: the best temperature is about 1). Middles are in
// pixels of the image from its left edge.
std::vector<DigitString> strings_at(const DigitNetwork& network, const PageImage& image,
                                    const Box& box, std::size_t longest);

// The strings of a place where ink of a pen is parted from the rest (coloured_ink.h), by what all
// of the ink seems to say, the pen's alone and the rest alone: either ink has the digits where the
// other has none, and where neither or both have some, all ink tells. A pen's strokes that print
// crosses have gaps, so all ink counts as a second view of them.
std::vector<DigitString> parted(std::vector<DigitString> all, const std::vector<DigitString>& pen,
                                const std::vector<DigitString>& print);

// Strings with their probabilities in several views, summed up: their means, likeliest first.
std::vector<DigitString> mean_of(std::vector<std::vector<DigitString>> views);

}  // namespace vanthu
