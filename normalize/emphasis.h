#pragma once
#include <string>
#include <vector>

namespace vanthu {

// Drops the marks of emphasis that text files carry (*italic*, **bold**) from a page's words, where
// an opening mark has its closing one; a lone asterisk ("(*)", "5*3") stays. A mark opens before a
// letter, digit or quote and closes after visible text, as in CommonMark. Words may become empty.
//   {"**trong", "Quý", "2.**"} -> {"trong", "Quý", "2."}
void drop_emphasis(std::vector<std::string>& words);

}  // namespace vanthu
