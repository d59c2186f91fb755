#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "normalize/candidates.h"
#include "normalize/channel.h"
#include "normalize/lattice.h"
#include "normalize/symbols.h"

namespace vanthu {

// The parts of the model that do not change: shared by all threads.
struct RepairParts {
  const LanguageModel& model;
  const Lexicon& lexicon;
  const ConfusionModel& garbled;
  const ConfusionModel& ocr;
  const Symbols& symbols;
};

// What a first pass over a document teaches.
struct Adaptation {
  ConfusionModel garbled;            // the confusions with those of the document added
  std::vector<std::uint16_t> words;  // how often each word of the model was surely read
  std::map<std::pair<std::u32string, std::u32string>, int> pairs;  // printed, read: how often
};

// ln p that a word recognised with Vietnamese data stands as it was read, beyond the channel's.
inline constexpr float ocr_keep_bonus = 2;

// Gives slots their readings. One for each thread and document, for its caches.
class OptionBuilder {
 public:
  // `adaptation` may be null. Not `thorough` is faster and enough for what is easy to read: words
  // are neither split nor joined.
  OptionBuilder(const RepairParts& parts, const Adaptation* adaptation, bool thorough);

  // Fills the options of slots[begin, end), which came through one channel. `state` is the language
  // model's state before them, for finding what is unlikely.
  void fill(std::vector<Slot>& slots, std::size_t begin, std::size_t end, Channel channel,
            LmState& state);

 private:
  void fill_code(Slot& slot, const ConfusionModel* confusions);
  void fill_settled(Slot& slot);
  void fill_garbled(Slot& slot);
  void fill_searched(Slot& slot, CandidateFinder& finder, const ConfusionModel& confusions,
                     float bonus);
  void fill_stripped(Slot& slot);
  void fill_ocr(std::vector<Slot>& slots, std::size_t begin, std::size_t end, LmState& state);
  bool may_be_misread(const Slot& slot) const;
  void add_expected(Slot& slot, const LmState& before, const Slot& last, const Slot& next);
  Case likely_case(const Slot& slot, WordId word) const;
  void add_splits(Slot& slot);
  void add_exact_splits(Slot& slot);
  void add_join(std::vector<Slot>& slots, std::size_t i);
  void add_numerals(Slot& slot);
  void add_glued_number(Slot& slot);
  bool is_footnote_mark(const std::u32string& number, const std::u32string& word) const;
  Option literal(const Slot& slot) const;
  Option word_option(const Slot& slot, const Candidate& candidate) const;
  float case_cost(const Slot& slot, WordId word, Case as) const;
  float literal_cost(const Slot& slot, const ConfusionModel& confusions, bool known) const;

  const RepairParts& parts_;
  const Adaptation* adaptation_;
  bool thorough_;
  const ConfusionModel& garbled_;
  CandidateFinder garbled_finder_, ocr_finder_;
};

}  // namespace vanthu
