#pragma once
#include <vector>

#include "normalize/document.h"

namespace vanthu {

// Fills the numerals of the lines whose heading has a misread Roman numeral. A heading's numeral
// follows the one before it or is I, so that the series decides what letters cannot:
//   "I. MUC DICH"  "11. NHIEM VU"  "Ill. TO CHUC THUC HIEN"  ->  "", "II", "III"
// Digits are taken for a numeral only before capitals. Numerals go to XXXIX.
void find_misread_numerals(const Text& text, std::vector<DocumentLine>& lines);

}  // namespace vanthu
