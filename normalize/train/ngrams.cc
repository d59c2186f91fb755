#include "normalize/train/ngrams.h"

#include <algorithm>
#include <cmath>

namespace vanthu {
namespace {

// All occurrences of n-grams of one order; shorter ones at a sentence's begin are no n-grams of it.
std::vector<NgramKey> occurrences(const IdStream& ids, int order) {
  std::vector<NgramKey> out;
  out.reserve(ids.size());
  NgramKey window = 0;
  int length = 0;
  for (WordId id : ids) {
    if (id == LanguageModel::sentence_begin()) {
      window = id;
      length = 1;
      continue;
    }
    window = window << 16 | id;
    ++length;
    if (length >= order) out.push_back(suffix(window, order + 1));
  }
  return out;
}

// Sorted distinct keys with their counts.
void tally(std::vector<NgramKey> all, std::vector<NgramKey>& keys,
           std::vector<std::uint32_t>& counts) {
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end] == all[i]) ++end;
    keys.push_back(all[i]);
    counts.push_back(static_cast<std::uint32_t>(end - i));
    i = end;
  }
}

bool begins_sentence(NgramKey key, int order) {
  return static_cast<WordId>(key >> (16 * (order - 1))) == LanguageModel::sentence_begin();
}

void adjust(NgramCounts& lower, const NgramCounts& higher, int order) {
  lower.adjusted = lower.raw;
  std::vector<NgramKey> suffixes;
  suffixes.reserve(higher.keys.size());
  for (NgramKey key : higher.keys) suffixes.push_back(suffix(key, order + 1));
  std::vector<NgramKey> keys;
  std::vector<std::uint32_t> counts;
  tally(std::move(suffixes), keys, counts);
  for (std::size_t i = 0, j = 0; i < lower.keys.size(); ++i) {
    while (j < keys.size() && keys[j] < lower.keys[i]) ++j;
    const bool found = j < keys.size() && keys[j] == lower.keys[i];
    if (found && !(order > 1 && begins_sentence(lower.keys[i], order)))
      lower.adjusted[i] = counts[j];
  }
}

// Discounts for counts of 1, 2, and 3 or more.
std::array<double, 4> discounts(const NgramCounts& counts) {
  std::array<double, 5> n{};
  for (std::uint32_t c : counts.adjusted)
    if (c < 5) ++n[c];
  const double y = n[1] / std::max(1.0, n[1] + 2 * n[2]);
  const auto discount = [&](int k) {
    const double d = n[k] > 0 ? k - (k + 1) * y * n[k + 1] / n[k] : 0.5;
    return std::clamp(d, 0.1, k - 0.05);
  };
  return {0, discount(1), discount(2), discount(3)};
}

// One context's n-grams [begin, end) of one order into the table.
void estimate_context(const NgramCounts& counts, std::size_t begin, std::size_t end, int order,
                      const std::array<double, 4>& discount, double total_raw, NgramModel& model) {
  NgramTable& table = model.orders[order - 1];
  double total = 0, kept = 0;
  for (std::size_t i = begin; i < end; ++i) total += counts.adjusted[i];
  const auto share = [&](std::size_t i) {
    const std::uint32_t c = counts.adjusted[i];
    return (c - discount[std::min(c, 3u)]) / total;
  };
  const auto is_kept = [&](std::size_t i) { return order < 3 || counts.raw[i] > 1; };
  for (std::size_t i = begin; i < end; ++i)
    if (is_kept(i)) kept += share(i);
  const double rest = 1 - kept;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_kept(i)) continue;
    const double lower = model.probability(suffix(counts.keys[i], order), order - 1);
    table.keys.push_back(counts.keys[i]);
    table.probability.push_back(static_cast<float>(share(i) + rest * lower));
    table.frequency.push_back(static_cast<float>(counts.raw[i] / total_raw));
  }
  if (order == 1) return;
  NgramTable& contexts = model.orders[order - 2];
  const std::ptrdiff_t at = contexts.find(context(counts.keys[begin]));
  if (at >= 0) contexts.backoff[static_cast<std::size_t>(at)] = static_cast<float>(rest);
}

