#include "ingest/word_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace vanthu {
namespace {

// Of the page's height, at the head and at the foot.
constexpr double margin_share = 0.1;

}  // namespace

std::vector<WordLine> lines_of(std::vector<Word> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return a.box->center_y() < b.box->center_y(); });
  std::vector<WordLine> lines;
  std::optional<Box> line;
  for (Word& word : words) {
    const Box& box = *word.box;
    const double shared = line ? std::min(line->y1, box.y1) - std::max(line->y0, box.y0) : 0;
    if (!line || shared < 0.5 * std::min(line->height(), box.height())) {
      lines.emplace_back();
      line = box;
    }
    if (box.height() > line->height()) line = box;
    lines.back().push_back(std::move(word));
  }
  for (WordLine& words_of_line : lines)
    std::stable_sort(words_of_line.begin(), words_of_line.end(),
                     [](const Word& a, const Word& b) { return a.box->x0 < b.box->x0; });
  return lines;
}

std::vector<Run> margins_apart(std::vector<WordLine> lines, double page_height) {
  std::vector<Run> runs;
  for (WordLine& line : lines) {
    if (line.empty()) continue;
    const double place = line.front().box->center_y() / page_height;
    const bool margin = std::abs(place - 0.5) > 0.5 - margin_share && is_page_number(line);
    const BlockKind kind = margin ? BlockKind::margin : BlockKind::text;
    if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
    runs.back().lines.push_back(std::move(line));
  }
  return runs;
}

bool is_page_number(const WordLine& line) {
  std::string text;
  for (const Word& word : line)
    if (word.text != "Trang" && word.text != "trang") text += word.text;
  int digits = 0;
  for (const char c : text) {
    digits += c >= '0' && c <= '9';
    if (!(c >= '0' && c <= '9') && c != '-' && c != '/' && c != '.') return false;
  }
  return digits > 0 && digits <= 6 && line.size() <= 5;
}

}  // namespace vanthu
