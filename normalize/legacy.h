#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// Encodings of Vietnamese before Unicode, as they appear when their bytes are taken for Latin-1.
enum class LegacyEncoding {
  none,
  tcvn3,  // TCVN 5712:1993, fonts .VnTime, .VnArial: "Céng hßa" is "Cộng hòa"
  vni     // VNI-Windows, fonts VNI-Times: "Coäng hoøa" is "Cộng hòa"
};

// The word with its letters in Unicode; characters outside the encoding stay.
std::string from_legacy(std::string_view word, LegacyEncoding encoding);

// The encoding of a page's words: the one under which nearly all words with letters beyond ASCII
// are Vietnamese syllables, where as they stand they mostly are not. At least five such words are
// needed.
LegacyEncoding legacy_encoding(const std::vector<std::string>& words);

// The encoding that a font's name tells: .VnTime, VNI-Times. Capitals of fonts such as .VnTimeH
// have the codes of small letters: `capitals`.
struct FontEncoding {
  LegacyEncoding encoding = LegacyEncoding::none;
  bool capitals = false;
};
FontEncoding font_encoding(std::string_view font);

// Converts the words of a page in place, each by its font or else by the page's encoding; words
// that are Vietnamese as they stand stay. `fonts[i]` is the font's name of words[i], may be empty.
void convert_legacy(std::vector<std::string>& words, const std::vector<std::string_view>& fonts);

}  // namespace vanthu
