#pragma once
#include <string_view>

namespace vanthu {

// True where `word` can be a Vietnamese syllable: an onset, a rime of the inventory and at most one
// tone mark, stops (c, ch, p, t) with sắc or nặng only. A rule of spelling, not a word list, so
// "nghiễng" passes and "thyc", "viec" and "the" with a foreign coda do not. Either place of the
// tone mark is taken (hòa, hoà). The word is lower case NFC; anything else is no syllable.
// Source: the rime table of Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), in today's spelling.
bool possible_syllable(std::string_view nfc_lowercase_word);

// True where `word` (lower case NFC) has a letter that only Vietnamese marks make: a tone, or one
// of ă â đ ê ô ơ ư.
bool has_vietnamese_mark(std::string_view nfc_lowercase_word);

// True where `word` would be a possible syllable with some marks added: "viec" (việc), "nguoi"
// (người). The word is lower case ASCII letters.
bool possible_skeleton(std::string_view ascii_word);

}  // namespace vanthu
