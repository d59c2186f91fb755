#include "ingest/clean_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

namespace vanthu {
namespace {

std::string clean_text(const std::string& text) {
  std::string out;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    const std::int32_t begin = i;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && !u_isUWhiteSpace(c) && !u_iscntrl(c)) out.append(text, begin, i - begin);
  }
  return out;
}

bool clean_box(std::optional<Box>& box, const PageImage& image) {
  if (!box) return false;
  const double width = image.width, height = image.height;
  if (!std::isfinite(box->x0 + box->y0 + box->x1 + box->y1)) return false;
  box = Box{std::clamp(box->x0, 0.0, width), std::clamp(box->y0, 0.0, height),
            std::clamp(box->x1, 0.0, width), std::clamp(box->y1, 0.0, height)};
  return box->width() > 0 && box->height() > 0;
}

double clean_confidence(double value) {
  return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0;
}

// An engine may draw a word's box over its neighbours': of two that overlap the wider one yields.
void part_boxes(std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    Box& left = *words[i - 1].box;
    Box& right = *words[i].box;
    if (left.x1 <= right.x0 || left.x0 >= right.x0) continue;
    if (left.width() > right.width())
      left.x1 = right.x0;
    else
      right.x0 = left.x1;
  }
}

// What specks and the remains of drawn lines are read as.
bool is_stray(const Word& word) {
  static const std::vector<std::string> signs{"_", "__", "___", "|", "'", "`", "^", "~",  "ˆ",
                                              ".", ",",  ":",   ";", "._"};
  return std::find(signs.begin(), signs.end(), word.text) != signs.end();
}

// A speck before a tall letter: no Vietnamese word begins with an apostrophe.
void drop_apostrophe(Word& word) {
  if (word.text.size() > 2 && word.text[0] == '\'' && word.text.back() != '\'') word.text.erase(0, 1);
}

void trim_strays(std::vector<Word>& words) {
  const auto text = [](const Word& word) { return !is_stray(word); };
  words.erase(words.begin(), std::find_if(words.begin(), words.end(), text));
  words.erase(std::find_if(words.rbegin(), words.rend(), text).base(), words.end());
}

}  // namespace

std::vector<PageReader::ReadLine> clean_lines(std::vector<PageReader::ReadLine> lines,
                                              const PageImage& image) {
  for (auto& line : lines) {
    for (Word& word : line.words) {
      word.text = clean_text(word.text);
      word.confidence = clean_confidence(word.confidence);
    }
    std::erase_if(line.words,
                  [&](Word& word) { return word.text.empty() || !clean_box(word.box, image); });
    trim_strays(line.words);
    for (Word& word : line.words) drop_apostrophe(word);
    part_boxes(line.words);
  }
  std::erase_if(lines, [](const auto& line) { return line.words.empty(); });
  return lines;
}

bool has_letter_or_digit(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && u_isalnum(c)) return true;
  }
  return false;
}

}  // namespace vanthu
