#include "extract/letterhead_digits.h"

#include <algorithm>

namespace vanthu {
namespace {

const DigitField* field_of(const Page& page, DigitField::Part part) {
  const auto it = std::ranges::find(page.digits, part, &DigitField::part);
  return it == page.digits.end() ? nullptr : &*it;
}

// On the first page.
const DigitField* first_field(const Reading& reading, DigitField::Part part) {
  return reading.scan.pages.empty() ? nullptr : field_of(reading.scan.pages.front(), part);
}

}  // namespace

bool sure_digits(const Reading& reading, const Passage& passage, Span span) {
  const auto words = passage.words_in(span);
  return std::ranges::all_of(words, [&](const WordRef& at) {
    const TextWord& word = reading.text.pages[at.page].words[at.word];
    return word.confidence >= surely_printed ||
           word.text.find_first_of("0123456789") == std::string::npos;
  });
}

const DigitField* digit_field(const Reading& reading, const Passage& passage,
                              DigitField::Part part) {
  if (passage.empty()) return nullptr;
  return field_of(reading.scan.pages[passage.words.front().page], part);
}

Passage line_of_digits(const Reading& reading, DigitField::Part part) {
  Passage out;
  const DigitField* field = first_field(reading, part);
  if (!field) return out;
  for (const Line& line : reading.text.pages.front().lines) {
    if (!line.box || !line.box->contains(field->box.x0, field->box.center_y())) continue;
    out.append(reading.text, 0, line.words);
    break;
  }
  return out;
}

std::optional<ReadDigits> read_digits(const Reading& reading, const Passage& line,
                                      std::string_view piece) {
  if (piece.empty()) return std::nullopt;
  ReadDigits out{std::string(piece), 1};
  const std::size_t begin = piece.data() - line.text.data();
  for (const WordRef& at : line.words_in({begin, begin + piece.size()}))
    out.confidence =
        std::min(out.confidence, reading.text.pages[at.page].words[at.word].confidence);
  static const std::string signs = "#%&*+<=>?@\\^_`{|}~";
  if (begin > 0 && signs.find(line.text[begin - 1]) != std::string::npos) out.confidence = 0;
  return out;
}

bool may_be_serial(const Reading& reading, const std::string& digits) {
  const auto& number = reading.record.document.number;
  const DigitField* field = first_field(reading, DigitField::Part::serial);
  if (!number || !number->serial || !field) return true;
  return std::ranges::find(field->readings, digits, &DigitField::Reading::digits) !=
         field->readings.end();
}

}  // namespace vanthu
