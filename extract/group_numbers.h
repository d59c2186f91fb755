#pragma once
#include <vector>

#include "extract/outline.h"

namespace vanthu {

// Marks the group rows of a table that bear Roman numerals, and mends numerals that were misread:
// they rise by one from group to group, and what was read must look like what is printed ("I", "H",
// "HI", "1V" -> I, II, III, IV). Tables whose groups bear no Roman numerals stay as they are.
void number_groups(std::vector<Row>& rows);

}  // namespace vanthu
