#pragma once
#include <string>
#include <string_view>

#include "extract/date_rules.h"
#include "extract/number.h"
#include "extract/rule.h"

// The pieces that patterns of document numbers are made of. None has a group of its own.
namespace vanthu {

inline const std::string dash = "[-–—‐‑−]";
inline const std::string serial = "[0-9]{1,5}[a-zđ]?";
// NĐ, CTr, QH15, BGDĐT: begins with a capital.
inline const std::string symbol_group =
    R"((?-i:[A-ZĐÐƯƠÔ][A-Za-zĐđÐƯưƠơÔô0-9&.]*[A-Za-zĐđÐƯư0-9]|[A-ZĐÐ]))";
// A dash with spaces around it joins codes in capitals only: "11/CT - UBND", but not
// "15/QĐ-UBND - Phòng Nội vụ".
inline const std::string dashed_symbol =
    symbol_group + "(?:" + dash + symbol_group + "| " + dash + " (?-i:[A-ZĐÐ][A-ZĐÐ0-9]+))+";

// The rules of find_numbers, for tests and for `explain`.
const Grammar<Number, NoContext>& number_grammar();

// Every dash as "-".
std::string plain_dashes(std::string_view text);

}  // namespace vanthu
