#pragma once
#include <filesystem>
#include <vector>

#include "core/scan.h"

namespace vanthu {

// Draws the places of these fields on page `page` (1-based) of a PDF or image file, enlarged and
// one below the other, each with lines where its likeliest string parts the digits and with the
// strings that were held possible and their probabilities beside it, and writes that as PNG. Throws
// Error where it cannot.
void write_digit_picture(const std::filesystem::path& file, int page,
                         const std::vector<DigitField>& fields, const std::filesystem::path& png);

}  // namespace vanthu
