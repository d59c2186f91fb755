#include "ingest/digit_views.h"

#include <algorithm>
#include <map>

namespace vanthu {
namespace {

constexpr std::size_t candidates = 24;

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

std::vector<DigitString> strings_at(const DigitNetwork& network, const PageImage& image,
                                    const Box& box, std::size_t longest) {
  std::vector<std::vector<DigitString>> seen;
  for (const Box& view : views(box)) seen.push_back(seen_in(network, image, view, longest));
  return mean_of(std::move(seen));
}

}  // namespace vanthu