void estimate_unigrams(const NgramCounts& counts, std::size_t vocabulary, double total_raw,
                       NgramModel& model) {
  const auto discount = discounts(counts);
  double total = 0, kept = 0;
  for (std::uint32_t c : counts.adjusted) total += c;
  std::vector<double> share(vocabulary), raw(vocabulary);
  for (std::size_t i = 0; i < counts.keys.size(); ++i) {
    const std::uint32_t c = counts.adjusted[i];
    share[counts.keys[i]] = (c - discount[std::min(c, 3u)]) / total;
    raw[counts.keys[i]] = counts.raw[i];
    kept += share[counts.keys[i]];
  }
  NgramTable& table = model.orders[0];
  for (std::size_t id = 0; id < vocabulary; ++id) {
    table.keys.push_back(id);
    table.probability.push_back(
        static_cast<float>(share[id] + (1 - kept) / static_cast<double>(vocabulary)));
    table.frequency.push_back(static_cast<float>(raw[id] / total_raw));
  }
  table.backoff.assign(vocabulary, 1);
}

// Back-off weights that make every context's probabilities sum to one.
void normalize_backoffs(NgramModel& model) {
  for (int order = 2; order <= max_order; ++order) {
    NgramTable& contexts = model.orders[order - 2];
    const NgramTable& table = model.orders[order - 1];
    std::fill(contexts.backoff.begin(), contexts.backoff.end(), 1.f);
    for (std::size_t i = 0; i < table.keys.size();) {
      double here = 0, lower = 0;
      std::size_t end = i;
      for (; end < table.keys.size() && context(table.keys[end]) == context(table.keys[i]); ++end) {
        here += table.probability[end];
        lower += model.probability(suffix(table.keys[end], order), order - 1);
      }
      const std::ptrdiff_t at = contexts.find(context(table.keys[i]));
      if (at >= 0)
        contexts.backoff[static_cast<std::size_t>(at)] =
            static_cast<float>(std::max(1e-4, 1 - here) / std::max(1e-4, 1 - lower));
      i = end;
    }
  }
}

void append(NgramTable& table, NgramKey key, double probability, double frequency) {
  table.keys.push_back(key);
  table.probability.push_back(static_cast<float>(probability));
  table.frequency.push_back(static_cast<float>(frequency));
  table.backoff.push_back(1);
}

}  // namespace

std::array<NgramCounts, max_order> count_ngrams(const IdStream& ids) {
  std::array<NgramCounts, max_order> counts;
  for (int order = max_order; order > 0; --order) {
    NgramCounts& mine = counts[order - 1];
    tally(occurrences(ids, order), mine.keys, mine.raw);
    if (order == max_order)
      mine.adjusted = mine.raw;
    else
      adjust(mine, counts[order], order);
  }
  return counts;
}

std::ptrdiff_t NgramTable::find(NgramKey key) const {
  const auto at = std::lower_bound(keys.begin(), keys.end(), key);
  return at != keys.end() && *at == key ? at - keys.begin() : -1;
}

double NgramModel::probability(NgramKey key, int order) const {
  if (order == 0) return 0;
  double weight = 1;
  for (int n = order; n > 1; --n) {
    const NgramTable& table = orders[n - 1];
    const std::ptrdiff_t at = table.find(key);
    if (at >= 0) return weight * table.probability[static_cast<std::size_t>(at)];
    const std::ptrdiff_t before = orders[n - 2].find(context(key));
    if (before >= 0) weight *= orders[n - 2].backoff[static_cast<std::size_t>(before)];
    key = suffix(key, n);
  }
  return weight * orders[0].probability[key];
}

