#include "normalize/confusion.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/error.h"
#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr float prior_weight = 2;     // of the hand-set distribution, in counts
constexpr float floor_share = 0.03f;  // of it in every probability

// Characters that look alike in print, whatever their marks.
constexpr std::array<std::u32string_view, 14> alike{U"il1jtfrIJLT!|[]/(){}",
                                                    U"oceO0C689QGD@aq©¢",
                                                    U"a4dáou@",
                                                    U"uvwnrhmtiHN",
                                                    U"mnrwhi",
                                                    U"gq9yjps",
                                                    U"bh6lsoàóốo",
                                                    U"sS5§8$azZ2",
                                                    U"eécoê&€a",
                                                    U"kKh&lR",
                                                    U"dđclPDĐB",
                                                    U"BRPE8HFK",
                                                    U"DPQOCGUĐB",
                                                    U"xXvyVYkK"};

// Letters whose capitals differ from them in size only.
constexpr std::u32string_view same_shape = U"ckopsuvwxz";

// What a character looks like.
struct Shape {
  char32_t skeleton = 0, folded = 0;  // without marks; that in lower case
  std::uint16_t sets = 0;             // of `alike` that the character itself is in, a bit each
};

const std::array<Shape, 0x2100> shapes = [] {
  std::array<Shape, 0x2100> out;
  for (char32_t c = 0; c < out.size(); ++c) {
    const char32_t bare = skeleton(c);
    out[c] = {bare, bare >= U'A' && bare <= U'Z' ? bare + 32 : bare, 0};
  }
  for (std::size_t i = 0; i < alike.size(); ++i)
    for (char32_t member : alike[i]) out.at(member).sets |= static_cast<std::uint16_t>(1u << i);
  return out;
}();

Shape shape_of(char32_t c) { return c < shapes.size() ? shapes[c] : Shape{c, c, 0}; }

bool look_alike(char32_t a, char32_t b) { return (shape_of(a).sets & shape_of(b).sets) != 0; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

char32_t fold(char32_t c) { return shape_of(c).folded; }

std::uint8_t class_of(char32_t c) {
  const char32_t letter = fold(c) - U'a';
  return letter < 26 ? static_cast<std::uint8_t>(letter) : 255;
}

float single_prior(char32_t printed, char32_t read) {
  if (printed == read) return 0.45f;
  const Shape a = shape_of(printed), b = shape_of(read);
  if (a.folded != b.folded) return look_alike(a.skeleton, b.skeleton) ? 0.01f : 0.0002f;
  return a.skeleton != b.skeleton && same_shape.find(a.folded) != same_shape.npos ? 0.4f : 0.03f;
}

// True where one of several characters is a digit that is no part of the printed letter.
bool loses_digit(char32_t printed, std::u32string_view read) {
  return std::any_of(read.begin(), read.end(), [&](char32_t c) {
    return is_digit(c) && (read.size() > 2 || !look_alike(fold(printed), c));
  });
}

// The hand-set distribution p(read | printed), not quite summing to one.
float prior(std::u32string_view printed, std::u32string_view read) {
  if (printed.size() == 2) return 1e-7f;
  if (read.size() > 1 && loses_digit(printed[0], read)) return 1e-9f;
  const auto likes = [&](char32_t r) { return fold(r) == fold(printed[0]); };
  switch (read.size()) {
    case 0:
      return 0.005f;
    case 1:
      return single_prior(printed[0], read[0]);
    case 2:
      return likes(read[0]) || likes(read[1]) ? 2e-4f : 5e-6f;
    default:
      return std::any_of(read.begin(), read.end(), likes) ? 1e-6f : 1e-8f;
  }
}

float cost_of(float base, float count, float total) {
  const float learned = (count + prior_weight * base) / (total + prior_weight);
  return -std::log((1 - floor_share) * learned + floor_share * base);
}

// cost_of() of what was never counted, without its part -ln base.
float unseen_cost(float total) {
  return -std::log((1 - floor_share) * prior_weight / (total + prior_weight) + floor_share);
}

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0;;) {
    const std::size_t tab = line.find('\t', i);
    out.push_back(line.substr(i, tab == line.npos ? tab : tab - i));
    if (tab == line.npos) return out;
    i = tab + 1;
  }
}

struct Step {
  float cost = ConfusionModel::infinity();
  std::uint8_t printed = 0, read = 0;  // characters taken
};
using Grid = std::vector<Step>;  // (printed + 1) x (read + 1)

// Cheapest way to every pair of prefixes.
Grid grid_of(const ConfusionModel& model, std::u32string_view printed, std::u32string_view read) {
  const std::size_t width = read.size() + 1;
  Grid grid((printed.size() + 1) * width);
  grid[0].cost = 0;
  for (std::size_t i = 0; i < printed.size(); ++i)
    for (std::size_t j = 0; j <= read.size(); ++j) {
      const float here = grid[i * width + j].cost;
      if (here >= ConfusionModel::infinity()) continue;
      for (std::uint8_t p = 1; p <= 2 && i + p <= printed.size(); ++p)
        for (std::uint8_t r = p == 2 ? 1 : 0; r <= (p == 2 ? 2 : 3) && j + r <= read.size(); ++r) {
          const float cost = here + model.cost(printed.substr(i, p), read.substr(j, r));
          Step& there = grid[(i + p) * width + j + r];
          if (cost < there.cost) there = {cost, p, r};
        }
    }
  return grid;
}

}  // namespace

