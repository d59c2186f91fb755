#include "ingest/stray_specks.h"

#include <algorithm>

namespace vanthu {
namespace {

// Multiples of the type's size.
constexpr double max_speck = 0.14;                        // each side; a full stop has 0.1
constexpr double min_letter = 0.36;                       // height
constexpr double accent_reach = 0.4, accent_side = 0.08;  // from a letter's top, foot and sides
constexpr double stop_reach = 0.3;                        // behind a letter
constexpr double descent = 0.35, fall = 0.15;  // of a letter's foot below and above the stop's
constexpr double colon_height = 0.6;           // from its upper dot's foot to the lower one's head

class Dust {
 public:
  Dust(const std::vector<Box>& marks, double em) : marks_(marks), em_(em) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Box& mark = marks[i];
      if (mark.height() >= min_letter * em)
        holders_.push_back(mark);
      else if (std::max(mark.width(), mark.height()) <= max_speck * em)
        dots_.push_back(i);
    }
    std::sort(dots_.begin(), dots_.end(),
              [&](std::size_t a, std::size_t b) { return marks[a].x0 < marks[b].x0; });
  }

  std::vector<std::size_t> strays() {
    std::vector<std::size_t> out;
    for (const std::size_t i : dots_) {
      if (!is_held(marks_[i]))
        out.push_back(i);
      else
        holders_.push_back(marks_[i]);  // the next dot of a row of dots
    }
    return out;
  }

 private:
  bool is_held(const Box& dot) const {
    return std::any_of(holders_.begin(), holders_.end(), [&](const Box& letter) {
      return is_accent(dot, letter) || is_stop(dot, letter) ||
             (is_behind(dot, letter) && is_upper_dot(dot));
    });
  }

  bool is_accent(const Box& dot, const Box& letter) const {
    const double side = accent_side * em_, reach = accent_reach * em_;
    return letter.height() >= min_letter * em_ && dot.x1 > letter.x0 - side &&
           dot.x0 < letter.x1 + side && letter.y0 - dot.y1 <= reach && dot.y0 - letter.y1 <= reach;
  }

  bool is_behind(const Box& dot, const Box& letter) const {
    return dot.x0 >= letter.x1 - accent_side * em_ && dot.x0 - letter.x1 <= stop_reach * em_ &&
           dot.y0 >= letter.y0 && dot.y1 <= letter.y1 + fall * em_;
  }

  bool is_stop(const Box& dot, const Box& letter) const {
    return dot.x0 >= letter.x1 - accent_side * em_ && dot.x0 - letter.x1 <= stop_reach * em_ &&
           letter.y1 - dot.y1 <= descent * em_ && dot.y1 - letter.y1 <= fall * em_;
  }

  // Of a colon or semicolon.
  bool is_upper_dot(const Box& dot) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const Box& lower) {
      return lower.height() < min_letter * em_ && lower.x0 < dot.x1 && lower.x1 > dot.x0 &&
             lower.y0 > dot.y1 && lower.y0 - dot.y1 <= colon_height * em_;
    });
  }

  const std::vector<Box>& marks_;
  double em_;
  std::vector<std::size_t> dots_;
  std::vector<Box> holders_;  // letters, and dots that are no strays
};

}  // namespace

std::vector<std::size_t> stray_specks(const std::vector<Box>& marks, double em) {
  return Dust(marks, em).strays();
}

}  // namespace vanthu
