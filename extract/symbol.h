#pragma once
#include <string>

namespace vanthu {

// A number's symbol with the abbreviation of its kind as the title has it, where a single letter
// was misread: "GT-UBND" of a CHỈ THỊ (CT) is "CT-UBND". Any other symbol is left as it is.
std::string symbol_of_kind(const std::string& symbol, const std::string& code);

}  // namespace vanthu
