#pragma once
#include <string>

#include "core/geometry.h"
#include "ingest/page_reader.h"

namespace vanthu {

// The strokes of print of one height, from left to right, as seen at the middle of their height:
//   'I' an upright one     'V', 'X' pairs that meet, and cross     '/' one that leans right
//   '1' an upright one with the flag of a digit                     '?' anything else
// Of two letters whose serifs touch the strokes are still apart there, which a network that reads
// whole lines overlooks: it takes II for H and III for HI.
//   "III" -> "III"   "II/2025" -> "II/????"   "TH" -> "??"   "VI" -> "VI"
// Empty where the box holds no line of print, or marks above or below it (as of Ị).
std::string strokes_in(const PageImage& image, const Box& box);

}  // namespace vanthu
