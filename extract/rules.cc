#include "extract/rules.h"

#include <array>

#include "extract/date_rules.h"
#include "extract/deadline_rules.h"
#include "extract/moment_rules.h"
#include "extract/number_rules.h"

namespace vanthu {
namespace {

struct Plain {
  std::string_view field, name, phrase;
};

// Those that go by a line's place in the document, not by a pattern.
constexpr std::array by_place{
    Plain{"letterhead", "number left blank", "Số:      /KH-UBND"},
    Plain{"letterhead", "number in the appendix's title", "(Kèm theo Kế hoạch số 5/KH-UBND ...)"},
    Plain{"letterhead", "date in the appendix's title", "(Kèm theo ... ngày 03/02/2025 ...)"},
    Plain{"letterhead", "kind by the title line", "KẾ HOẠCH"},
    Plain{"letterhead", "kind by the number's symbol", "5/KH-UBND"},
    Plain{"letterhead", "letter: no title, symbol without a kind", "1228/UBND-NC"},
    Plain{"letterhead", "place before the date", "Kim Bôi, ngày 03 tháng 02 năm 2025"},
    Plain{"letterhead", "date line", "Kim Bôi, ngày 03 tháng 02 năm 2025"},
    Plain{"letterhead", "date line without its day", "Kim Bôi, ngày   tháng 02 năm 2025"},
    Plain{"letterhead", "issuer in the letterhead", "ỦY BAN NHÂN DÂN HUYỆN KIM BÔI"},
    Plain{"letterhead", "body above the issuer in the letterhead", "BỘ NỘI VỤ / CỤC VĂN THƯ"},
    Plain{"letterhead", "trích yếu", "Phát triển du lịch năm 2025; V/v rà soát biên chế"},
    Plain{"closing", "signature block", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lò Văn Pén"},
    Plain{"closing", "lines of Nơi nhận", "Nơi nhận: - Như trên; - Lưu: VT."},
    Plain{"axis", "axis by a heading", "Chỉ số nội dung 1 \"Tham gia của người dân\""},
    Plain{"axis", "axis by a group row", "II | Lĩnh vực văn hóa"},
    Plain{"axis", "axis by a table's column", "Trục nội dung | 1. Tham gia của người dân"},
    Plain{"task", "lowest item", "- Rà soát biên chế."},
    Plain{"task", "paragraph that states a duty", "Giao Phòng Nội vụ rà soát biên chế."},
    Plain{"task", "row of a task table", "1 | Rà soát biên chế | Phòng Nội vụ | Quý II"},
    Plain{"unit", "unit that is given the duty", "Giao Phòng Nội vụ ..."},
    Plain{"unit", "unit at the start", "Phòng Nội vụ: Chủ trì ..."},
    Plain{"unit", "unit after \"phối hợp\"", "phối hợp với Sở Tài chính"},
    Plain{"unit", "unit in a list", "Văn phòng; Phòng Tư pháp"},
};

template <typename Value, typename Context>
void add(std::string_view field, const Grammar<Value, Context>& grammar,
         std::vector<RuleDescription>& out) {
  for (const auto& rule : grammar.rules())
    out.push_back({std::string(field), std::string(rule.name), std::string(rule.phrase)});
}

}  // namespace

std::vector<RuleDescription> all_rules() {
  std::vector<RuleDescription> out;
  for (const Plain& rule : by_place)
    out.push_back({std::string(rule.field), std::string(rule.name), std::string(rule.phrase)});
  add("number", number_grammar(), out);
  add("date", date_grammar(), out);
  add("period", period_grammar(), out);
  for (const LeadRule& rule : lead_rules())
    out.push_back({"deadline", std::string(rule.name), std::string(rule.phrase)});
  add("deadline", cell_grammar(), out);
  add("moment", moment_grammar(), out);
  return out;
}

}  // namespace vanthu
