#include "normalize/phrases.h"

#include <algorithm>
#include <set>

#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr float bonus = 8;  // nats, of each word of a phrase

std::string folded(std::string_view word) { return place_tone(lower_case(word)); }

std::string word_of(const Slot& slot, const Option& option, const Lexicon& lexicon) {
  if (option.literal) return folded(utf8(slot.read));
  if (!option.text.empty()) return folded(option.text);
  return lexicon.spelled(option.ids[0], Case::lower);
}

using Indices = std::vector<std::size_t>;

}  // namespace

UserPhrases::UserPhrases(const std::vector<std::vector<std::string>>& phrases) {
  for (const auto& phrase : phrases) {
    Words words;
    for (const std::string& word : phrase) words.push_back(folded(word));
    by_first_[words[0]].push_back(words);
  }
}

void UserPhrases::favour(std::vector<Slot>& slots, const Lexicon& lexicon) const {
  if (by_first_.empty()) return;
  std::vector<std::unordered_map<std::string, Indices>> readings(slots.size());
  for (std::size_t i = 0; i < slots.size(); ++i)
    for (std::size_t o = 0; o < slots[i].options.size(); ++o) {
      const Option& option = slots[i].options[o];
      if (option.slots == 1 && option.words == 1)
        readings[i][word_of(slots[i], option, lexicon)].push_back(o);
    }
  std::set<std::pair<std::size_t, std::string>> favoured;
  for (std::size_t i = 0; i < slots.size(); ++i)
    for (const auto& [first, options] : readings[i]) {
      const auto phrases = by_first_.find(first);
      if (phrases == by_first_.end()) continue;
      for (const Words& words : phrases->second) {
        if (i + words.size() > slots.size()) continue;
        std::size_t k = 1;
        while (k < words.size() && readings[i + k].contains(words[k])) ++k;
        for (std::size_t j = 0; k == words.size() && j < k; ++j) favoured.insert({i + j, words[j]});
      }
    }
  for (const auto& [i, word] : favoured)
    for (const std::size_t o : readings[i].at(word)) slots[i].options[o].cost -= bonus;
}

}  // namespace vanthu
