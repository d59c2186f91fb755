#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "normalize/lattice.h"

namespace vanthu {

// UserPhrases of several words that a user's lexicon lists: where each word of one is among the
// readings of slots in a row, these readings are the likelier ones. Const after building.
class UserPhrases {
 public:
  explicit UserPhrases(const std::vector<std::vector<std::string>>& phrases);

  // Lowers the costs of the readings that make up phrases.
  void favour(std::vector<Slot>& slots, const Lexicon& lexicon) const;

 private:
  using Words = std::vector<std::string>;  // lower case, the tone placed in the newer way
  std::unordered_map<std::string, std::vector<Words>> by_first_;
};

}  // namespace vanthu
