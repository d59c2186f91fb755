#pragma once
#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "normalize/confusion.h"
#include "normalize/lexicon.h"

namespace vanthu {

// A word that may have been printed where another was read.
struct Candidate {
  WordId word = Lexicon::none;
  Case as = Case::lower;
  float cost = 0;  // -ln p(read | printed)
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

// Finds the printed words that best explain a read one, by best-first search over the lexicon's
// trie. Holds caches: one for each thread and document.
class CandidateFinder {
 public:
  struct Limits {
    std::size_t candidates = 16;
    float unigram_weight = 0.5f;  // of -ln p(word) in the order of the search
    float slack = 11;             // beyond the best one, in nats of that order
    std::size_t steps = 4000;     // nodes expanded at the most
  };
  CandidateFinder(const Lexicon& lexicon, const ConfusionModel& confusions, Limits limits);
  ~CandidateFinder();

  // The best first. None for words of more than 20 characters.
  const std::vector<Candidate>& find(std::u32string_view read);
  // Words with the skeleton of a read word whose case is kept, all of cost 0.
  std::vector<Candidate> restored(std::u32string_view read) const;

 private:
  struct Search;
  struct Chunk {
    std::vector<float> single;       // by letter of the lexicon
    std::array<float, 52> by_class;  // least of the letters of a skeleton's letter, then capitals
    std::vector<ConfusionModel::PrintedPair> pairs;
    float least_lower, least_upper;  // of all
  };
  const Chunk& chunk(std::u32string_view read);
  void prepare(std::u32string_view read);

  const Lexicon& lexicon_;
  const ConfusionModel& confusions_;
  Limits limits_;
  std::vector<float> unseen_;  // by letter, for ConfusionModel::costs()
  std::unordered_map<std::u32string, std::unique_ptr<Chunk>> chunks_;
  std::unordered_map<std::u32string, std::vector<Candidate>> found_;
  std::unique_ptr<Search> search_;
};

}  // namespace vanthu
