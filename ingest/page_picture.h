#pragma once
#include <filesystem>
#include <vector>

#include "core/geometry.h"

namespace vanthu {

// Draws page `page` (1-based) of a PDF or image file with a red frame around each box (points) and
// writes it as PNG, at most 2000 pixels high. Throws Error where it cannot.
void write_page_picture(const std::filesystem::path& file, int page, const std::vector<Box>& boxes,
                        const std::filesystem::path& png);

}  // namespace vanthu
