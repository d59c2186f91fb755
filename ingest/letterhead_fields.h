#pragma once
#include <optional>
#include <vector>

#include "core/scan.h"
#include "ingest/coloured_ink.h"
#include "ingest/page_reader.h"

namespace vanthu {

// Where a letterhead has digits: between "Số:" and the symbol's stroke, "ngày" and "tháng",
// "tháng" and "năm". What was read there does not matter: it may be nothing or nonsense.
struct FieldPlace {
  DigitField::Part part;
  Box box;  // pixels; digit_line_height high
};

// The places on a page image by the lines that were read on it, at most one of each part. `height`
// and `width` are the page's; `points_per_pixel` its scale.
std::vector<FieldPlace> letterhead_fields(const std::vector<PageReader::ReadLine>& lines,
                                          double width, double height, double points_per_pixel);

// The digits at these places, boxes and middles in pixels of the image; `inks` are its parted inks.
std::vector<DigitField> read_fields(const PageImage& image, const std::optional<PartedInk>& inks,
                                    const std::vector<FieldPlace>& places);

}  // namespace vanthu
