#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "normalize/confusion.h"
#include "normalize/language_model.h"
#include "normalize/lexicon.h"

namespace vanthu {

// What the look of a word says about the channel that it came through.
enum class Look {
  marked,  // a known word with Vietnamese marks
  plain,   // a known word without any: ban, theo
  bare,    // no word, but one with marks added: cuoc, thuc
  other,   // ASCII letters otherwise: names, foreign words, acronyms
  odd,     // marks, but no word: thyợc
  mixed,   // letters mixed with digits or signs: s6, K&
  none     // no letters
};
Look look_of(std::string_view piece, const LanguageModel& model, const Lexicon& lexicon);

using LookCounts = std::array<int, 7>;  // of one line, by Look

// The channel of each line: the most probable series by the looks of the words, changes being rare
// (a hidden Markov model over lines). `recognised` tells the lines that came from OCR with
// Vietnamese data.
std::vector<Channel> channels_of(const std::vector<LookCounts>& lines,
                                 const std::vector<bool>& recognised);

}  // namespace vanthu
