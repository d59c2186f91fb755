#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A small convolutional network that reads a line of digits from left to right, and its file. It
// knows nothing of letterheads; digit_reader.h makes strings of what it gives.
namespace vanthu {

// Values of `channels` at every place of a grid: values[(y * width + x) * channels + c].
struct Grid {
  int height = 0, width = 0, channels = 0;
  std::vector<float> values;

  Grid() = default;
  Grid(int h, int w, int c) : height(h), width(w), channels(c), values(size_of(h, w, c)) {}
  float* at(int y, int x) { return values.data() + size_of(y, width, channels) + x * channels; }
  const float* at(int y, int x) const {
    return values.data() + size_of(y, width, channels) + x * channels;
  }
  static std::size_t size_of(int h, int w, int c) {
    return static_cast<std::size_t>(h) * static_cast<std::size_t>(w) * static_cast<std::size_t>(c);
  }
};

// A convolution with ReLU, then the maximum over `pool_rows` x `pool_columns`. The width is kept
// by padding with zeros; so is the height where `padded`.
struct Layer {
  int rows = 1, columns = 1, in = 1, out = 1;
  bool padded = false;
  int pool_rows = 1, pool_columns = 1;
  std::vector<float> weights;  // [rows][columns][in][out]
  std::vector<float> bias;     // [out]

  int patch() const { return rows * columns * in; }
};

// c[m][n] += sum over k of a[m * a_row + k * a_step] * b[k][n].
void add_product(const float* a, int a_row, int a_step, const float* b, float* c, int m, int k,
                 int n);

// The patches that a layer looks at, one row of Layer::patch() values per place of its output.
Grid patches(const Grid& in, const Layer& layer);
// The convolution alone, of `patches`.
Grid convolved(const Grid& patches, const Layer& layer);
// ReLU and maximum.
Grid pooled(const Grid& grid, const Layer& layer);

struct DigitNetwork {
  static constexpr int input_height = 40;
  static constexpr int classes = 11;  // the digits and, last, what is between them
  static constexpr int blank = 10;
  static constexpr int step = 2;  // pixels of the input per column of the output

  std::vector<Layer> layers;  // the last one without ReLU

  // The layers with their shapes, weights at zero.
  static DigitNetwork shaped();
  // Throws Error{model_damaged}.
  static DigitNetwork parse(std::string_view file);
  std::string serialized() const;

  // For a line of ink (0 paper ... 1 ink), input_height high: the natural logarithms of the
  // probabilities of the classes at each column; height 1, width about line.width / step.
  Grid read(const Grid& line) const;
};

// Rows of logits to logarithms of probabilities, in place.
void log_softmax(Grid& logits);

}  // namespace vanthu
