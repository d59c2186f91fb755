#pragma once
#include <string_view>

namespace vanthu {

// Where a word stands on its line; a lone word is both first and last.
struct LinePlace {
  bool first = false, last = false;
};

// True for what recognition makes of specks and the edges of seals: a word of up to three signs,
// one of them of a kind that is not printed alone in documents ("¬", "\"¬", "`", "._"). Restrained:
// brackets, ordinary punctuation and rules of a form ("____") are none; nor is what may be a
// dash ("~", "_") that opens a line, or a "~" between two words.
bool is_speck(std::string_view nfc_word, LinePlace place);

}  // namespace vanthu