NgramModel estimate(const std::array<NgramCounts, max_order>& counts, std::size_t vocabulary) {
  NgramModel model;
  double total = 0;
  for (std::uint32_t c : counts[0].raw) total += c;
  estimate_unigrams(counts[0], vocabulary, total, model);
  for (int order = 2; order <= max_order; ++order) {
    const NgramCounts& mine = counts[order - 1];
    const auto discount = discounts(mine);
    for (std::size_t i = 0; i < mine.keys.size();) {
      std::size_t end = i;
      while (end < mine.keys.size() && context(mine.keys[end]) == context(mine.keys[i])) ++end;
      estimate_context(mine, i, end, order, discount, total, model);
      i = end;
    }
    model.orders[order - 1].backoff.assign(model.orders[order - 1].keys.size(), 1);
  }
  return model;
}

NgramModel interpolate(const NgramModel& a, const NgramModel& b, double weight) {
  NgramModel out;
  for (int order = 1; order <= max_order; ++order) {
    const NgramTable &left = a.orders[order - 1], &right = b.orders[order - 1];
    NgramTable& mix = out.orders[order - 1];
    for (std::size_t i = 0, j = 0; i < left.keys.size() || j < right.keys.size();) {
      const bool in_left =
          i < left.keys.size() && (j == right.keys.size() || left.keys[i] <= right.keys[j]);
      const bool in_right =
          j < right.keys.size() && (i == left.keys.size() || right.keys[j] <= left.keys[i]);
      const NgramKey key = in_left ? left.keys[i] : right.keys[j];
      const double p = in_left ? left.probability[i] : a.probability(key, order);
      const double q = in_right ? right.probability[j] : b.probability(key, order);
      append(mix, key, weight * p + (1 - weight) * q,
             weight * (in_left ? left.frequency[i] : 0) +
                 (1 - weight) * (in_right ? right.frequency[j] : 0));
      i += in_left;
      j += in_right;
    }
  }
  normalize_backoffs(out);
  return out;
}

namespace {

std::vector<std::vector<float>> losses(const NgramModel& model) {
  std::vector<std::vector<float>> out(max_order + 1);
  for (int order = 2; order <= max_order; ++order) {
    const NgramTable& table = model.orders[order - 1];
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
      const std::ptrdiff_t before = model.orders[order - 2].find(context(table.keys[i]));
      const double weight =
          before < 0 ? 1 : model.orders[order - 2].backoff[static_cast<std::size_t>(before)];
      const double without = weight * model.probability(suffix(table.keys[i], order), order - 1);
      out[order].push_back(static_cast<float>(table.frequency[i] *
                                              std::abs(std::log(table.probability[i] / without))));
    }
  }
  return out;
}

float threshold(const std::vector<std::vector<float>>& losses, std::size_t wanted) {
  std::vector<float> all;
  for (const auto& order : losses) all.insert(all.end(), order.begin(), order.end());
  if (all.size() <= wanted) return 0;
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(wanted), all.end(),
                   std::greater<>());
  return all[wanted];
}

}  // namespace

void prune(NgramModel& model, std::size_t wanted) {
  const auto loss = losses(model);
  const float least = threshold(loss, wanted);
  std::vector<NgramKey> needed;  // contexts of the order above that is kept
  for (int order = max_order; order > 1; --order) {
    const NgramTable& table = model.orders[order - 1];
    NgramTable kept;
    for (std::size_t i = 0; i < table.keys.size(); ++i)
      if (loss[order][i] > least || std::binary_search(needed.begin(), needed.end(), table.keys[i]))
        append(kept, table.keys[i], table.probability[i], table.frequency[i]);
    needed.clear();
    for (NgramKey key : kept.keys)
      if (needed.empty() || needed.back() != context(key)) needed.push_back(context(key));
    model.orders[order - 1] = std::move(kept);
  }
  normalize_backoffs(model);
}

}  // namespace vanthu
