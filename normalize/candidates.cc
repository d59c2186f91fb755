#include "normalize/candidates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <queue>

#include "normalize/inventory.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr std::size_t longest = 20;
constexpr std::array<float, 3> case_cost{0.1f, 1.5f, 2.5f};  // -ln p of lower, title, upper
constexpr std::size_t table_size = 1 << 14;

struct Entry {
  float order;  // cost so far, least cost of the rest, share of the word's own
  float cost;
  std::uint32_t node;
  std::uint8_t at;  // characters of the read word explained
  std::uint8_t depth;
  Case as;
  bool operator<(const Entry& other) const { return order > other.order; }  // least on top
};

bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)); }

}  // namespace

Case case_of(std::u32string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
  if (capitals == 0) return Case::lower;
  const auto letters = std::count_if(word.begin(), word.end(),
                                     [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
  return capitals > 1 && capitals == letters ? Case::upper : Case::title;
}

// One search at a time; the memory is used again.
struct CandidateFinder::Search {
  std::vector<Entry> heap;
  std::vector<std::uint64_t> seen;  // open-addressed: stamp << 40 | state + 1
  std::uint64_t stamp = 0;
  std::size_t used = 0;
  std::array<std::array<const Chunk*, 4>, longest + 1> chunks{};
  std::array<float, longest + 1> rest{};

  void clear() {
    heap.clear();
    if (seen.empty()) seen.resize(table_size);
    ++stamp;
    used = 0;
  }
  // True where the state is new.
  bool enter(const Entry& e) {
    if (used > table_size * 3 / 4) return false;
    const std::uint64_t state =
        (std::uint64_t{e.node} * 3 + static_cast<std::uint64_t>(e.as)) * 32 + e.at + 1;
    const std::uint64_t value = stamp << 40 | state;
    std::size_t slot = (state * 0x9E3779B97F4A7C15ULL) >> 50;
    for (; seen[slot] >> 40 == stamp; slot = (slot + 1) & (table_size - 1))
      if (seen[slot] == value) return false;
    seen[slot] = value;
    ++used;
    return true;
  }
  void push(const Entry& e) {
    heap.push_back(e);
    std::push_heap(heap.begin(), heap.end());
  }
  Entry pop() {
    std::pop_heap(heap.begin(), heap.end());
    const Entry top = heap.back();
    heap.pop_back();
    return top;
  }

  void expand(const Lexicon& lexicon, const Entry& e, std::size_t length, float weight,
              float bound) {
    const auto& nodes = lexicon.nodes();
    const Lexicon::Node& node = nodes[e.node];
    const bool capital = e.as == Case::upper || (e.as == Case::title && e.depth == 0);
    const std::size_t shift = capital ? lexicon.capital_offset() : 0;
    for (std::size_t n = 0; n <= 3 && e.at + n <= length; ++n) {
      const Chunk& chunk = *chunks[e.at][n];
      const float base = e.cost + rest[e.at + n];
      for (std::uint32_t c = node.first_child; c < node.first_child + node.children; ++c) {
        const float cost = chunk.single[nodes[c].letter + shift];
        const float order = base + cost + weight * nodes[c].best;
        if (order > bound) continue;
        push({order, e.cost + cost, c, static_cast<std::uint8_t>(e.at + n),
              static_cast<std::uint8_t>(e.depth + 1), e.as});
      }
      for (const auto& pair : chunk.pairs) expand_pair(lexicon, e, n, pair, weight, bound);
    }
  }

  void expand_pair(const Lexicon& lexicon, const Entry& e, std::size_t n,
                   const ConfusionModel::PrintedPair& pair, float weight, float bound) {
    const bool first = e.as == Case::upper || (e.as == Case::title && e.depth == 0);
    if (is_capital(pair.first) != first || is_capital(pair.second) != (e.as == Case::upper)) return;
    const auto child = [&](std::uint32_t node, char32_t letter) -> std::uint32_t {
      const int wanted = lexicon.letter(static_cast<char32_t>(u_tolower(UChar32(letter))));
      const Lexicon::Node& parent = lexicon.nodes()[node];
      for (std::uint32_t c = parent.first_child; c < parent.first_child + parent.children; ++c)
        if (lexicon.nodes()[c].letter == wanted) return c;
      return 0;
    };
    const std::uint32_t middle = child(e.node, pair.first);
    const std::uint32_t node = middle ? child(middle, pair.second) : 0;
    if (!node) return;
    const float order = e.cost + pair.cost + rest[e.at + n] + weight * lexicon.nodes()[node].best;
    if (order > bound) return;
    push({order, e.cost + pair.cost, node, static_cast<std::uint8_t>(e.at + n),
          static_cast<std::uint8_t>(e.depth + 2), e.as});
  }
};

CandidateFinder::CandidateFinder(const Lexicon& lexicon, const ConfusionModel& confusions,
                                 Limits limits)
    : lexicon_(lexicon),
      confusions_(confusions),
      limits_(limits),
      search_(std::make_unique<Search>()) {}

CandidateFinder::~CandidateFinder() = default;

const CandidateFinder::Chunk& CandidateFinder::chunk(std::u32string_view read) {
  std::unique_ptr<Chunk>& slot = chunks_[std::u32string(read)];
  if (!slot) {
    slot = std::make_unique<Chunk>();
    slot->single.resize(lexicon_.letters().size());
    confusions_.costs(lexicon_.letters(), read, slot->single.data());
    if (!read.empty()) slot->pairs = confusions_.pairs_read_as(read);
    slot->least = *std::min_element(slot->single.begin(), slot->single.end());
    for (const auto& pair : slot->pairs) slot->least = std::min(slot->least, pair.cost);
  }
  return *slot;
}

const std::vector<Candidate>& CandidateFinder::find(std::u32string_view read) {
  const auto [at, fresh] = found_.try_emplace(std::u32string(read));
  std::vector<Candidate>& out = at->second;
  const std::size_t length = read.size();
  if (!fresh || length == 0 || length > longest || lexicon_.letters().empty()) return out;
  Search& s = *search_;
  s.clear();
  s.rest[length] = 0;
  for (std::size_t i = length + 1; i-- > 0;) {
    if (i < length) s.rest[i] = ConfusionModel::infinity();
    for (std::size_t n = 0; n <= 3 && i + n <= length; ++n) {
      s.chunks[i][n] = &chunk(read.substr(i, n));
      if (n > 0) s.rest[i] = std::min(s.rest[i], s.chunks[i][n]->least + s.rest[i + n]);
    }
  }
  const float weight = limits_.unigram_weight;
  for (Case as : {Case::lower, Case::title, Case::upper}) {
    const float cost = case_cost[static_cast<std::size_t>(as)];
    s.push({cost + s.rest[0] + weight * lexicon_.nodes()[0].best, cost, 0, 0, 0, as});
  }
  float bound = ConfusionModel::infinity();
  for (std::size_t steps = 0; !s.heap.empty() && steps < limits_.steps;) {
    const Entry e = s.pop();
    if (e.order > bound || out.size() >= limits_.candidates) break;
    if (e.depth == 255) {  // a whole word
      const WordId word = lexicon_.nodes()[e.node].word;
      if (out.empty()) bound = e.order + limits_.slack;
      out.push_back({word, e.as, e.cost});
      continue;
    }
    if (!s.enter(e)) continue;
    ++steps;
    const Lexicon::Node& node = lexicon_.nodes()[e.node];
    const bool lone_upper = e.as == Case::upper && e.depth == 1;  // the same as title
    if (node.word != Lexicon::none && e.at == length && !lone_upper) {
      Entry whole = e;
      whole.depth = 255;
      whole.order = e.cost + weight * lexicon_.word_cost(node.word);
      if (whole.order <= bound) s.push(whole);
    }
    s.expand(lexicon_, e, length, weight, bound);
  }
  return out;
}

std::vector<Candidate> CandidateFinder::restored(std::u32string_view read) const {
  std::vector<Candidate> out;
  const Case as = case_of(read);
  for (WordId word : lexicon_.with_skeleton(lower_case(skeleton(utf8(read)))))
    out.push_back({word, as, 0});
  return out;
}

}  // namespace vanthu
