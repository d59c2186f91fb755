#include "normalize/lexicon.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "normalize/inventory.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

char32_t capital(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

bool all_letters(std::u32string_view points) {
  return !points.empty() && std::all_of(points.begin(), points.end(), [](char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) && u_tolower(static_cast<UChar32>(c)) == UChar32(c);
  });
}

}  // namespace

Lexicon::Lexicon(const LanguageModel& model) : model_(model), points_(model.size()) {
  std::set<char32_t> letters;
  std::vector<WordId> sorted;
  for (std::size_t id = 3; id < model.size(); ++id) {
    std::u32string points = code_points(model.name(static_cast<WordId>(id)));
    if (!all_letters(points) || letters.size() > 120) continue;
    letters.insert(points.begin(), points.end());
    skeletons_[skeleton(model.name(static_cast<WordId>(id)))].push_back(static_cast<WordId>(id));
    sorted.push_back(static_cast<WordId>(id));
    points_[id] = std::move(points);
  }
  letters_.assign(letters.begin(), letters.end());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    letter_index_[letters_[i]] = static_cast<int>(i);
    letters_ += capital(letters_[i]);
  }
  std::sort(sorted.begin(), sorted.end(),
            [&](WordId a, WordId b) { return points_[a] < points_[b]; });
  nodes_.emplace_back();
  build(sorted, 0, sorted.size(), 0, 0);
}

void Lexicon::build(const std::vector<WordId>& sorted, std::size_t begin, std::size_t end,
                    std::size_t depth, std::uint32_t node) {
  float best = std::numeric_limits<float>::max();
  if (begin < end && points_[sorted[begin]].size() == depth) {
    nodes_[node].word = sorted[begin];
    best = -model_.unigram(sorted[begin]);
    ++begin;
  }
  std::vector<std::size_t> starts;
  for (std::size_t i = begin; i < end; ++i)
    if (i == begin || points_[sorted[i]][depth] != points_[sorted[i - 1]][depth])
      starts.push_back(i);
  const auto first = static_cast<std::uint32_t>(nodes_.size());
  nodes_[node].first_child = first;
  nodes_[node].children = static_cast<std::uint8_t>(starts.size());
  nodes_.resize(nodes_.size() + starts.size());
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const auto child = first + static_cast<std::uint32_t>(k);
    nodes_[child].letter =
        static_cast<std::uint8_t>(letter_index_.at(points_[sorted[starts[k]]][depth]));
    build(sorted, starts[k], k + 1 < starts.size() ? starts[k + 1] : end, depth + 1, child);
    best = std::min(best, nodes_[child].best);
  }
  nodes_[node].best = best;
}

int Lexicon::letter(char32_t lower) const {
  const auto found = letter_index_.find(lower);
  return found == letter_index_.end() ? -1 : found->second;
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
