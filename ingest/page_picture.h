#pragma once
#include <filesystem>
#include <vector>

#include "core/geometry.h"
#include "core/scan.h"

namespace vanthu {

// Draws page `page` (1-based) of a PDF or image file with a red frame around each box (points) and
// writes it as PNG, at most 2000 pixels high. Throws Error where it cannot.
void write_page_picture(const std::filesystem::path& file, int page, const std::vector<Box>& boxes,
                        const std::filesystem::path& png);

// Draws what the analysis saw of a page: columns of text (blue) with their lines numbered as they
// are read, tables and their cells (green), stamps (orange), page numbers (grey), digits of the
// letterhead (violet), and ink that is no text, as seals, signatures and pictures (red). Throws
// Error where it cannot.
void write_layout_picture(const std::filesystem::path& file, const Page& page,
                          const std::filesystem::path& png);

}  // namespace vanthu
