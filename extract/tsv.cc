#include "extract/tsv.h"

#include <algorithm>

namespace vanthu {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::vector<std::string_view>> tsv_rows(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(table, '\n'))
    if (!line.empty() && line[0] != '#') rows.push_back(split(line, '\t'));
  if (rows.empty()) return rows;
  const std::size_t width = rows[0].size();
  for (auto& row : rows) row.resize(width);
  rows.erase(rows.begin());
  return rows;
}

}  // namespace vanthu
