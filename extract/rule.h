#pragma once
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/match.h"

namespace vanthu {

// The groups of a match: [0] is the whole phrase without its edges, [1].. the pattern's own groups;
// a group that took no part is empty.
using Groups = std::vector<std::string_view>;

// In patterns a blank stands for white space that may be missing, doubled or a line's end, for OCR
// drops and adds it: "tháng 6" also reads "tháng6".
inline std::string spaced(std::string_view pattern) {
  std::string out;
  for (const char c : pattern) c == ' ' ? out += "\\s*" : out += c;
  return out;
}

// One rule of a grammar, as data. A production may refuse what its pattern found (a day that does
// not exist).
template <typename Value, typename Context>
struct Rule {
  std::string_view name;    // in plain English
  std::string_view phrase;  // a Vietnamese phrase that it reads
  std::string pattern;      // RE2 without edges, as spaced() reads it
  std::function<std::optional<Value>(const Groups&, const Context&)> make;
};

// Tables of rules as one.
template <typename Rules>
Rules joined(std::vector<Rules> tables) {
  Rules all;
  for (auto& table : tables) std::move(table.begin(), table.end(), std::back_inserter(all));
  return all;
}

// Of matches that overlap the longest, or the first of them; in order of place.
template <typename Value>
std::vector<Match<Value>> longest(std::vector<Match<Value>> found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.span.size() > b.span.size(); });
  std::map<std::size_t, Match<Value>> kept;  // by where they begin
  for (auto& match : found) {
    const auto next = kept.lower_bound(match.span.begin);
    if (next != kept.end() && next->first < match.span.end) continue;
    if (next != kept.begin() && std::prev(next)->second.span.end > match.span.begin) continue;
    kept.emplace(match.span.begin, std::move(match));
  }
  std::vector<Match<Value>> out;
  for (auto& [begin, match] : kept) out.push_back(std::move(match));
  return out;
}

// A table of rules, compiled. Among matches that overlap the longest wins, then the earlier rule.
// One pass over the text tells which rules can match at all.
template <typename Value, typename Context>
class Grammar {
 public:
  // `before` and `after` are single-character patterns for what may stand beside a phrase; the
  // start and the end of the text always may.
  Grammar(std::vector<Rule<Value, Context>> rules, std::string_view before, std::string_view after)
      : rules_(std::move(rules)), set_(options(false), RE2::UNANCHORED) {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const std::string pattern = "(?i)(?:^|" + std::string(before) + ")(" +
                                  spaced(rules_[i].pattern) + ")(?:$|" + std::string(after) + ")";
      patterns_.push_back(std::make_unique<RE2>(pattern, options(true)));
      phrases_.push_back(
          std::make_unique<RE2>("(?i)(" + spaced(rules_[i].pattern) + ")", options(true)));
      if (set_.Add(pattern, nullptr) >= 0) of_set_.push_back(i);
    }
    set_.Compile();
  }

  const std::vector<Rule<Value, Context>>& rules() const { return rules_; }

  // What is wrong with a rule's pattern; empty where it is sound. For tests.
  std::string error(std::size_t rule) const { return patterns_[rule]->error(); }

  std::vector<Match<Value>> find(std::string_view text, const Context& context) const {
    std::vector<Match<Value>> found;
    for (const std::size_t rule : candidates(text)) apply(rule, text, context, found);
    return longest(std::move(found));
  }

 private:
  static RE2::Options options(bool longest_match) {
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(longest_match);
    options.set_max_mem(64 << 20);
    return options;
  }

  // The rules that match somewhere, in order; all of them where the pass ran out of memory.
  std::vector<std::size_t> candidates(std::string_view text) const {
    std::vector<int> hits;
    RE2::Set::ErrorInfo error;
    std::vector<std::size_t> rules;
    if (!set_.Match(re2::StringPiece(text.data(), text.size()), &hits, &error)) {
      if (error.kind != RE2::Set::kNoError) return of_set_;
      return rules;
    }
    for (const int hit : hits) rules.push_back(of_set_[hit]);
    std::sort(rules.begin(), rules.end());
    return rules;
  }

  // The groups of the phrase that `match` holds with its edges, by the pattern without them: with
  // their classes of letters it is too large for RE2's fast ways to find groups. False where both
  // an edge and its absence at the text's start or end agree with the phrase.
  bool find_groups(std::size_t i, re2::StringPiece text, re2::StringPiece match,
                   std::vector<re2::StringPiece>& pieces) const {
    const std::size_t begin = match.data() - text.data(), end = begin + match.size();
    std::vector<std::size_t> begins, ends;
    if (begin == 0) begins.push_back(begin);
    if (end == text.size()) ends.push_back(end);
    std::size_t first = begin + 1, last = end - 1;
    while (first < end && (text[first] & 0xC0) == 0x80) ++first;
    while (last > begin && (text[last] & 0xC0) == 0x80) --last;
    begins.push_back(first);
    ends.push_back(last);
    int readings = 0;
    std::vector<re2::StringPiece> groups(pieces.size());
    for (const std::size_t from : begins)
      for (const std::size_t to : ends)
        if (from <= to && phrases_[i]->Match(text, from, to, RE2::ANCHOR_BOTH, groups.data(),
                                             static_cast<int>(groups.size()))) {
          ++readings;
          pieces = groups;
        }
    return readings == 1;
  }

  // The next phrase of rule `i` from `at` on, with its groups.
  bool next(std::size_t i, re2::StringPiece text, std::size_t at,
            std::vector<re2::StringPiece>& pieces) const {
    re2::StringPiece match;
    if (!patterns_[i]->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) return false;
    return find_groups(i, text, match, pieces) ||
           patterns_[i]->Match(text, at, text.size(), RE2::UNANCHORED, pieces.data(),
                               static_cast<int>(pieces.size()));
  }

  void apply(std::size_t i, std::string_view text, const Context& context,
             std::vector<Match<Value>>& found) const {
    const int groups = patterns_[i]->NumberOfCapturingGroups() + 1;
    std::vector<re2::StringPiece> pieces(groups);
    const re2::StringPiece whole(text.data(), text.size());
    for (std::size_t at = 0; at < text.size();) {
      if (!next(i, whole, at, pieces)) return;
      Groups parts;
      for (int g = 1; g < groups; ++g) parts.emplace_back(pieces[g].data(), pieces[g].size());
      const std::size_t begin = parts[0].data() - text.data();
      if (auto value = rules_[i].make(parts, context))
        found.push_back({{begin, begin + parts[0].size()}, *value, std::string(rules_[i].name)});
      at = begin + std::max<std::size_t>(parts[0].size(), 1);
    }
  }

  std::vector<Rule<Value, Context>> rules_;
  std::vector<std::unique_ptr<RE2>> patterns_;  // with edges
  std::vector<std::unique_ptr<RE2>> phrases_;   // without
  RE2::Set set_;
  std::vector<std::size_t> of_set_;  // which rule each pattern of the set belongs to
};

}  // namespace vanthu
