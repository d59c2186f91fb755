#pragma once
#include <string>
#include <vector>

#include "ingest/digit_network.h"

namespace vanthu {

// Learns a DigitNetwork from lines and their digits: back-propagation of the loss of connectionist
// temporal classification (Graves et al. 2006), steps by Adam (Kingma and Ba 2015).
class DigitTraining {
 public:
  explicit DigitTraining(std::uint64_t seed);
  // Goes on from a network that has learnt already.
  explicit DigitTraining(DigitNetwork network);

  // Adds the gradient of one line; returns its loss, the negative log probability of the digits.
  // A line too narrow for its digits adds nothing and has no loss.
  double add(const Grid& line, const std::string& digits);
  // One step along the mean of what was added since the last one.
  void step(double rate);

  const DigitNetwork& network() const { return network_; }

 private:
  struct Weights {
    std::vector<float>* values;
    std::vector<float> gradient, mean, variance;
  };

  DigitNetwork network_;
  std::vector<Weights> weights_;  // of each layer, then its bias
  int lines_ = 0, steps_ = 0;
};

// The derivative of -log p(digits) with respect to the logits, and that loss; `columns` are log
// probabilities.
double ctc_gradient(const Grid& columns, const std::string& digits, Grid& gradient);

}  // namespace vanthu
