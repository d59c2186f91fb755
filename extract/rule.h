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
// drops and adds it: "tháng 6" also reads "tháng6". "quý" stands for all the ways it is spelled.
inline std::string spaced(std::string_view pattern) {
  static constexpr std::string_view quarter = "quý";
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern.substr(i).starts_with(quarter)) {
      out += "q(?:u[ýí]|ú[yi])";
      i += quarter.size() - 1;
    } else {
      pattern[i] == ' ' ? out += "\\s*" : out += pattern[i];
    }
  }
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

// Of spans that overlap the longest, or the first of them, in order of place. `accept` is asked for
// each that overlaps no better one and may refuse it.
template <typename Found, typename Accept>
void keep_longest(std::vector<Found>& found, Accept accept) {
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.span.size() > b.span.size(); });
  std::map<std::size_t, Found> kept;  // by where they begin
  for (Found& one : found) {
    const auto next = kept.lower_bound(one.span.begin);
    if (next != kept.end() && next->first < one.span.end) continue;
    if (next != kept.begin() && std::prev(next)->second.span.end > one.span.begin) continue;
    if (accept(one)) kept.emplace(one.span.begin, std::move(one));
  }
  found.clear();
  for (auto& [begin, one] : kept) found.push_back(std::move(one));
}

template <typename Value>
std::vector<Match<Value>> longest(std::vector<Match<Value>> found) {
  keep_longest(found, [](const Match<Value>&) { return true; });
  return found;
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
    std::vector<Located> located;
    for (const std::size_t rule : candidates(text)) locate(rule, text, located);
    std::vector<Match<Value>> found;
    keep_longest(located, [&](Located& phrase) {
      auto value = rules_[phrase.rule].make(groups_of(phrase, text), context);
      if (value)
        found.push_back({phrase.span, std::move(*value), std::string(rules_[phrase.rule].name)});
      return value.has_value();
    });
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return found;
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

  // Where a rule's pattern has matched; its groups where they were needed to tell the place.
  struct Located {
    Span span;
    std::size_t rule;
    std::vector<re2::StringPiece> groups;
  };

  // The groups of the phrase [from, to), by the pattern without edges: with their classes of
  // letters it is too large for RE2's fast ways to find groups.
  bool read_groups(std::size_t i, re2::StringPiece text, std::size_t from, std::size_t to,
                   std::vector<re2::StringPiece>& groups) const {
    groups.resize(phrases_[i]->NumberOfCapturingGroups() + 1);
    return phrases_[i]->Match(text, from, to, RE2::ANCHOR_BOTH, groups.data(),
                              static_cast<int>(groups.size()));
  }

  Groups groups_of(Located& phrase, std::string_view text) const {
    if (phrase.groups.empty())
      read_groups(phrase.rule, {text.data(), text.size()}, phrase.span.begin, phrase.span.end,
                  phrase.groups);
    Groups out;
    for (std::size_t g = 1; g < phrase.groups.size(); ++g)
      out.emplace_back(phrase.groups[g].data(), phrase.groups[g].size());
    return out;
  }

  // The phrase of a match at the text's start or end, where it may stand without an edge: there
  // both an edge and its absence may agree with it, so that RE2 has to say.
  Located at_end_of_text(std::size_t i, re2::StringPiece text, std::size_t at, Span match,
                         Span inner) const {
    Located phrase{{}, i, {}};
    std::vector<std::size_t> begins{inner.begin}, ends{inner.end};
    if (match.begin == 0) begins.insert(begins.begin(), match.begin);
    if (match.end == text.size()) ends.insert(ends.begin(), match.end);
    int readings = 0;
    std::vector<re2::StringPiece> groups;
    for (const std::size_t from : begins)
      for (const std::size_t to : ends)
        if (from <= to && read_groups(i, text, from, to, groups)) {
          ++readings;
          phrase.groups = groups;
        }
    if (readings != 1) {
      phrase.groups.resize(patterns_[i]->NumberOfCapturingGroups() + 1);
      patterns_[i]->Match(text, at, text.size(), RE2::UNANCHORED, phrase.groups.data(),
                          static_cast<int>(phrase.groups.size()));
    }
    const std::size_t begin = phrase.groups[1].data() - text.data();
    phrase.span = {begin, begin + phrase.groups[1].size()};
    return phrase;
  }

  void locate(std::size_t i, std::string_view whole, std::vector<Located>& located) const {
    const re2::StringPiece text(whole.data(), whole.size());
    re2::StringPiece piece;
    for (std::size_t at = 0; at < text.size();) {
      if (!patterns_[i]->Match(text, at, text.size(), RE2::UNANCHORED, &piece, 1)) return;
      const std::size_t begin = piece.data() - text.data();
      const Span match{begin, begin + piece.size()};
      Span inner{match.begin + 1, match.end - 1};  // without the characters at the edges
      while (inner.begin < match.end && (text[inner.begin] & 0xC0) == 0x80) ++inner.begin;
      while (inner.end > match.begin && (text[inner.end] & 0xC0) == 0x80) --inner.end;
      if (match.begin > 0 && match.end < text.size())
        located.push_back({inner, i, {}});
      else
        located.push_back(at_end_of_text(i, text, at, match, inner));
      const Span span = located.back().span;
      at = span.begin + std::max<std::size_t>(span.size(), 1);
    }
  }

  std::vector<Rule<Value, Context>> rules_;
  std::vector<std::unique_ptr<RE2>> patterns_;  // with edges
  std::vector<std::unique_ptr<RE2>> phrases_;   // without
  RE2::Set set_;
  std::vector<std::size_t> of_set_;  // which rule each pattern of the set belongs to
};

}  // namespace vanthu
