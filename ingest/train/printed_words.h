#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/page_reader.h"

namespace vanthu {

// A piece of print as it stands on a page, drawn at PrintedWords::dpi; its line's middle is its
// own.
struct PrintedWord {
  std::string text;
  PageImage image;
};

// Words cut from PDFs with a text layer, sorted by what they may stand for beside a letterhead's
// digits.
struct PrintedWords {
  static constexpr int dpi = 240;
  std::vector<PrintedWord> before_serial;  // "Số:"
  std::vector<PrintedWord> after_serial;   // "/KH-UBND", "/2024/NĐ-CP"
  std::vector<PrintedWord> before_day;     // "ngày", "tháng"
  std::vector<PrintedWord> after_day;      // "tháng", "năm"
  std::vector<PrintedWord> numbers;        // "12"
  std::vector<PrintedWord> others;         // without digits
};

// Throws Error{damaged}.
PrintedWords read_printed_words(const std::vector<std::filesystem::path>& pdfs);

}  // namespace vanthu
