#include "ingest/train/digit_training.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ingest/train/random.h"

namespace vanthu {
namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == nothing ? a : a + std::log1p(std::exp(b - a));
}

// What a layer saw and gave, for the way back.
struct Pass {
  Grid in, patches, convolved;
};

// The gradient of a maximum goes to where it stood; none passes where ReLU gave 0.
Grid unpooled(const Grid& gradient, const Grid& before, const Layer& layer) {
  Grid out(before.height, before.width, before.channels);
  for (int y = 0; y < gradient.height; ++y)
    for (int x = 0; x < gradient.width; ++x)
      for (int c = 0; c < before.channels; ++c) {
        int best_y = 0, best_x = 0;
        float best = 0;
        for (int v = y * layer.pool_rows; v < (y + 1) * layer.pool_rows; ++v)
          for (int u = x * layer.pool_columns; u < (x + 1) * layer.pool_columns; ++u)
            if (before.at(v, u)[c] > best) {
              best = before.at(v, u)[c];
              best_y = v;
              best_x = u;
            }
        if (best > 0) out.at(best_y, best_x)[c] = gradient.at(y, x)[c];
      }
  return out;
}

Grid unpatched(const Grid& gradient, const Grid& in, const Layer& layer) {
  const int pad_y = layer.padded ? layer.rows / 2 : 0, pad_x = layer.columns / 2;
  Grid out(in.height, in.width, in.channels);
  for (int y = 0; y < gradient.height; ++y)
    for (int x = 0; x < gradient.width; ++x)
      for (int r = 0; r < layer.rows; ++r) {
        const int to_y = y + r - pad_y;
        const int begin = std::max(0, x - pad_x), end = std::min(in.width, x + pad_x + 1);
        if (to_y < 0 || to_y >= in.height) continue;
        const float* from =
            gradient.at(y, x) + (r * layer.columns + begin - (x - pad_x)) * in.channels;
        float* to = out.at(to_y, begin);
        for (int i = 0; i < (end - begin) * in.channels; ++i) to[i] += from[i];
      }
  return out;
}

std::vector<float> transposed(const Layer& layer) {
  std::vector<float> out(layer.weights.size());
  for (int p = 0; p < layer.patch(); ++p)
    for (int o = 0; o < layer.out; ++o)
      out[static_cast<std::size_t>(o) * layer.patch() + p] =
          layer.weights[static_cast<std::size_t>(p) * layer.out + o];
  return out;
}

// The logarithms of the probabilities to have come to (forward) or to end from (backward) each
// state at each column.
using Lattice = std::vector<std::vector<double>>;

Lattice forward(const Grid& columns, const std::vector<int>& states) {
  Lattice out(static_cast<std::size_t>(columns.width), std::vector<double>(states.size(), nothing));
  for (std::size_t x = 0; x < out.size(); ++x)
    for (std::size_t s = 0; s < states.size(); ++s) {
      double before = x == 0 ? (s < 2 ? 0 : nothing) : out[x - 1][s];
      if (x > 0 && s >= 1) before = log_sum(before, out[x - 1][s - 1]);
      if (x > 0 && s >= 2 && states[s] != DigitNetwork::blank && states[s] != states[s - 2])
        before = log_sum(before, out[x - 1][s - 2]);
      out[x][s] = before + columns.at(0, static_cast<int>(x))[states[s]];
    }
  return out;
}

// The same from the end, read backwards.
Lattice backward(const Grid& columns, std::vector<int> states) {
  std::reverse(states.begin(), states.end());
  Grid mirrored = columns;
  for (int x = 0; x < columns.width; ++x)
    std::copy(columns.at(0, x), columns.at(0, x) + columns.channels,
              mirrored.at(0, columns.width - 1 - x));
  Lattice out = forward(mirrored, states);
  std::reverse(out.begin(), out.end());
  for (auto& column : out) std::reverse(column.begin(), column.end());
  return out;
}

}  // namespace

