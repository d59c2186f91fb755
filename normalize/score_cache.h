#pragma once
#include <cstdint>
#include <vector>

#include "normalize/language_model.h"

namespace vanthu {

// A language model whose latest scores are at hand: the search asks for the same ones many times,
// and each look-up in the model is a walk through memory. One for each thread and document.
class ScoreCache {
 public:
  explicit ScoreCache(const LanguageModel& model) : model_(model), entries_(size) {}

  const LanguageModel& model() const { return model_; }
  // model().score(state, word).
  float score(const LmState& state, WordId word) {
    std::uint64_t key = word;
    for (std::uint8_t i = 0; i < state.length; ++i)
      key |= std::uint64_t{state.words[i]} << (16 * (i + 1));
    Entry& entry = entries_[(key * 0x9E3779B97F4A7C15ULL + state.length) >> (64 - bits)];
    if (entry.key != key || entry.length != state.length)
      entry = {key, model_.score(state, word), state.length};
    return entry.score;
  }

 private:
  static constexpr unsigned bits = 15;
  static constexpr std::size_t size = std::size_t{1} << bits;
  struct Entry {
    std::uint64_t key = 0;
    float score = 0;
    std::uint8_t length = 255;
  };
  const LanguageModel& model_;
  std::vector<Entry> entries_;
};

}  // namespace vanthu
