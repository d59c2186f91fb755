#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/number.h"

namespace vanthu {

// The longest name of a kind of document that `text` ends with, as in the table of kinds:
// "theo kế hoạch phối hợp" -> "Kế hoạch phối hợp".
std::optional<std::string> kind_at_end(std::string_view text);

// Words as they are compared (letters.h), joined by single spaces.
std::string folded_words(std::string_view text);

}  // namespace vanthu
