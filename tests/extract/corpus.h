#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

// The corpora of tests/corpus: tab-separated, with a header line.
namespace vanthu {

using CorpusRow = std::vector<std::string>;

inline std::vector<CorpusRow> corpus(const std::string& name) {
  std::ifstream file("tests/corpus/" + name);
  std::vector<CorpusRow> rows;
  std::size_t width = 0;
  for (std::string line; std::getline(file, line);) {
    CorpusRow row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    if (width == 0)
      width = row.size();
    else
      rows.push_back(row), rows.back().resize(width);
  }
  EXPECT_FALSE(rows.empty()) << "no corpus " << name;
  return rows;
}

// Compares what `read` makes of each row's phrase with the row's last cell; all differences are
// printed, then the test fails.
inline void expect_corpus(const std::string& name,
                          const std::function<std::string(const CorpusRow&)>& read) {
  std::string failures;
  for (const CorpusRow& row : corpus(name)) {
    const std::string found = read(row);
    if (found != row.back())
      failures += "\n  " + row[0] + "\n    expected " + row.back() + "\n    found    " + found;
  }
  EXPECT_TRUE(failures.empty()) << name << failures;
}

// The same for phrases in which nothing may be found: `read` must give an empty string.
inline void expect_nothing(const std::string& name,
                           const std::function<std::string(const CorpusRow&)>& read) {
  std::string failures;
  for (const CorpusRow& row : corpus(name))
    if (const std::string found = read(row); !found.empty())
      failures += "\n  " + row[0] + "\n    found    " + found;
  EXPECT_TRUE(failures.empty()) << name << failures;
}

}  // namespace vanthu
