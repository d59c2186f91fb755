#include "normalize/candidates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/syllable.h"
#include "normalize/token.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr std::size_t longest = 20;
// A column lies in the arena as `pad` infinite costs, for steps of up to three characters back, and
// its costs, infinite beyond the word's end up to a multiple of a `block`.
constexpr std::size_t pad = 3, block = 8, stride = 24;
constexpr std::array<float, 3> case_cost{0, 1, 1};  // of lower, title, upper, while searching
// What a character costs beyond the least possible, by experience. Adding it makes the search
// finish words early, at the price that the order of near equals is not exact.
constexpr float haste = 1;
constexpr float infinity = ConfusionModel::infinity();

// A path of the trie. Its column holds, for each number of characters of the read word, the least
// cost of reading any letters with the path's skeleton as those.
struct Entry {
  float order;  // what the best word below costs at the least
  std::uint32_t node;
  std::uint32_t column, parent_column;  // in the arena
  std::uint8_t depth;
  Case as;
  WordId word;  // where it is a whole word, not a path
  float cost;   // of the word
};

// Where an entry waits, the least on top of the heap.
struct Waiting {
  float order;
  std::uint32_t entry;
  bool operator<(const Waiting& other) const { return order > other.order; }
};

template <std::size_t width>
void advance_blocks(const float* column, const float* cost, float* next) {
  std::array<float, width> out;
  for (std::size_t j = 0; j < width; ++j) out[j] = column[j] + cost[j];
  for (std::size_t n = 1; n < 4; ++n)
    for (std::size_t j = 0; j < width; ++j) {
      const float step = (column - n)[j] + cost[n * stride + j];
      out[j] = step < out[j] ? step : out[j];
    }
  std::copy(out.begin(), out.end(), next);
}

// Index of a letter's class, capitals after lower case.
constexpr std::size_t class_count = 26;

bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }

}  // namespace

// One search at a time; the memory is used again.
struct CandidateFinder::Search {
  using Costs = std::array<float, 4 * stride>;  // [length of the chunk * stride + its end]

  std::vector<Entry> entries;
  std::vector<Waiting> heap;
  std::vector<float> arena;
  std::array<Costs, 2 * class_count> class_costs;
  std::vector<Costs> letter_costs;
  std::vector<bool> ready;                                        // letter_costs of this search
  std::array<std::array<const Chunk*, 4>, longest + 1> chunks{};  // [end][length]
  std::array<std::array<float, stride>, 3> rest{};  // by case: least cost of the characters from i
  bool pairs = false;
  std::size_t length = 0, width = block;  // of the word; of a column without its pad

  void begin(std::size_t read_length, std::size_t letters) {
    entries.clear();
    heap.clear();
    arena.clear();
    letter_costs.resize(letters);
    ready.assign(letters, false);
    length = read_length;
    width = (length + block) / block * block;
    pairs = false;
    for (auto& costs : rest) costs.fill(infinity);
  }
  std::uint32_t add_column() {
    const std::size_t column = arena.size() + pad;
    arena.resize(column + width, infinity);
    return static_cast<std::uint32_t>(column);
  }
  void push(const Entry& e) {
    heap.push_back({e.order, static_cast<std::uint32_t>(entries.size())});
    entries.push_back(e);
    std::push_heap(heap.begin(), heap.end());
  }
  Entry pop() {
    std::pop_heap(heap.begin(), heap.end());
    const Entry top = entries[heap.back().entry];
    heap.pop_back();
    return top;
  }

  template <typename CostOf>
  void gather(Costs& out, CostOf cost_of) const {
    out.fill(infinity);
    for (std::size_t end = 0; end <= length; ++end)
      for (std::size_t n = 0; n < 4; ++n)
        if (chunks[end][n]) out[n * stride + end] = cost_of(*chunks[end][n]);
  }
  const Costs& costs_of(std::size_t letter) {
    if (!ready[letter]) {
      gather(letter_costs[letter], [&](const Chunk& c) { return c.single[letter]; });
      ready[letter] = true;
    }
    return letter_costs[letter];
  }

  // The column behind one more letter.
  void advance(const float* column, const Costs& cost, float* next) const {
    if (width == block) return advance_blocks<block>(column, cost.data(), next);
    if (width == 2 * block) return advance_blocks<2 * block>(column, cost.data(), next);
    advance_blocks<stride>(column, cost.data(), next);
  }

