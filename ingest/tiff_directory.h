#pragma once
#include <string_view>

namespace vanthu {

// The number of pages that a TIFF (or BigTIFF) file names, broken ones included: a directory whose
// place lies outside of the file is the last page that is counted. Source: TIFF 6.0, section 2.
int tiff_pages(std::string_view bytes);

}  // namespace vanthu
