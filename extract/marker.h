#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

// What opens a numbered or bulleted paragraph, outermost first: the order is the order in which
// they nest where nothing else is known.
enum class MarkerKind {
  part,     // Phần I, PHẦN THỨ NHẤT
  chapter,  // Chương II
  section,  // Mục 1, Tiểu mục 1
  article,  // Điều 3.
  capital,  // A.
  roman,    // IV.
  number,   // 1.  1.1.  2)
  letter,   // a)  đ)
  dash,     // -
  plus,     // +
  dot       // • * o
};

struct Marker {
  MarkerKind kind = MarkerKind::dash;
  int depth = 1;          // of 1.1.1: 3
  std::string text;       // as printed: "1.1.", "Điều 3."
  std::size_t bytes = 0;  // up to the text that follows
  bool weak = false;      // a small letter follows: may be a line that goes on
  // Same place in the numbering: 1.2. and 1.3., a) and b).
  bool same_rank(const Marker& other) const { return kind == other.kind && depth == other.depth; }
  bool above(const Marker& other) const {
    return kind != other.kind ? kind < other.kind : depth < other.depth;
  }
};

// The marker that opens a line. Not "1022 thuộc ...", "5.000 đồng", "30/6", "14-KL/TW", "I" alone.
std::optional<Marker> marker_of(std::string_view line);

}  // namespace vanthu
