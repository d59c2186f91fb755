#include "normalize/lexicon.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/error.h"
#include "core/syllable.h"
#include "normalize/token.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

char32_t capital(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

// The skeleton of a lower-case word of Vietnamese or Latin letters; empty for others.
std::string letter_skeleton(std::string_view word) {
  const std::string out = skeleton(word);
  const bool letters =
      std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters ? out : "";
}

}  // namespace

void Lexicon::add(WordId word, std::string_view name, std::set<char32_t>& letters,
                  std::vector<Entry>& sorted) {
  std::string bare = letter_skeleton(name);
  if (bare.empty()) return;
  points_[word] = code_points(name);
  letters.insert(points_[word].begin(), points_[word].end());
  skeletons_[bare].push_back(word);
  sorted.push_back({std::move(bare), word});
}

void Lexicon::add_listed(const std::vector<std::string>& added, std::set<char32_t>& letters,
                         std::vector<Entry>& sorted) {
  std::set<std::string> seen;
  for (const std::string& word : added) {
    const std::string lower = lower_case(word);
    if (model_.id(place_tone(lower)) != LanguageModel::unknown() || !seen.insert(lower).second)
      continue;
    if (points_.size() > std::numeric_limits<WordId>::max())
      throw Error(ErrorCode::model_damaged, "lexicon", "has too many words");
    const auto id = static_cast<WordId>(points_.size());
    points_.emplace_back();
    spellings_.emplace_back();
    listed_.push_back(case_of(code_points(word)).value_or(Case::lower));
    add(id, lower, letters, sorted);
  }
}

Lexicon::Lexicon(const LanguageModel& model, const std::vector<std::string>& added)
    : model_(model), points_(model.size()), spellings_(model.size()) {
  std::set<char32_t> letters;
  std::vector<Entry> sorted;
  for (std::size_t i = 3; i < model.size(); ++i) {
    const auto id = static_cast<WordId>(i);
    add(id, model.name(id), letters, sorted);
  }
  add_listed(added, letters, sorted);
  letters_.assign(letters.begin(), letters.end());
  for (const Entry& entry : sorted)
    for (char32_t c : points_[entry.word])
      spellings_[entry.word].push_back(static_cast<std::uint8_t>(letters_.find(c)));
  for (char32_t c : std::u32string(letters_)) letters_ += capital(c);
  for (std::size_t i = 0; i < letters_.size(); ++i)
    classes_.push_back(static_cast<std::uint8_t>(skeleton(letters_[i % capital_offset()]) - U'a'));
  std::sort(sorted.begin(), sorted.end(),
            [](const Entry& a, const Entry& b) { return a.skeleton < b.skeleton; });
  nodes_.emplace_back();
  build(sorted, 0, sorted.size(), 0, 0);
}

void Lexicon::build(const std::vector<Entry>& sorted, std::size_t begin, std::size_t end,
                    std::size_t depth, std::uint32_t node) {
  float best = std::numeric_limits<float>::max();
  nodes_[node].first_word = static_cast<std::uint32_t>(words_.size());
  for (; begin < end && sorted[begin].skeleton.size() == depth; ++begin) {
    best = std::min(best, word_cost(sorted[begin].word));
    words_.push_back(sorted[begin].word);
    ++nodes_[node].words;
  }
  std::vector<std::size_t> starts;
  for (std::size_t i = begin; i < end; ++i)
    if (i == begin || sorted[i].skeleton[depth] != sorted[i - 1].skeleton[depth])
      starts.push_back(i);
  const auto first = static_cast<std::uint32_t>(nodes_.size());
  nodes_[node].first_child = first;
  nodes_[node].children = static_cast<std::uint8_t>(starts.size());
  nodes_.resize(nodes_.size() + starts.size());
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const auto child = first + static_cast<std::uint32_t>(k);
    nodes_[child].letter = static_cast<std::uint8_t>(sorted[starts[k]].skeleton[depth] - 'a');
    build(sorted, starts[k], k + 1 < starts.size() ? starts[k + 1] : end, depth + 1, child);
    best = std::min(best, nodes_[child].best);
  }
  nodes_[node].best = best;
}

const std::vector<WordId>& Lexicon::with_skeleton(std::string_view skeleton) const {
  static const std::vector<WordId> nothing;
  const auto found = skeletons_.find(std::string(skeleton));
  return found == skeletons_.end() ? nothing : found->second;
}

std::string Lexicon::spelled(WordId word, Case as) const {
  std::u32string points = points_[word];
  for (std::size_t i = 0; i < points.size(); ++i)
    if (as == Case::upper || (as == Case::title && i == 0)) points[i] = capital(points[i]);
  return utf8(points);
}

}  // namespace vanthu
