#pragma once
#include <array>
#include <string>
#include <vector>

#include "normalize/candidates.h"
#include "normalize/score_cache.h"
#include "normalize/token.h"

namespace vanthu {

// One reading of a run of slots: the words that may have been printed there.
struct Option {
  std::uint8_t slots = 1;       // covered, two where two words were read for one printed
  std::uint8_t words = 1;       // two where one word was read for two printed
  std::array<WordId, 2> ids{};  // for the language model
  std::array<Case, 2> as{};     // of words from the lexicon
  bool literal = false;         // as read
  std::string text;             // what was printed, where neither literal nor words of the lexicon;
                                // two words with a space between
  float cost = 0;               // -ln p(read | printed)
};

// Where a word stands, for its case.
enum class CaseContext { inside, sentence_begin, capitals };

// A piece of text that was read, with the readings that begin at it; at least one covers it alone.
struct Slot {
  std::size_t line = 0, word = 0;  // where it stands in the document
  Piece piece;
  std::u32string read;
  bool joins_next = false;  // may be one word with the next slot
  bool begins_paragraph = false;
  float given = 1;  // confidence of the engine that read it
  CaseContext context = CaseContext::inside;
  std::string settled;  // what was printed, where the document tells; empty where it does not
  float sure = 1;       // confidence of its only option, where others were ruled out
  std::vector<Option> options;
};

// The chosen readings of slots, in order.
struct Choice {
  std::size_t slot = 0;  // where it begins
  std::size_t option = 0;
  float confidence = 1;  // of the option among those of its slots, the others' choices given
};

struct BeamLimits {
  std::size_t width = 16;  // hypotheses kept at a slot
  float slack = 8;         // nats behind the best
};

// The most probable readings by beam search: language model and channel multiplied. `state` is the
// model's state before the first slot and is moved behind the last.
std::vector<Choice> decode(ScoreCache& scores, const std::vector<Slot>& slots, LmState& state,
                           BeamLimits limits = {});

}  // namespace vanthu