std::uint64_t ConfusionModel::key(std::u32string_view chunk) {
  std::uint64_t out = chunk.size();
  for (char32_t c : chunk) out = out << 20 | (c & 0xFFFFF);
  return out;
}

void ConfusionModel::add(const Edit& edit, float count) {
  const std::uint64_t read_key = key(edit.read);
  reads_.try_emplace(read_key, edit.read);
  std::vector<Seen>& seen = by_read_[read_key];
  const auto same = std::find_if(seen.begin(), seen.end(),
                                 [&](const Seen& s) { return s.printed == edit.printed; });
  if (same != seen.end())
    same->count += count;
  else
    seen.push_back({edit.printed, count});
  totals_[key(edit.printed)] += count;
  // A pair read as one piece is also evidence that its characters were printed.
  if (edit.printed.size() == 2) totals_[key(edit.printed.substr(0, 1))] += count;
}

ConfusionModel ConfusionModel::from_table(std::string_view table, std::string_view channel) {
  ConfusionModel model;
  std::size_t begin = table.find('\n') + 1;  // after the header
  while (begin < table.size()) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const auto row = fields(table.substr(begin, end - begin));
    begin = end + 1;
    float count = 0;
    if (row.size() != 4 ||
        std::from_chars(row[3].data(), row[3].data() + row[3].size(), count).ec != std::errc())
      throw Error(ErrorCode::model_damaged, "confusions", "line without four fields");
    if (row[0] == channel) model.add({code_points(row[1]), code_points(row[2])}, count);
  }
  return model;
}

float ConfusionModel::cost(std::u32string_view printed, std::u32string_view read) const {
  float count = 0;
  if (const auto seen = by_read_.find(key(read)); seen != by_read_.end())
    for (const Seen& s : seen->second)
      if (s.printed == printed) count = s.count;
  const auto total = totals_.find(key(printed.substr(0, 1)));
  const float all = total == totals_.end() ? 0 : total->second;
  return cost_of(prior(printed, read), count, all);
}

std::vector<Edit> ConfusionModel::align(std::u32string_view printed,
                                        std::u32string_view read) const {
  if (printed.size() > 40 || read.size() > 40) return {};
  const Grid grid = grid_of(*this, printed, read);
  std::vector<Edit> out;
  std::size_t i = printed.size(), j = read.size();
  while (i > 0) {
    const Step& step = grid[i * (read.size() + 1) + j];
    if (step.printed == 0) return {};
    i -= step.printed;
    j -= step.read;
    out.push_back({std::u32string(printed.substr(i, step.printed)),
                   std::u32string(read.substr(j, step.read))});
  }
  std::reverse(out.begin(), out.end());
  return out;
}

float ConfusionModel::align_cost(std::u32string_view printed, std::u32string_view read) const {
  if (printed.empty() || printed.size() > 40 || read.size() > 40) return infinity();
  return grid_of(*this, printed, read).back().cost;
}

std::vector<ConfusionModel::PrintedPair> ConfusionModel::pairs_read_as(
    std::u32string_view read) const {
  std::vector<PrintedPair> out;
  if (const auto seen = by_read_.find(key(read)); seen != by_read_.end())
    for (const Seen& s : seen->second)
      if (s.printed.size() == 2)
        out.push_back({s.printed[0], s.printed[1], class_of(s.printed[0]), class_of(s.printed[1]),
                       cost(s.printed, read)});
  return out;
}

std::vector<float> ConfusionModel::unseen_costs(std::u32string_view letters) const {
  std::vector<float> out;
  for (const char32_t& letter : letters) {
    const auto total = totals_.find(key({&letter, 1}));
    out.push_back(unseen_cost(total == totals_.end() ? 0 : total->second));
  }
  return out;
}

void ConfusionModel::costs(std::u32string_view letters, const std::vector<float>& unseen,
                           std::u32string_view read, float* out) const {
  float base = 0, base_cost = 0;  // most letters have the same
  char32_t last = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    // Only where one character was read does the letter's mark matter.
    const bool alike_last = read.size() != 1 && i > 0 && fold(letters[i]) == last;
    last = fold(letters[i]);
    if (const float here = alike_last ? base : prior(letters.substr(i, 1), read); here != base) {
      base = here;
      base_cost = -std::log(base);
    }
    out[i] = base_cost + unseen[i];
  }
  if (const auto seen = by_read_.find(key(read)); seen != by_read_.end())
    for (const Seen& s : seen->second)
      if (const std::size_t at = letters.find(s.printed); at != letters.npos)
        out[at] = cost(s.printed, read);
}

std::vector<ConfusionModel::Count> ConfusionModel::counts() const {
  std::vector<Count> out;
  for (const auto& [read, seen] : by_read_)
    for (const Seen& s : seen) out.push_back({{s.printed, reads_.at(read)}, s.count});
  std::sort(out.begin(), out.end(), [](const Count& a, const Count& b) {
    return std::tie(a.edit.printed, a.edit.read) < std::tie(b.edit.printed, b.edit.read);
  });
  return out;
}

}  // namespace vanthu
