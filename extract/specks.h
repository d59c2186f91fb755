#pragma once
#include "core/text.h"
#include "extract/passage.h"

namespace vanthu {

// A line that was recognised from a picture, without the specks at its ends that were read as
// signs: "_ ` CHỦ TỊCH /-" -> "CHỦ TỊCH". A bullet and the signs that end a sentence stay; so does
// all that stands between words.
Passage without_specks(const Text& text, Passage line);

// Inside a line as well, for the signature block, whose lines a stamp and strokes of the pen cross:
// words without letters, and signs that stick to words. "KT:BỘ TRƯỞNG ° `Lê An" -> "KT:BỘ TRƯỞNG
// Lê An".
Passage bare_words(const Passage& line);

}  // namespace vanthu
