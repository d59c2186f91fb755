#pragma once
#include <cmath>
#include <cstddef>
#include <numbers>
#include <random>

namespace vanthu {

// Random numbers that are the same on every machine for the same seed.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  double unit() { return static_cast<double>(engine_() >> 11) / 9007199254740992.0; }  // [0, 1)
  double between(double low, double high) { return low + (high - low) * unit(); }
  bool chance(double p) { return unit() < p; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(unit() * double(n)); }
  double normal() {  // Box-Muller
    return std::sqrt(-2 * std::log(1 - unit())) * std::cos(2 * std::numbers::pi * unit());
  }
  double grain() { return (unit() + unit() + unit() - 1.5) * 2; }  // like normal(), cheaper
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace vanthu
