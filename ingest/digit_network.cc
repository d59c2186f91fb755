#include "ingest/digit_network.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/error.h"

namespace vanthu {
namespace {

constexpr std::string_view magic = "vanthu digits 1\n";
constexpr int tile_rows = 6, tile_columns = 16;

// Eight numbers at a time, by GCC's and Clang's vector extension.
using Eight [[gnu::vector_size(32), gnu::aligned(4)]] = float;

Eight& eight(float* at) { return *reinterpret_cast<Eight*>(at); }
const Eight& eight(const float* at) { return *reinterpret_cast<const Eight*>(at); }

// One tile of the product, summed in registers.
[[gnu::always_inline]] inline void add_tile(const float* a, int a_row, int a_step, const float* b,
                                            float* c, int k, int n) {
  Eight sum[tile_rows][2] = {};
  for (int p = 0; p < k; ++p) {
    const Eight left = eight(b + p * n), right = eight(b + p * n + 8);
#pragma GCC unroll 8
    for (int i = 0; i < tile_rows; ++i) {
      const float value = a[i * a_row + p * a_step];
      sum[i][0] += value * left;
      sum[i][1] += value * right;
    }
  }
  for (int i = 0; i < tile_rows; ++i) {
    eight(c + i * n) += sum[i][0];
    eight(c + i * n + 8) += sum[i][1];
  }
}

// What does not fill a tile.
[[gnu::always_inline]] inline void add_rest(const float* a, int a_row, int a_step, const float* b,
                                            float* c, int rows, int columns, int k, int n) {
  for (int i = 0; i < rows; ++i)
    for (int p = 0; p < k; ++p) {
      const float value = a[i * a_row + p * a_step];
      for (int j = 0; j < columns; ++j) c[i * n + j] += value * b[p * n + j];
    }
}

[[gnu::always_inline]] inline void add_tiles(const float* a, int a_row, int a_step, const float* b,
                                             float* c, int m, int k, int n) {
  for (int i = 0; i < m; i += tile_rows)
    for (int j = 0; j < n; j += tile_columns) {
      const int rows = std::min(tile_rows, m - i), columns = std::min(tile_columns, n - j);
      const float* from = a + static_cast<std::ptrdiff_t>(i) * a_row;
      float* to = c + static_cast<std::ptrdiff_t>(i) * n + j;
      if (rows == tile_rows && columns == tile_columns)
        add_tile(from, a_row, a_step, b + j, to, k, n);
      else
        add_rest(from, a_row, a_step, b + j, to, rows, columns, k, n);
    }
}

#ifdef __x86_64__
// The same for processors since about 2013: ten times as fast.
[[gnu::target("avx2,fma")]] void add_tiles_fast(const float* a, int a_row, int a_step,
                                                const float* b, float* c, int m, int k, int n) {
  add_tiles(a, a_row, a_step, b, c, m, k, n);
}
#endif

}  // namespace

void add_product(const float* a, int a_row, int a_step, const float* b, float* c, int m, int k,
                 int n) {
#ifdef __x86_64__
  static const bool fast = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (fast) return add_tiles_fast(a, a_row, a_step, b, c, m, k, n);
#endif
  add_tiles(a, a_row, a_step, b, c, m, k, n);
}

Grid patches(const Grid& in, const Layer& layer) {
  const int pad_y = layer.padded ? layer.rows / 2 : 0, pad_x = layer.columns / 2;
  Grid out(in.height - layer.rows + 1 + 2 * pad_y, in.width, layer.patch());
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      for (int r = 0; r < layer.rows; ++r) {
        const int from_y = y + r - pad_y;
        const int begin = std::max(0, x - pad_x), end = std::min(in.width, x + pad_x + 1);
        if (from_y < 0 || from_y >= in.height) continue;
        float* to = out.at(y, x) + (r * layer.columns + begin - (x - pad_x)) * in.channels;
        std::copy(in.at(from_y, begin), in.at(from_y, begin) + (end - begin) * in.channels, to);
      }
  return out;
}

Grid convolved(const Grid& patches, const Layer& layer) {
  Grid out(patches.height, patches.width, layer.out);
  for (int i = 0; i < out.height * out.width; ++i)
    std::copy(layer.bias.begin(), layer.bias.end(), out.values.begin() + i * layer.out);
  add_product(patches.values.data(), layer.patch(), 1, layer.weights.data(), out.values.data(),
              out.height * out.width, layer.patch(), layer.out);
  return out;
}

Grid pooled(const Grid& grid, const Layer& layer) {
  Grid out(grid.height / layer.pool_rows, grid.width / layer.pool_columns, grid.channels);
  for (int y = 0; y < out.height * layer.pool_rows; ++y)
    for (int x = 0; x < out.width * layer.pool_columns; ++x) {
      float* to = out.at(y / layer.pool_rows, x / layer.pool_columns);
      const float* from = grid.at(y, x);
      for (int c = 0; c < grid.channels; ++c) to[c] = std::max(to[c], from[c]);
    }
  return out;
}

void log_softmax(Grid& logits) {
  for (int x = 0; x < logits.width; ++x) {
    float* row = logits.at(0, x);
    const float top = *std::max_element(row, row + logits.channels);
    float sum = 0;
    for (int c = 0; c < logits.channels; ++c) sum += std::exp(row[c] - top);
    const float shift = top + std::log(sum);
    for (int c = 0; c < logits.channels; ++c) row[c] -= shift;
  }
}

DigitNetwork DigitNetwork::shaped() {
  DigitNetwork network;
  network.layers = {
      {.rows = 3,
       .columns = 3,
       .in = 1,
       .out = 8,
       .padded = true,
       .pool_rows = 2,
       .pool_columns = 2,
       .weights = {},
       .bias = {}},
      {.rows = 3,
       .columns = 3,
       .in = 8,
       .out = 32,
       .padded = true,
       .pool_rows = 2,
       .weights = {},
       .bias = {}},
      {.rows = 3,
       .columns = 3,
       .in = 32,
       .out = 48,
       .padded = true,
       .pool_rows = 2,
       .weights = {},
       .bias = {}},
      {.rows = 5, .columns = 5, .in = 48, .out = 160, .weights = {}, .bias = {}},
      {.columns = 5, .in = 160, .out = 80, .weights = {}, .bias = {}},
      {.in = 80, .out = classes, .weights = {}, .bias = {}},
  };
  for (Layer& layer : network.layers) {
    layer.weights.resize(Grid::size_of(layer.patch(), layer.out, 1));
    layer.bias.resize(static_cast<std::size_t>(layer.out));
  }
  return network;
}

Grid DigitNetwork::read(const Grid& line) const {
  Grid grid = line;
  for (const Layer& layer : layers) {
    grid = convolved(patches(grid, layer), layer);
    if (&layer != &layers.back()) grid = pooled(grid, layer);
  }
  log_softmax(grid);
  return grid;
}

// The weights of each layer as 16-bit steps of a scale of the layer's own, little endian.
std::string DigitNetwork::serialized() const {
  std::string out(magic);
  for (const Layer& layer : layers)
    for (const std::vector<float>* values : {&layer.weights, &layer.bias}) {
      float most = 1e-9F;
      for (const float value : *values) most = std::max(most, std::abs(value));
      const float scale = most / 32767;
      out.append(reinterpret_cast<const char*>(&scale), sizeof scale);
      for (const float value : *values) {
        const auto step = static_cast<std::int16_t>(std::lround(value / scale));
        out.append(reinterpret_cast<const char*>(&step), sizeof step);
      }
    }
  return out;
}

DigitNetwork DigitNetwork::parse(std::string_view file) {
  DigitNetwork network = shaped();
  const auto take = [&](auto& value) {
    if (file.size() < sizeof value)
      throw Error(ErrorCode::model_damaged, "", "the digits' network is cut off");
    std::memcpy(&value, file.data(), sizeof value);
    file.remove_prefix(sizeof value);
  };
  if (!file.starts_with(magic))
    throw Error(ErrorCode::model_damaged, "", "not a network that reads digits");
  file.remove_prefix(magic.size());
  for (Layer& layer : network.layers)
    for (std::vector<float>* values : {&layer.weights, &layer.bias}) {
      float scale = 0;
      take(scale);
      for (float& value : *values) {
        std::int16_t step = 0;
        take(step);
        value = static_cast<float>(step) * scale;
      }
    }
  return network;
}

}  // namespace vanthu
