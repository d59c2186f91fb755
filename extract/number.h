#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/date.h"
#include "extract/match.h"
#include "schema/record.h"

namespace vanthu {

// Document numbers in NFC text, canonical in their value: "45 /KH-UBND", "120/2020/NĐ-CP",
// "98/2023/QH15", "05-CTr/QU", "1228/UBND-NCPC". Not "số 10/2", "24/7", scores or phone numbers.
std::vector<Match<Number>> find_numbers(std::string_view text);

// The number of a letterhead's line "Số: 45 /KH-UBND"; the serial may be blank ("Số: /KH-UBND").
std::optional<Match<Number>> letterhead_number(std::string_view line);

// One mention of another document, with the kind, date and issuer that stand beside its number.
struct Mention {
  Number number;
  std::optional<std::string> kind;       // as cited: Quyết định
  std::optional<std::string> issued_on;  // YYYY-MM-DD
  std::optional<std::string> issuer;     // abbreviations expanded
};

// Every mention in a passage, lists included ("các Nghị định số 108/2020/NĐ-CP và số
// 120/2020/NĐ-CP").
std::vector<Match<Mention>> find_mentions(std::string_view text);

// Kind by the official abbreviation that opens a symbol ("KH-UBND" -> KH / Kế hoạch), or by the
// title line ("KẾ HOẠCH"); none where unknown.
std::optional<DocumentKind> kind_of_symbol(std::string_view symbol);
std::optional<DocumentKind> kind_of_title(std::string_view title);

}  // namespace vanthu