  // The same where it and the letter before are read as one; `fits` tells which pairs they may be.
  template <typename Fits>
  void advance_pair(const float* before, Fits fits, float* next) const {
    for (std::size_t end = 1; end <= length; ++end)
      for (std::size_t n = 1; n <= std::min<std::size_t>(2, end); ++n)
        for (const auto& pair : chunks[end][n]->pairs)
          if (fits(pair)) next[end] = std::min(next[end], before[end - n] + pair.cost);
  }

  float bound_of(const float* column, Case as) const {
    const auto& left = rest[static_cast<std::size_t>(as)];
    std::array<float, block> least;
    least.fill(infinity);
    for (std::size_t begin = 0; begin < width; begin += block)
      for (std::size_t j = 0; j < block; ++j) {
        const float bound = column[begin + j] + left[begin + j];
        least[j] = bound < least[j] ? bound : least[j];
      }
    return *std::min_element(least.begin(), least.end());
  }

  // Exact cost of reading a word.
  float cost_of(const Lexicon& lexicon, WordId word, Case as) {
    std::array<std::array<float, pad + stride>, 3> columns;
    for (auto& c : columns) std::fill_n(c.begin(), pad + width, infinity);
    float *before = columns[0].data() + pad, *column = columns[1].data() + pad,
          *next = columns[2].data() + pad;
    column[0] = case_cost[static_cast<std::size_t>(as)];
    std::size_t last = 0;
    for (std::size_t i = 0; i < lexicon.spelling(word).size(); ++i) {
      const bool capital = as == Case::upper || (as == Case::title && i == 0);
      const std::size_t letter =
          lexicon.spelling(word)[i] + (capital ? lexicon.capital_offset() : 0);
      advance(column, costs_of(letter), next);
      if (pairs && i > 0)
        advance_pair(
            before,
            [&](const ConfusionModel::PrintedPair& p) {
              return p.first == lexicon.letters()[last] && p.second == lexicon.letters()[letter];
            },
            next);
      std::swap(before, column);
      std::swap(column, next);
      last = letter;
    }
    return column[length];
  }

  // Lowers the bound as words are found.
  void push_words(const Lexicon& lexicon, const Entry& e, const Limits& limits, float& bound) {
    const float weight = limits.unigram_weight, least = arena[e.column + length];
    const Lexicon::Node& node = lexicon.nodes()[e.node];
    if (e.as == Case::upper && e.depth == 1) return;  // the same as title
    for (std::uint32_t w = node.first_word; w < node.first_word + node.words; ++w) {
      Entry whole = e;
      whole.word = lexicon.words()[w];
      if (least + weight * lexicon.word_cost(whole.word) > bound) continue;
      whole.cost = cost_of(lexicon, whole.word, e.as);
      whole.order = whole.cost + weight * lexicon.word_cost(whole.word);
      bound = std::min(bound, whole.order + limits.slack);
      if (whole.order <= bound) push(whole);
    }
  }

  void expand(const Lexicon& lexicon, const Entry& e, float weight, float bound) {
    const auto& nodes = lexicon.nodes();
    const Lexicon::Node& node = nodes[e.node];
    const bool capital = e.as == Case::upper || (e.as == Case::title && e.depth == 0);
    const float read = e.order - weight * node.best;  // a child's path cannot cost less
    for (std::uint32_t c = node.first_child; c < node.first_child + node.children; ++c) {
      if (read + weight * nodes[c].best > bound) continue;
      const std::size_t letter = nodes[c].letter + (capital ? class_count : 0);
      std::array<float, stride> next;
      advance(&arena[e.column], class_costs[letter], next.data());
      if (pairs && e.depth > 0)
        advance_pair(
            &arena[e.parent_column],
            [&](const ConfusionModel::PrintedPair& p) {
              return p.second_class == nodes[c].letter && p.first_class == node.letter;
            },
            next.data());
      const float order = bound_of(next.data(), e.as) + weight * nodes[c].best;
      if (order > bound) continue;
      const std::uint32_t column = add_column();
      std::copy_n(next.data(), width, &arena[column]);
      push({order, c, column, e.column, static_cast<std::uint8_t>(e.depth + 1), e.as, Lexicon::none,
            0});
    }
  }
};

CandidateFinder::CandidateFinder(const Lexicon& lexicon, const ConfusionModel& confusions,
                                 Limits limits)
    : lexicon_(lexicon),
      confusions_(confusions),
      limits_(limits),
      unseen_(confusions.unseen_costs(lexicon.letters())),
      search_(std::make_unique<Search>()) {}

