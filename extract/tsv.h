#pragma once
#include <string_view>
#include <vector>

namespace vanthu {

// The rows of an embedded table, without its header line, empty lines and lines that begin with
// '#'. Each row has as many cells as the header, missing ones empty.
std::vector<std::vector<std::string_view>> tsv_rows(std::string_view table);

}  // namespace vanthu
