#include "ingest/digit_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "embedded/digits_net.h"
#include "ingest/raster.h"

namespace vanthu {
namespace {

constexpr int least_contrast = 90;  // grey levels; less is paper's grain, not ink
constexpr std::size_t beam = 40;
// Logarithms of probabilities below which the search lets go: of a digit in a column, and of a
// string relative to the best one.
constexpr double least_digit = -10, least_string = -14;
constexpr double nothing = -std::numeric_limits<double>::infinity();

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == nothing ? a : a + std::log1p(std::exp(b - a));
}

PageImage clipped(const PageImage& image, const Box& box) {
  const int x0 = std::clamp(static_cast<int>(std::lround(box.x0)), 0, image.width);
  const int x1 = std::clamp(static_cast<int>(std::lround(box.x1)), x0, image.width);
  const int y0 = static_cast<int>(std::lround(box.y0)), y1 = static_cast<int>(std::lround(box.y1));
  PageImage out{.width = x1 - x0, .height = y1 - y0, .dpi = image.dpi, .pixels = {}};
  out.pixels.reserve(static_cast<std::size_t>(out.width) * out.height);
  for (int y = y0; y < y1; ++y) {
    const auto row = image.pixels.begin() +
                     static_cast<std::ptrdiff_t>(std::clamp(y, 0, image.height - 1)) * image.width;
    out.pixels.insert(out.pixels.end(), row + x0, row + x1);
  }
  return out;
}

int quantile(std::vector<std::uint8_t> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * double(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// A string and the logarithms of its probability with and without a blank at its end.
struct Prefix {
  double blank = nothing, digit = nothing;
  double total() const { return log_sum(blank, digit); }
};
using Prefixes = std::map<std::string, Prefix>;

std::vector<std::pair<std::string, Prefix>> best_of(const Prefixes& all, std::size_t count) {
  std::vector<std::pair<double, Prefixes::const_iterator>> order;
  for (auto it = all.begin(); it != all.end(); ++it) order.emplace_back(it->second.total(), it);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > count) order.resize(count);
  std::vector<std::pair<std::string, Prefix>> out;
  for (const auto& [total, it] : order)
    if (total > order[0].first + least_string) out.push_back(*it);
  return out;
}

void extend(const std::string& text, const Prefix& prefix, const float* column, std::size_t longest,
            Prefixes& next) {
  Prefix& same = next[text];
  same.blank = log_sum(same.blank, prefix.total() + column[DigitNetwork::blank]);
  if (!text.empty()) same.digit = log_sum(same.digit, prefix.digit + column[text.back() - '0']);
  if (text.size() == longest) return;
  for (char d = '0'; d <= '9'; ++d) {
    if (column[d - '0'] < least_digit) continue;
    Prefix& longer = next[text + d];
    const double before = !text.empty() && d == text.back() ? prefix.blank : prefix.total();
    longer.digit = log_sum(longer.digit, before + column[d - '0']);
  }
}

// Blank, digit, blank, digit, ... blank.
std::vector<int> states_of(const std::string& digits) {
  std::vector<int> out{DigitNetwork::blank};
  for (const char d : digits) {
    out.push_back(d - '0');
    out.push_back(DigitNetwork::blank);
  }
  return out;
}

bool may_skip(const std::vector<int>& states, std::size_t s) {
  return s >= 2 && states[s] != DigitNetwork::blank && states[s] != states[s - 2];
}

// The columns' middle that each digit has on the likeliest way (Viterbi).
std::vector<double> middles(const Grid& columns, const std::string& digits) {
  const std::vector<int> states = states_of(digits);
  const std::size_t n = states.size(), width = static_cast<std::size_t>(columns.width);
  std::vector<std::vector<std::size_t>> from(width, std::vector<std::size_t>(n));
  std::vector<double> score(n, nothing);
  for (std::size_t x = 0; x < width; ++x) {
    std::vector<double> next(n, nothing);
    for (std::size_t s = 0; s < n; ++s) {
      std::size_t best = s;
      if (x > 0) {
        if (s >= 1 && score[s - 1] > score[best]) best = s - 1;
        if (may_skip(states, s) && score[s - 2] > score[best]) best = s - 2;
      }
      const double before = x > 0 ? score[best] : s < 2 ? 0 : nothing;
      next[s] = before + columns.at(0, static_cast<int>(x))[states[s]];
      from[x][s] = best;
    }
    score = std::move(next);
  }
  std::vector<double> sums(n), counts(n);
  std::size_t s = n >= 2 && score[n - 2] > score[n - 1] ? n - 2 : n - 1;
  for (std::size_t x = width; x-- > 0; s = from[x][s]) {
    sums[s] += (static_cast<double>(x) + 0.5) * DigitNetwork::step;
    counts[s] += 1;
  }
  std::vector<double> out;
  for (std::size_t i = 1; i < n; i += 2) out.push_back(counts[i] > 0 ? sums[i] / counts[i] : 0);
  return out;
}

}  // namespace

const DigitNetwork& digit_network() {
  static const DigitNetwork network = DigitNetwork::parse(data::digits_net());
  return network;
}

Grid ink_of(const PageImage& image, const Box& box) {
  constexpr int height = DigitNetwork::input_height;
  PageImage line = clipped(image, box);
  if (line.width < 1 || line.height < 1) return Grid(height, 0, 1);
  line = scaled(line, static_cast<double>(height) / line.height);
  const int paper = quantile(line.pixels, 0.8), dark = quantile(line.pixels, 0.02);
  const double contrast = std::max(paper - dark, least_contrast);
  Grid out(height, line.width, 1);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < line.width; ++x) {
      const double ink = (paper - line.at(x, std::min(y, line.height - 1))) / contrast;
      *out.at(y, x) = static_cast<float>(std::clamp(ink, 0.0, 1.0));
    }
  return out;
}

std::vector<DigitString> likely_strings(const Grid& columns, std::size_t longest,
                                        std::size_t count) {
  Prefixes prefixes{{"", {.blank = 0}}};
  for (int x = 0; x < columns.width; ++x) {
    Prefixes next;
    for (const auto& [text, prefix] : best_of(prefixes, beam))
      extend(text, prefix, columns.at(0, x), longest, next);
    prefixes = std::move(next);
  }
  std::vector<DigitString> out;
  for (const auto& [text, prefix] : best_of(prefixes, count))
    out.push_back({text, std::exp(log_probability(columns, text)), middles(columns, text)});
  return out;
}

double log_probability(const Grid& columns, const std::string& digits) {
  const std::vector<int> states = states_of(digits);
  std::vector<double> score(states.size(), nothing);
  score[0] = 0;
  for (int x = 0; x < columns.width; ++x) {
    std::vector<double> next(states.size(), nothing);
    for (std::size_t s = 0; s < states.size(); ++s) {
      double sum = x == 0 && s == 1 ? 0 : score[s];
      if (x > 0 && s >= 1) sum = log_sum(sum, score[s - 1]);
      if (x > 0 && may_skip(states, s)) sum = log_sum(sum, score[s - 2]);
      next[s] = sum + columns.at(0, x)[states[s]];
    }
    score = std::move(next);
  }
  return score.size() < 2 ? score.back() : log_sum(score.back(), score[score.size() - 2]);
}

}  // namespace vanthu
