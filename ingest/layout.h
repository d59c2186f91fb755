#pragma once
#include <cstddef>
#include <vector>

#include "core/geometry.h"

// The reading order of a page, from the boxes of what stands on it: words of a text layer, or the
// marks (letters) of a page image. Any unit of length.
namespace vanthu {

// Splits the page into regions that are read one after the other: single columns over the whole
// width, and, where a white gutter parts two columns (letterhead, recipients and signature), the
// left column, then the right one. Each region is a list of indices into `boxes`. `em` is the usual
// size of the type.
//
//   ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI ...      -> region 0: the left column
//       QUẬN 6        Độc lập - Tự do ...         region 1: the right column
//               KẾ HOẠCH                          region 2: title and all that follows
std::vector<std::vector<std::size_t>> reading_order(const std::vector<Box>& boxes, double em);

// A printed line of a column, with the room that its tallest letters take. `sure` is false where
// lines may hang together in it; `aside` is true of what lies at the column's right edge far from
// the line's words: a right-aligned number, a piece of a seal.
struct TextRow {
  Box box;
  bool sure = true, aside = false;
};

// The lines of one column of marks, from top to bottom.
std::vector<TextRow> text_rows(const std::vector<Box>& marks, double em);

// The usual size of the type for reading_order: of words (their boxes reach from ascender to
// descender), and of marks (mostly letters without ascenders).
double em_of_words(const std::vector<Box>& boxes);
double em_of_marks(const std::vector<Box>& boxes);

// The box around those of `boxes` that `members` names; members must not be empty.
Box bounds(const std::vector<Box>& boxes, const std::vector<std::size_t>& members);

}  // namespace vanthu
