#pragma once
#include <string>
#include <vector>

#include "core/scan.h"
#include "ingest/raster.h"

namespace vanthu {

// The ruled tables that the drawn lines of an `Ink` make, from top to bottom, boxes in its pixels.
// Rows, columns and spanning cells follow the lines that part them; a table that is open at the
// page's end (or has no outer border) is closed where its lines end. Two tables that touch but do
// not share their columns are two. Letterhead rules, underlines and the boxes of stamps are none.
std::vector<Table> find_tables(const Ink& ink);

// The table as text for tests, a line per row; "<" is covered by the cell to the left, "^" by the
// one above:
//   a b c
//   d < <
std::string dump(const Table& table);

}  // namespace vanthu
