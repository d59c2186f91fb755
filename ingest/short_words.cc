#include "ingest/short_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/box_math.h"
#include "ingest/digit_reader.h"
#include "ingest/roman_strokes.h"

namespace vanthu {
namespace {

using ReadLine = PageReader::ReadLine;

constexpr double min_number = 3, max_number = 15;  // points; of one digit, of two
constexpr double margin = 2.5;                     // points beside them
constexpr double sure = 0.95;                      // of the network of digits
constexpr double readable = 0.9;                   // confidence of words that are no number
constexpr double doubtful = 0.7;                   // of a numeral in small letters
constexpr double numeral_confidence = 0.9;
constexpr int longest_numeral = 5;  // letters
constexpr double beside = 1;        // points around a word that its strokes may reach

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The likeliest string of digits in a box as narrow as one or two of them; it may be empty.
std::optional<DigitString> digits_in(const Box& box, const PageImage& image) {
  const double point = image.dpi / 72.0, half = digit_line_height * point / 2;
  if (box.width() < min_number * point || box.width() > max_number * point) return std::nullopt;
  const Box line{box.x0 - margin * point, box.center_y() - half, box.x1 + margin * point,
                 box.center_y() + half};
  return likely_strings(digit_network().read(ink_of(image, line)), 2, 1).at(0);
}

bool may_be_number(const std::vector<ReadLine>& region) {
  if (region.empty()) return true;
  if (region.size() > 1 || region[0].words.size() > 1) return false;
  const Word& word = region[0].words[0];
  return word.confidence < readable || std::any_of(word.text.begin(), word.text.end(), is_digit);
}

std::string digits_of(const std::vector<ReadLine>& region) {
  std::string out;
  if (!region.empty())
    std::copy_if(region[0].words[0].text.begin(), region[0].words[0].text.end(),
                 std::back_inserter(out), is_digit);
  return out;
}

void put_number(std::vector<ReadLine>& region, const Box& box, const DigitString& number) {
  if (digits_of(region) == number.digits) return;
  Word word;
  word.text = number.digits;
  word.box = box;
  word.confidence = number.probability;
  region = {{box, {word}}};
}

bool is_numeral(std::string_view text) {
  constexpr std::array<std::string_view, 15> numerals{"I",  "II",  "III",  "IV",  "V",
                                                      "VI", "VII", "VIII", "IX",  "X",
                                                      "XI", "XII", "XIII", "XIV", "XV"};
  return std::find(numerals.begin(), numerals.end(), text) != numerals.end();
}

struct Letters {
  int all = 0;
  bool small = false, digits_only = true;
};

Letters letters_of(const std::string& text) {
  Letters out;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size; ++out.all) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    out.small = out.small || u_islower(c);
    out.digits_only = out.digits_only && u_isdigit(c);
  }
  return out;
}

std::string strokes_of(const Word& word, const PageImage& image) {
  const double point = image.dpi / 72.0;
  Box box = grown(*word.box, beside * point);
  box.y0 -= beside * point;
  box.y1 += beside * point;
  return strokes_in(image, box);
}

// A numeral by itself, with the stop or comma behind it. V and X alone are read well.
void reread_numeral(Word& word, bool expected, const PageImage& image) {
  const std::size_t end = word.text.find_last_not_of(".,;:") + 1;
  const Letters letters = letters_of(word.text.substr(0, end));
  if (letters.all == 0 || letters.all > longest_numeral) return;
  if (letters.small && word.confidence >= doubtful) return;
  if (letters.digits_only && !expected) return;
  const std::string numeral = strokes_of(word, image);
  if (!is_numeral(numeral) || numeral == "V" || numeral == "X" ||
      numeral == word.text.substr(0, end))
    return;
  word.text.replace(0, end, numeral);
  word.confidence = numeral_confidence;
}

// "II/2025", of a quarter.
void reread_quarter(Word& word, const PageImage& image) {
  const std::string text = word.text;
  if (text.size() < 6 || !std::all_of(text.end() - 4, text.end(), is_digit)) return;
  const std::string strokes = strokes_of(word, image);
  const std::string numeral = strokes.substr(0, strokes.find('/'));
  if (numeral.size() < strokes.size() && is_numeral(numeral))
    word.text = numeral + '/' + text.substr(text.size() - 4);
}

}  // namespace

bool is_quarter(const Word& word) { return word.text == "Quý" || word.text == "quý"; }

void reread_short_words(std::vector<ReadLine>& region, const Box& box, bool after_quarter,
                        const PageImage& image) {
  const auto number = may_be_number(region) ? digits_in(box, image) : std::nullopt;
  if (number && !number->digits.empty()) {
    if (number->probability >= sure) put_number(region, box, *number);
    return;
  }
  for (ReadLine& line : region)
    for (Word& word : line.words) {
      if (after_quarter) reread_quarter(word, image);
      reread_numeral(word, after_quarter || line.words.size() == 1, image);
      after_quarter = is_quarter(word);
    }
}

}  // namespace vanthu
