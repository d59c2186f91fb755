#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/digit_evidence.h"
#include "extract/reading.h"

// Digits of the letterhead, as the text and as their own reader have them. Internal to letterhead.cc.
namespace vanthu {

// Whether the digits under `span` are surely those that are printed there.
bool sure_digits(const Reading& reading, const Passage& passage, Span span);

// The part of the letterhead that the digits' own reader has read on the passage's page; null where
// it has not.
const DigitField* digit_field(const Reading& reading, const Passage& passage, DigitField::Part part);

// The whole line of the first page that the digits' own reader has found this part on; empty where
// it has not.
Passage line_of_digits(const Reading& reading, DigitField::Part part);

// The digits of `line` under `piece`, a part of its text, with the least confidence of its words;
// with none where another sign hangs on them ("#0"), which is a stroke of the pen.
std::optional<ReadDigits> read_digits(const Reading& reading, const Passage& line,
                                      std::string_view piece);

// Whether the letterhead's digits may be these: they are read as nothing else, or as these among
// others. What was written by hand there is so in its copies, which text misreads with confidence.
bool may_be_serial(const Reading& reading, const std::string& digits);

}  // namespace vanthu
