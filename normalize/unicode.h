#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace vanthu {

// Valid UTF-8 of any bytes: every maximal invalid sequence becomes U+FFFD. Valid text is returned
// as it is.
std::string valid_utf8(std::string_view bytes);

// One word as read, in the form that Text keeps: NFC; invisible characters (zero-width, soft
// hyphen, byte order mark, controls) dropped; typographic ligatures as letters (ﬁ -> fi); letters
// that only look like Vietnamese ones replaced (Ð U+00D0 -> Đ, ĐÐ -> Đ; Cyrillic or Greek letters
// where the word has Latin ones too). Compatibility characters that carry meaning (², ½, №) stay.
// Tone placement (uỷ, ủy) stays as printed.
//
// A non-breaking or other wide space parts the word, so the result may have several pieces, or none
// where nothing visible was read. Never throws on invalid input.
//   clean_word("ﬁnal") -> {"final"};  clean_word("Ðiều\u00a03") -> {"Điều", "3"}
std::vector<std::string> clean_word(std::string_view word);

// NFC of valid UTF-8.
std::string nfc(std::string_view utf8);

// Lower case by simple case mapping of NFC text, independent of the locale.
std::string lower_case(std::string_view utf8);

bool is_ascii(std::u32string_view text);

}  // namespace vanthu
