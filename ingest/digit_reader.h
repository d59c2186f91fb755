#pragma once
#include <string>
#include <vector>

#include "core/geometry.h"
#include "ingest/digit_network.h"
#include "ingest/page_reader.h"

// Strings of digits, by hand or printed, with no fixed spacing, in a line that may hold print,
// dotted lines and parts of seals as well: all of that is passed over.
//
// The network gives each column of the line a probability for each digit and for none; a string's
// probability is the sum over all ways to place its digits in the columns (connectionist temporal
// classification, Graves et al. 2006). So segmentation and reading are searched together.
namespace vanthu {

// The height of a line that the network was trained on, in points, text of 13-14 pt at its middle.
constexpr double digit_line_height = 24;

struct DigitString {
  std::string digits;           // may be empty
  double probability = 0;       // 0..1
  std::vector<double> middles;  // of each digit, pixels of the image from the line's left edge
};

// The network that comes with the program.
const DigitNetwork& digit_network();

// The box of a page image as the network wants it: ink 0 ... 1, input_height high.
Grid ink_of(const PageImage& image, const Box& box);

// The likeliest strings of at most `longest` digits, best first, at most `count` of them. `columns`
// is what DigitNetwork::read gave; the middles are in its input's pixels.
std::vector<DigitString> likely_strings(const Grid& columns, std::size_t longest,
                                        std::size_t count);

// The natural logarithm of the probability of one string.
double log_probability(const Grid& columns, const std::string& digits);

}  // namespace vanthu
