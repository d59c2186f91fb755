#pragma once
#include <string>
#include <utility>
#include <vector>

#include "normalize/confusion.h"

namespace vanthu {

// A word as read and as printed.
struct WordPair {
  std::u32string read, printed;
};

// Lines "read, tab, printed"; pairs that have too little in common to be one word are left out.
// Throws Error{not_readable}.
std::vector<WordPair> read_pairs(const std::string& file);

// Learns edits from the pairs by rounds of aligning with the current model and counting (Viterbi
// training of a stochastic edit distance, Ristad and Yianilos, 1998).
ConfusionModel learn_confusions(const std::vector<WordPair>& pairs, int rounds);

// Appends the edits counted at least `least` times to a table (see ConfusionModel::from_table).
void append_table(std::string& table, const ConfusionModel& model, const std::string& channel,
                  float least);

}  // namespace vanthu
