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

// Strings whose probabilities add up by their weights.
class Mixture {
 public:
  void add(DigitString string, double weight) {
    string.probability *= weight;
    total_ += string.probability;
    const auto [known, added] = strings_.try_emplace(string.digits, string);
    if (!added) known->second.probability += string.probability;
  }

  double total() const { return total_; }

  // Likeliest first.
  std::vector<DigitString> strings() && {
    std::vector<DigitString> out;
    for (auto& [digits, string] : strings_) out.push_back(std::move(string));
    std::ranges::stable_sort(out, std::greater<>(), &DigitString::probability);
    return out;
  }

 private:
  std::map<std::string, DigitString> strings_;
  double total_ = 0;
};

double probability_of_none(const std::vector<DigitString>& strings) {
  const auto none = std::ranges::find(strings, "", &DigitString::digits);
  return none == strings.end() ? 0 : none->probability;
}

}  // namespace

std::vector<DigitString> mean_of(std::vector<std::vector<DigitString>> views) {
  Mixture sum;
  for (std::vector<DigitString>& view : views)
    for (DigitString& string : view)
      sum.add(std::move(string), 1 / static_cast<double>(views.size()));
  return std::move(sum).strings();
}

std::vector<DigitString> parted(std::vector<DigitString> all, const std::vector<DigitString>& pen,
                                const std::vector<DigitString>& print) {
  const double no_pen = probability_of_none(pen), no_print = probability_of_none(print);
  Mixture sum;
  for (const DigitString& string : pen) sum.add(string, no_print / 2);
  for (const DigitString& string : all) sum.add(string, no_print / 2);
  for (const DigitString& string : print)
    if (!string.digits.empty()) sum.add(string, no_pen);
  const double untold = std::max(0.0, 1 - sum.total());
  for (DigitString& string : all) sum.add(std::move(string), untold);
  return std::move(sum).strings();
}

std::vector<DigitString> strings_at(const DigitNetwork& network, const PageImage& image,
                                    const Box& box, std::size_t longest) {
  std::vector<std::vector<DigitString>> seen;
  for (const Box& view : views(box)) seen.push_back(seen_in(network, image, view, longest));
  return mean_of(std::move(seen));
}

}  // namespace vanthu
