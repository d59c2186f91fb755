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
    const std::uint64_t key = key_of(state, word);
    Entry& entry = entry_of(key, state);
    if (!entry.is(key, state)) {
      const float score = looked_up(state, word);
      entry = {key, score, state.length};
    }
    return entry.score;
  }
  // Tells for which words score() will be asked, so that the walks through memory go side by side.
  void expect(const LmState& state, const std::vector<WordId>& words) {
    asked_.clear();
    for (LmState rest = state; rest.length > 0; --rest.length)
      for (const WordId word : words) {
        const std::uint64_t key = key_of(rest, word);
        if (entry_of(key, rest).is(key, rest)) continue;
        model_.fetch_places(rest, word);
        asked_.push_back({rest.length, word});
      }
    LmState rest = state;
    for (const auto& [length, word] : asked_) {
      rest.length = length;
      model_.fetch_entries(rest, word);
    }
  }

 private:
  // By way of the shorter contexts, which many states share.
  float looked_up(const LmState& state, WordId word) {
    if (state.length == 0) return model_.unigram(word);
    if (const auto score = model_.listed(state, word)) return *score;
    LmState shorter = state;
    --shorter.length;
    return state.backoff[shorter.length] + this->score(shorter, word);
  }

  static constexpr unsigned bits = 15;
  static constexpr std::size_t size = std::size_t{1} << bits;
  struct Entry {
    std::uint64_t key = 0;
    float score = 0;
    std::uint8_t length = 255;
    bool is(std::uint64_t k, const LmState& state) const {
      return key == k && length == state.length;
    }
  };
  Entry& entry_of(std::uint64_t key, const LmState& state) {
    return entries_[(key * 0x9E3779B97F4A7C15ULL + state.length) >> (64 - bits)];
  }
  struct Asked {
    std::uint8_t length;
    WordId word;
  };
  std::vector<Asked> asked_;
  const LanguageModel& model_;
  std::vector<Entry> entries_;
};

}  // namespace vanthu
