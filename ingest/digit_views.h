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

// Strings with their probabilities in several views, summed up: their means, likeliest first.
std::vector<DigitString> mean_of(std::vector<std::vector<DigitString>> views);

}  // namespace vanthu
