#include "ingest/roman_strokes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace vanthu {
namespace {

// Multiples of the letters' height.
constexpr double band_top = 0.3, band_bottom = 0.7;  // where no serif or flag reaches
constexpr double max_stroke = 0.35;                  // width
constexpr double max_drift = 0.06;                   // of an upright stroke over the band
constexpr double min_lean = 0.08, max_lean = 0.3;    // of a slanting one
constexpr double head = 0.28;                        // where serifs, bars and flags are
constexpr double max_serif = 0.35;                   // from the middle of an I; a T reaches further
constexpr double min_flag = 0.1;                     // that a 1 reaches further to the left
constexpr double max_speck = 0.12;
constexpr int min_height = 14;  // pixels; less shows no strokes
constexpr int min_contrast = 90;

struct Run {
  int y = 0, begin = 0, end = 0;
  double middle() const { return (begin + end) / 2.0; }
};

// The runs of one connected part of the band, by row.
using Part = std::vector<Run>;

class Clip {
 public:
  Clip(const PageImage& image, const Box& box)
      : image_(image),
        x0_(std::clamp(static_cast<int>(box.x0), 0, image.width)),
        x1_(std::clamp(static_cast<int>(std::ceil(box.x1)), x0_, image.width)),
        y0_(std::clamp(static_cast<int>(box.y0), 0, image.height)),
        y1_(std::clamp(static_cast<int>(std::ceil(box.y1)), y0_, image.height)) {
    if (x0_ == x1_) return;
    int dark = 255, light = 0;
    for (int y = y0_; y < y1_; ++y)
      for (int x = x0_; x < x1_; ++x) {
        dark = std::min<int>(dark, image.at(x, y));
        light = std::max<int>(light, image.at(x, y));
      }
    level_ = light - dark >= min_contrast ? (dark + light) / 2 : 0;
    widen();
  }

  std::vector<Run> runs(int y) const {
    std::vector<Run> out;
    for (int x = x0_; x < x1_; ++x) {
      if (image_.at(x, y) >= level_) continue;
      if (out.empty() || out.back().end < x) out.push_back({y, x, x});
      out.back().end = x + 1;
    }
    return out;
  }

  // The rows of the tallest stretch of ink; none where another one stands above or below it.
  std::optional<Span> rows() const {
    std::vector<Span> all;
    for (int y = y0_; y < y1_; ++y) {
      if (runs(y).empty()) continue;
      const auto row = static_cast<std::size_t>(y);
      if (all.empty() || all.back().end < row) all.push_back({row, row});
      all.back().end = row + 1;
    }
    const auto tallest = std::max_element(all.begin(), all.end(),
                                          [](Span a, Span b) { return a.size() < b.size(); });
    if (tallest == all.end() || tallest->size() < min_height) return std::nullopt;
    const double speck = max_speck * static_cast<double>(tallest->size());
    for (const Span& other : all)
      if (other != *tallest && static_cast<double>(other.size()) > speck) return std::nullopt;
    return *tallest;
  }

 private:
  // An engine's box may cut the first and the last letter.
  void widen() {
    const int most = y1_ - y0_;
    for (int i = 0; i < most && x0_ > 0 && has_ink(x0_); ++i) --x0_;
    for (int i = 0; i < most && x1_ < image_.width && has_ink(x1_ - 1); ++i) ++x1_;
  }

  bool has_ink(int x) const {
    for (int y = y0_; y < y1_; ++y)
      if (image_.at(x, y) < level_) return true;
    return false;
  }

  const PageImage& image_;
  int x0_, x1_, y0_, y1_;
  int level_ = 0;  // below: ink
};

// The connected parts of the rows, from left to right.
std::vector<Part> parts_of(const Clip& clip, int top, int bottom) {
  std::vector<Part> parts;
  for (int y = top; y < bottom; ++y)
    for (const Run& run : clip.runs(y)) {
      Part* home = nullptr;
      for (Part& part : parts) {
        const bool touches = std::any_of(part.begin(), part.end(), [&](const Run& other) {
          return other.y == y - 1 && other.begin <= run.end && other.end >= run.begin;
        });
        if (!touches) continue;
        if (!home) {
          home = &part;
        } else {
          home->insert(home->end(), part.begin(), part.end());
          part.clear();
        }
      }
      if (!home) home = &parts.emplace_back();
      home->push_back(run);
    }
  std::erase_if(parts, [](const Part& part) { return part.empty(); });
  for (Part& part : parts)
    std::sort(part.begin(), part.end(), [](const Run& a, const Run& b) {
      return a.y != b.y ? a.y < b.y : a.begin < b.begin;
    });
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.front().begin < b.front().begin; });
  return parts;
}

