#pragma once
#include "core/geometry.h"
#include "ingest/page_reader.h"
#include "ingest/raster.h"

namespace vanthu {

// True where the text lines run up or down the image: letters are nearer to each other than lines
// are, so most marks have their nearest neighbour above or below. False where too few marks tell.
bool lies_sideways(const Ink& ink);

// The image turned clockwise by that many quarters.
PageImage turned(const PageImage& image, int quarters);

// Where a box of the turned image was in the image of that width and height.
Box unturned(const Box& box, int quarters, double width, double height);

}  // namespace vanthu
