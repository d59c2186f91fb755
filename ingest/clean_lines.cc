#include "ingest/clean_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace vanthu {
namespace {

constexpr int ink_level = 140;                       // grey
constexpr double min_bar = 3, max_bar_height = 2.2;  // points

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
  static const std::vector<std::string> signs{"_", "__", "___", "|", "'", "`", "^",
                                              "~", "ˆ",  ".",   ",", ":", ";", "._"};
  return std::find(signs.begin(), signs.end(), word.text) != signs.end();
}

// A speck before a tall letter: no Vietnamese word begins with an apostrophe.
void drop_apostrophe(Word& word) {
  if (word.text.size() > 2 && word.text[0] == '\'' && word.text.back() != '\'')
    word.text.erase(0, 1);
}

// True where all ink of the box is one thin bar.
bool is_bar(const Box& box, const PageImage& image) {
  const double point = image.dpi / 72.0;
  double left = box.x1, right = box.x0, top = box.y1, bottom = box.y0;
  for (int y = static_cast<int>(box.y0); y < static_cast<int>(box.y1); ++y)
    for (int x = static_cast<int>(box.x0); x < static_cast<int>(box.x1); ++x) {
      if (image.at(x, y) >= ink_level) continue;
      left = std::min<double>(left, x);
      right = std::max<double>(right, x + 1);
      top = std::min<double>(top, y);
      bottom = std::max<double>(bottom, y + 1);
    }
  return right - left >= min_bar * point && bottom - top <= max_bar_height * point;
}

// What a dash of uneven ink is read as.
void restore_dash(Word& word, const PageImage& image) {
  if ((word.text == "~" || word.text == "--") && is_bar(*word.box, image)) word.text = "-";
}

// "-Phòng" at the head of a line: a dash whose space is narrow.
void part_dash(std::vector<Word>& words) {
  if (words.empty() || words[0].text.size() < 3 || words[0].text[0] != '-') return;
  const auto next = static_cast<unsigned char>(words[0].text[1]);
  if (std::isalpha(next) == 0 && next < 0x80) return;
  Word dash = words[0];
  dash.text = "-";
  words[0].text.erase(0, 1);
  const double width = std::min(dash.box->height() / 3, dash.box->width() / 3);
  words[0].box->x0 = dash.box->x1 = dash.box->x0 + width;
  words.insert(words.begin(), dash);
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
    for (Word& word : line.words) restore_dash(word, image);
    trim_strays(line.words);
    part_dash(line.words);
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
