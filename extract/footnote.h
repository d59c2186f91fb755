#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/layout.h"
#include "extract/outline.h"

namespace vanthu {

// The number that opens a footnote's line: "¹ Quyết định số ...", "2 Luật Đất đai năm 2024".
std::optional<int> footnote_number(std::string_view line);

// True where a word of the passages carries the mark of footnote `number`: "nhà nước¹", "hành1".
bool has_mark(std::string_view text, int number);

// Takes the marks of footnotes off the words of a passage: superscripts always, plain digits only
// those of `numbers`. "m²" and "PC06" stay.
Passage without_marks(Passage passage, const std::vector<int>& numbers);

}  // namespace vanthu
