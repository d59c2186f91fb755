#include "ingest/digit_views.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vanthu {
namespace {

constexpr std::size_t candidates = 24;

// Fitted by `vanthu-train-digits measure` on strange lines.
constexpr double temperature = 1.0;

std::vector<Box> views(const Box& box) {
  const double h = box.height();
  return {box,
          {box.x0, box.y0 - 0.06 * h, box.x1, box.y1 + 0.06 * h},
          {box.x0, box.y0 + 0.05 * h, box.x1, box.y1 - 0.05 * h}};
}

std::vector<DigitString> seen_in(const DigitNetwork& network, const PageImage& image,
                                 const Box& view, std::size_t longest) {
  const double pixels = view.height() / DigitNetwork::input_height;
  auto strings = likely_strings(network.read(ink_of(image, view)), longest, candidates);
  for (DigitString& string : strings)
    for (double& middle : string.middles) middle = view.x0 + middle * pixels;
  return strings;
}

}  // namespace

std::vector<DigitString> mean_of(std::vector<std::vector<DigitString>> views) {
  std::map<std::string, DigitString> sum;
  for (std::vector<DigitString>& view : views)
    for (DigitString& string : view) {
      const double probability = string.probability / static_cast<double>(views.size());
      const auto [known, added] = sum.try_emplace(string.digits, std::move(string));
      known->second.probability = (added ? 0 : known->second.probability) + probability;
    }
  std::vector<DigitString> out;
  for (auto& [digits, string] : sum) out.push_back(std::move(string));
  std::ranges::stable_sort(out, std::greater<>(), &DigitString::probability);
  return out;
}

void temper(std::vector<DigitString>& strings, double temperature) {
  double rest = 1, sum = 0;
  for (DigitString& string : strings) {
    rest -= string.probability;
    string.probability = std::pow(string.probability, 1 / temperature);
    sum += string.probability;
  }
  sum += std::pow(std::max(rest, 0.0), 1 / temperature);
  for (DigitString& string : strings) string.probability /= std::max(sum, 1e-30);
}

std::vector<DigitString> strings_at(const DigitNetwork& network, const PageImage& image,
                                    const Box& box, std::size_t longest) {
  std::vector<std::vector<DigitString>> seen;
  for (const Box& view : views(box)) seen.push_back(seen_in(network, image, view, longest));
  std::vector<DigitString> out = mean_of(std::move(seen));
  temper(out, temperature);
  return out;
}

}  // namespace vanthu
