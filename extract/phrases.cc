#include "extract/phrases.h"

#include <algorithm>

namespace vanthu {
namespace {

// The first words are the same.
bool matches(TokenView phrase, TokenView words, std::size_t at) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (i > 0 && phrase[i].folded != words[at + i].folded) return false;
    const bool last = i + 1 == phrase.size();
    if (!last && (phrase[i].after != words[at + i].after || !words[at + i + 1].before.empty()))
      return false;
  }
  return true;
}

}  // namespace

Phrases::Phrases(std::vector<std::vector<std::string_view>> rows) : rows_(std::move(rows)) {
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    Entry entry{tokens(rows_[row][0]), row};
    if (entry.words.empty()) continue;
    const std::string_view first = entry.words[0].folded;
    may_begin_.set(digest(first));
    by_first_[first].push_back(std::move(entry));
  }
  for (auto& [first, entries] : by_first_)
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.words.size() > b.words.size();
    });
}

Phrases::Found Phrases::longest(TokenView words, std::size_t at) const {
  if (at >= words.size() || words[at].folded.empty()) return {};
  if (!may_begin_.test(digest(words[at].folded))) return {};
  const auto entries = by_first_.find(words[at].folded);
  if (entries == by_first_.end()) return {};
  for (const Entry& entry : entries->second)
    if (matches(entry.words, words, at)) return {entry.words.size(), &rows_[entry.row]};
  return {};
}

}  // namespace vanthu