double ctc_gradient(const Grid& columns, const std::string& digits, Grid& gradient) {
  std::vector<int> states{DigitNetwork::blank};
  for (const char d : digits) states.insert(states.end(), {d - '0', DigitNetwork::blank});
  const Lattice to = forward(columns, states), from = backward(columns, states);
  const std::size_t last = states.size() - 1;
  const double total = last == 0 ? to.back()[0] : log_sum(to.back()[last], to.back()[last - 1]);
  gradient = Grid(1, columns.width, columns.channels);
  if (total == nothing) return 0;
  for (int x = 0; x < columns.width; ++x) {
    float* out = gradient.at(0, x);
    for (int c = 0; c < columns.channels; ++c) out[c] = std::exp(columns.at(0, x)[c]);
    for (std::size_t s = 0; s < states.size(); ++s) {
      const std::size_t at = static_cast<std::size_t>(x);
      const double path = to[at][s] + from[at][s] - columns.at(0, x)[states[s]] - total;
      if (path > -40) out[states[s]] -= static_cast<float>(std::exp(path));
    }
  }
  return -total;
}

DigitTraining::DigitTraining(std::uint64_t seed) : DigitTraining(DigitNetwork::shaped()) {
  Random random(seed);
  for (Layer& layer : network_.layers) {
    const double spread = std::sqrt(2.0 / layer.patch());  // He et al. 2015
    for (float& weight : layer.weights) weight = static_cast<float>(spread * random.normal());
  }
}

DigitTraining::DigitTraining(DigitNetwork network) : network_(std::move(network)) {
  for (Layer& layer : network_.layers) {
    for (std::vector<float>* values : {&layer.weights, &layer.bias}) {
      const std::vector<float> zeros(values->size());
      weights_.push_back({values, zeros, zeros, zeros});
    }
  }
}

double DigitTraining::add(const Grid& line, const std::string& digits) {
  std::vector<Pass> passes;
  Grid grid = line;
  for (const Layer& layer : network_.layers) {
    Pass pass{std::move(grid), {}, {}};
    pass.patches = patches(pass.in, layer);
    pass.convolved = convolved(pass.patches, layer);
    grid =
        passes.size() + 1 < network_.layers.size() ? pooled(pass.convolved, layer) : pass.convolved;
    passes.push_back(std::move(pass));
  }
  log_softmax(grid);
  Grid gradient;
  const double loss = ctc_gradient(grid, digits, gradient);
  ++lines_;
  for (std::size_t i = network_.layers.size(); i-- > 0;) {
    const Layer& layer = network_.layers[i];
    const Pass& pass = passes[i];
    if (i + 1 < network_.layers.size()) gradient = unpooled(gradient, pass.convolved, layer);
    const int places = gradient.height * gradient.width, patch = layer.patch();
    add_product(pass.patches.values.data(), 1, patch, gradient.values.data(),
                weights_[2 * i].gradient.data(), patch, places, layer.out);
    for (int p = 0; p < places; ++p)
      for (int o = 0; o < layer.out; ++o)
        weights_[2 * i + 1].gradient[static_cast<std::size_t>(o)] +=
            gradient.values[static_cast<std::size_t>(p) * layer.out + o];
    if (i == 0) break;
    Grid back(gradient.height, gradient.width, patch);
    const std::vector<float> weights = transposed(layer);
    add_product(gradient.values.data(), layer.out, 1, weights.data(), back.values.data(), places,
                layer.out, patch);
    gradient = unpatched(back, pass.in, layer);
  }
  return loss;
}

void DigitTraining::step(double rate) {
  constexpr double keep_mean = 0.9, keep_variance = 0.999, tiny = 1e-8, longest = 5;
  ++steps_;
  double square = 0;
  for (const Weights& w : weights_)
    for (const float g : w.gradient) square += double(g) * g / lines_ / lines_;
  const double shrink = std::min(1.0, longest / std::sqrt(square + tiny)) / lines_;
  const double mean_left = 1 - std::pow(keep_mean, steps_);
  const double variance_left = 1 - std::pow(keep_variance, steps_);
  for (Weights& w : weights_)
    for (std::size_t i = 0; i < w.gradient.size(); ++i) {
      const double g = w.gradient[i] * shrink;
      w.mean[i] = static_cast<float>(keep_mean * w.mean[i] + (1 - keep_mean) * g);
      w.variance[i] =
          static_cast<float>(keep_variance * w.variance[i] + (1 - keep_variance) * g * g);
      (*w.values)[i] -= static_cast<float>(rate * w.mean[i] / mean_left /
                                           (std::sqrt(w.variance[i] / variance_left) + tiny));
      w.gradient[i] = 0;
    }
  lines_ = 0;
}

}  // namespace vanthu
