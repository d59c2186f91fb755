#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/match.h"
#include "extract/tokens.h"

namespace vanthu {

// Whose area is dropped from the end of subordinate units' names.
struct UnitScope {
  std::string issuer;  // canonical name of the issuer, e.g. Ủy ban nhân dân Quận 1
};

// "UBND phường" -> "Ủy ban nhân dân phường": abbreviations expanded, capitals to normal case,
// "uỷ" to "ủy" in the formula "Ủy ban". The area stays.
std::string expand_unit(std::string_view name);

// The name under which a unit is counted: expanded, and the issuer's own area dropped from the end
// of a subordinate unit's name ("Phòng Nội vụ Quận 1" and "Phòng Nội vụ quận" -> "Phòng Nội vụ").
std::string canonical_unit(std::string_view name, const UnitScope& scope);

// A letterhead's or heading's capitals in normal case: "ỦY BAN NHÂN DÂN QUẬN 1" -> "Ủy ban nhân dân
// Quận 1", "PHÓ CHỦ TỊCH" -> "Phó Chủ tịch".
std::string normal_case(std::string_view capitals);

// A list of units as it stands in a table cell or a heading, split as record-guide.md says; each as
// printed. "Văn phòng UBND, Trung tâm CNTT" -> two; "Thủ trưởng cơ quan, đơn vị; Chủ tịch UBND 10
// phường" -> two; "Phòng Văn hóa và Thông tin" -> one.
std::vector<Match<std::string>> split_units(std::string_view list);

// Below `words` are the tokens of `text`, for a text of which several things are asked.

// The units named at the start of an item or heading as those who answer for it: "Phòng Nội vụ:
// Chủ trì ...", "Giao Phòng Tư pháp ...", "Đề nghị Sở Y tế, Công an tỉnh phối hợp ...", "Sở Tài
// chính hướng dẫn ...". Empty where the text does not open with a unit.
std::vector<Match<std::string>> leading_units(std::string_view text);
std::vector<Match<std::string>> leading_units(std::string_view text, TokenView words);

// The units after "phối hợp (với)" in a task's text; groups as named.
std::vector<Match<std::string>> support_units(std::string_view text);
std::vector<Match<std::string>> support_units(std::string_view text, TokenView words);

// True where the whole text is a unit's name or a list of them (a heading such as "2.1. Phòng Nội
// vụ Quận 1" without its number).
bool is_unit_list(std::string_view text);
bool is_unit_list(TokenView words);

}  // namespace vanthu