CandidateFinder::~CandidateFinder() = default;

const CandidateFinder::Chunk& CandidateFinder::chunk(std::u32string_view read) {
  std::unique_ptr<Chunk>& slot = chunks_[std::u32string(read)];
  if (slot) return *slot;
  slot = std::make_unique<Chunk>();
  slot->single.resize(lexicon_.letters().size());
  confusions_.costs(lexicon_.letters(), unseen_, read, slot->single.data());
  if (!read.empty()) slot->pairs = confusions_.pairs_read_as(read);
  const auto middle = slot->single.begin() + static_cast<std::ptrdiff_t>(lexicon_.capital_offset());
  slot->least_lower = *std::min_element(slot->single.begin(), middle);
  slot->least_upper = *std::min_element(middle, slot->single.end());
  slot->by_class.fill(infinity);
  for (std::size_t i = 0; i < slot->single.size(); ++i) {
    const bool upper = i >= lexicon_.capital_offset();
    float& least = slot->by_class[lexicon_.classes()[i] + (upper ? class_count : 0)];
    least = std::min(least, slot->single[i]);
  }
  for (const auto& pair : slot->pairs) {
    float& least = is_capital(pair.second) ? slot->least_upper : slot->least_lower;
    least = std::min(least, pair.cost);
  }
  return *slot;
}

void CandidateFinder::prepare(std::u32string_view read) {
  Search& s = *search_;
  s.begin(read.size(), lexicon_.letters().size());
  for (std::size_t end = 0; end <= read.size(); ++end)
    for (std::size_t n = 0; n < 4; ++n) {
      s.chunks[end][n] = n <= end ? &chunk(read.substr(end - n, n)) : nullptr;
      s.pairs |= n <= end && !s.chunks[end][n]->pairs.empty();
    }
  for (std::size_t c = 0; c < s.class_costs.size(); ++c)
    s.gather(s.class_costs[c], [&](const Chunk& chunk) { return chunk.by_class[c]; });
  auto& [lower, title, upper] = s.rest;
  for (std::size_t i = read.size() + 1; i-- > 0;) {
    lower[i] = upper[i] = i == read.size() ? 0 : infinity;
    for (std::size_t n = 1; n <= 3 && i + n <= read.size(); ++n) {
      const Chunk& next = *s.chunks[i + n][n];
      lower[i] = std::min(lower[i], next.least_lower + lower[i + n]);
      upper[i] = std::min(upper[i], next.least_upper + upper[i + n]);
    }
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    lower[i] += haste * static_cast<float>(read.size() - i);
    upper[i] += haste * static_cast<float>(read.size() - i);
  }
  title = lower;
}

const std::vector<Candidate>& CandidateFinder::find(std::u32string_view read) {
  const auto [at, fresh] = found_.try_emplace(std::u32string(read));
  std::vector<Candidate>& out = at->second;
  if (!fresh || read.empty() || read.size() > longest || lexicon_.letters().empty()) return out;
  prepare(read);
  Search& s = *search_;
  const float weight = limits_.unigram_weight;
  for (Case as : {Case::lower, Case::title, Case::upper}) {
    const std::uint32_t column = s.add_column();
    s.arena[column] = case_cost[static_cast<std::size_t>(as)];
    s.push({s.arena[column] + weight * lexicon_.nodes()[0].best, 0, column, column, 0, as,
            Lexicon::none, 0});
  }
  float bound = infinity;
  for (std::size_t steps = 0; !s.heap.empty() && steps < limits_.steps; ++steps) {
    const Entry e = s.pop();
    if (e.order > bound || out.size() >= limits_.candidates) break;
    if (e.word != Lexicon::none) {
      out.push_back({e.word, e.as, e.cost - case_cost[static_cast<std::size_t>(e.as)]});
      continue;
    }
    s.push_words(lexicon_, e, limits_, bound);
    s.expand(lexicon_, e, weight, bound);
  }
  return out;
}

std::vector<Candidate> CandidateFinder::restored(std::u32string_view read) const {
  std::vector<Candidate> out;
  const Case as = case_of(read).value_or(Case::lower);
  for (WordId word : lexicon_.with_skeleton(lower_case(skeleton(utf8(read)))))
    out.push_back({word, as, 0});
  return out;
}

}  // namespace vanthu
