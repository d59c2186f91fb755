#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "normalize/train/corpus.h"

namespace vanthu {

inline constexpr int max_order = 4;

// An n-gram as 16 bits a word, the last word lowest.
using NgramKey = std::uint64_t;

// The n-grams of one order, sorted by key; the vectors run in parallel.
struct NgramCounts {
  std::vector<NgramKey> keys;
  std::vector<std::uint32_t> raw;       // how often it occurs
  std::vector<std::uint32_t> adjusted;  // after how many different words; raw for the highest order
                                        // and after a sentence's begin
};

// Index 0 is order 1. Sentence begins are never predicted, so they occur as contexts only.
std::array<NgramCounts, max_order> count_ngrams(const IdStream& ids);

// An estimated model: per order sorted keys, p(w | h), back-off weight of the n-gram as a context
// (1 where it is none) and relative frequency, for pruning.
struct NgramTable {
  std::vector<NgramKey> keys;
  std::vector<float> probability, backoff, frequency;
  // Index of a key, -1 where it is absent.
  std::ptrdiff_t find(NgramKey key) const;
};
struct NgramModel {
  std::array<NgramTable, max_order> orders;
  // p(last word | the n - 1 before) by backing off.
  double probability(NgramKey key, int order) const;
};

constexpr NgramKey suffix(NgramKey key, int order) {  // without the first word
  return order <= 1 ? 0 : order > 4 ? key : key & ((NgramKey{1} << (16 * (order - 1))) - 1);
}
constexpr NgramKey context(NgramKey key) { return key >> 16; }

// Interpolated modified Kneser-Ney (Chen and Goodman, 1998). N-grams of orders 3 and 4 that occur
// once are not kept; their mass goes to the back-off.
NgramModel estimate(const std::array<NgramCounts, max_order>& counts, std::size_t vocabulary);

// The union of both models with probabilities weight * a + (1 - weight) * b.
NgramModel interpolate(const NgramModel& a, const NgramModel& b, double weight);

// Keeps about `wanted` n-grams of orders 2 to 4: those whose loss would cost most likelihood
// (weighted difference, Seymore and Rosenfeld, 1996), and the contexts that they need.
void prune(NgramModel& model, std::size_t wanted);

}  // namespace vanthu
