#pragma once
#include <string_view>
#include <vector>

#include "ingest/page_reader.h"

namespace vanthu {

// What an engine gives may be no UTF-8, hold white space or control characters, or lie outside of
// the image: such words are made clean or dropped.
std::vector<PageReader::ReadLine> clean_lines(std::vector<PageReader::ReadLine> lines,
                                              const PageImage& image);

// False for words of signs alone. UTF-8.
bool has_letter_or_digit(std::string_view text);

}  // namespace vanthu