bool is_speck(const Part& part, double height) {
  const auto [left, right] = std::minmax_element(
      part.begin(), part.end(), [](const Run& a, const Run& b) { return a.middle() < b.middle(); });
  return part.back().y - part.front().y < max_speck * height &&
         right->end - left->begin < max_speck * height;
}

char lone_stroke(const Part& part, double height) {
  const double drift = (part.back().middle() - part.front().middle()) / height;
  const bool thin = std::all_of(part.begin(), part.end(), [&](const Run& run) {
    return run.end - run.begin <= max_stroke * height;
  });
  if (!thin || std::abs(drift) > max_lean) return '?';
  if (std::abs(drift) <= max_drift) return 'I';
  return std::abs(drift) < min_lean ? '?' : drift > 0 ? '\\' : '/';
}

// Two strokes that hang together: V where both sides close in, X where they part again.
char joined_strokes(const std::vector<Run>& sides, double height) {
  const Run &first = sides.front(), &last = sides.back(), &middle = sides[sides.size() / 2];
  const double lean = min_lean * height / 2;
  const bool closes = middle.begin - first.begin > lean && first.end - middle.end > lean;
  if (!closes) return '?';
  if (middle.begin - last.begin > lean && last.end - middle.end > lean) return 'X';
  return last.begin - middle.begin > lean && middle.end - last.end > lean ? 'V' : '?';
}

// From the outermost left to the outermost right of each row.
std::vector<Run> sides_of(const Part& part) {
  std::vector<Run> out;
  for (const Run& run : part) {
    if (out.empty() || out.back().y != run.y) out.push_back(run);
    out.back().end = std::max(out.back().end, run.end);
  }
  return out;
}

struct Stroke {
  char kind = '?';
  Run top;  // where it enters the band
};

Stroke stroke_of(const Part& part, int top, int bottom, double height) {
  Stroke out{'?', part.front()};
  const std::vector<Run> sides = sides_of(part);
  if (part.front().y > top || part.back().y < bottom - 1) return out;
  out.kind =
      sides.size() == part.size() ? lone_stroke(part, height) : joined_strokes(sides, height);
  return out;
}

// The ink that holds the stroke at that row.
Run held(const std::vector<Run>& runs, const Run& stroke) {
  for (const Run& run : runs)
    if (run.begin <= stroke.middle() && run.end > stroke.middle()) return run;
  return stroke;
}

class StrokeReader {
 public:
  StrokeReader(const Clip& clip, Span rows)
      : clip_(clip),
        top_(static_cast<int>(rows.begin)),
        bottom_(static_cast<int>(rows.end)),
        height_(bottom_ - top_) {}

  std::string strokes() const {
    const int top = at(band_top), bottom = at(band_bottom);
    std::vector<Stroke> all;
    for (const Part& part : parts_of(clip_, top, bottom))
      if (!is_speck(part, height_)) all.push_back(stroke_of(part, top, bottom, height_));
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double left = i > 0 ? all[i - 1].top.middle() : -1e9;
      const double right = i + 1 < all.size() ? all[i + 1].top.middle() : 1e9;
      out += all[i].kind == 'I' ? upright(all[i].top, left, right) : all[i].kind;
    }
    return with_pairs(out);
  }

 private:
  int at(double share) const { return top_ + static_cast<int>(std::lround(share * height_)); }

  // What an upright stroke is, by its head; `left` and `right` are its neighbours, whose serifs may
  // touch its own.
  char upright(const Run& stroke, double left, double right) const {
    const double middle = stroke.middle();
    double to_left = 0, to_right = 0;
    for (int y = top_; y < at(head); ++y) {
      const Run run = held(clip_.runs(y), stroke);
      to_left = std::max(to_left, std::min(middle - run.begin, (middle - left) / 2));
      to_right = std::max(to_right, std::min(run.end - middle, (right - middle) / 2));
    }
    if (std::max(to_left, to_right) > max_serif * height_) return '?';
    return to_left - to_right > min_flag * height_ ? '1' : 'I';
  }

  static std::string with_pairs(const std::string& strokes) {
    std::string out;
    for (const char c : strokes) {
      if (c == '/' && !out.empty() && out.back() == '\\')
        out.back() = 'V';
      else
        out += c;
    }
    return out;
  }

  const Clip& clip_;
  int top_, bottom_;
  double height_;
};

}  // namespace

std::string strokes_in(const PageImage& image, const Box& box) {
  const Clip clip(image, box);
  const auto rows = clip.rows();
  return rows ? StrokeReader(clip, *rows).strokes() : "";
}

}  // namespace vanthu
