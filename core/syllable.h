#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// Vietnamese syllables by rule: an onset, a rime and a tone, with the rules of spelling that bind
// them (k, gh, ngh before e, ê, i, y; stops take the tones sắc and nặng only). The inventory is
// closed; see Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977.
enum class Tone { level, grave, hook, tilde, acute, dot };  // ngang, huyền, hỏi, ngã, sắc, nặng

// A syllable by its parts, in lower case: "tuyển" is {"t", "uyên", Tone::hook}.
struct Syllable {
  std::string_view onset, rime;
  Tone tone = Tone::level;
};

// Writes a syllable, the tone placed in the newer way: {"h", "oa", grave} -> "hòa".
std::string spell(const Syllable& syllable);

// Every syllable that the rules allow, about 17,000, in no special order.
std::vector<Syllable> all_syllables();

// True for a lower-case NFC word that is one syllable of the inventory, in either tone placement. A
// rule of spelling, not a word list, so "nghiễng" passes and "thyc", "viec" and "the" with a
// foreign coda do not.
bool possible_syllable(std::string_view nfc_lowercase_word);

// True where `word` would be a possible syllable with some marks added: "viec" (việc), "nguoi"
// (người). The word is lower case ASCII letters.
bool possible_skeleton(std::string_view ascii_word);

// True where `word` (lower case NFC) has a letter that only Vietnamese marks make: a tone, or one
// of ă â đ ê ô ơ ư.
bool has_vietnamese_mark(std::string_view nfc_lowercase_word);

// The word with its tone placed in the newer way: "hoà" -> "hòa", "uỷ" -> "ủy"; "quý" stays. Other
// words come back as they are. Lower case only.
std::string place_tone(std::string_view word);

// Letters without tone and vowel marks, case kept, đ as d: "Đường" -> "Duong". Other characters
// stay.
std::string skeleton(std::string_view word);
char32_t skeleton(char32_t letter);

}  // namespace vanthu
