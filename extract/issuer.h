#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/outline.h"

namespace vanthu {

// The bodies that a letterhead's left column names, outermost first, each in capitals as printed
// and on one line: {"ỦY BAN NHÂN DÂN", "QUẬN 1"} -> {"ỦY BAN NHÂN DÂN QUẬN 1"}; {"UBND QUẬN 1",
// "PHÒNG NỘI VỤ"} -> both.
std::vector<std::vector<std::size_t>> group_bodies(const std::vector<std::string>& lines);

// The issuer's full name: an office of a committee takes the committee's area from the body above
// it ("Văn phòng Ủy ban nhân dân" under "Ủy ban nhân dân Quận 1"), a bare "Văn phòng" its name.
std::string with_area(const std::string& issuer, const std::string& parent);

// The name with its one word that is no syllable ("Trường Tiểu học Hòa BINII") as the text has it
// wherever it has the others; as it is where the text has it once only, or not.
std::string as_in_text(const std::string& name, const Outline& outline);

}  // namespace vanthu
