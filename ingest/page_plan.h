#pragma once
#include <vector>

#include "core/scan.h"
#include "ingest/page_reader.h"
#include "ingest/raster.h"

namespace vanthu {

// One part of the page in reading order: a column of text or a table's cells.
struct Part {
  int table = -1;           // index into PagePlan::tables
  Span regions;             // of PagePlan::regions
  std::vector<Span> cells;  // of a table: the regions of each cell, none where it is empty
};

// What is to be read of a page image, and in which order. Boxes are in the image's pixels.
struct PagePlan {
  std::vector<Table> tables;  // from top to bottom
  std::vector<Box> blots;     // what is no text: the tables' drawn lines, specks
  std::vector<Region> regions;
  std::vector<Part> parts;
};

// The plan for an image `scale` times as large as the image that the ink was seen on.
PagePlan plan_page(const Ink& ink, double scale);

}  // namespace vanthu
