#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/outline_draft.h"
#include "schema/record.h"

// A task table whose columns a text layer has mixed line by line:
//   02 | Công khai, | 4.99 | 4.87 | Phòng | Phòng Tư pháp: Chủ trì nâng điểm Chỉ số nội dung 2 “...”:
//   nghèo            - Niêm yết danh sách hộ nghèo tại nhà văn hóa. Tuyên truyền ... | Trước ngày
// The order of the lines still tells owners from items and what stands under whom; what the narrow
// columns held is lost but for the scores.
namespace vanthu {

// The line is the header of such a table.
bool opens_interleaved(const Draft& draft);
// Reads the lines up to the next part: owners as items "+", their work as items "-" (Node::mixed).
void read_interleaved(Draft& draft);

// The scores that stand in a line and the axis' code, empty where it was not read.
struct ScoreLine {
  std::string code;
  std::vector<double> values;
};
std::optional<ScoreLine> score_line(std::string_view text);
// The years of the columns of scores that a header names.
std::vector<int> header_years(std::string_view header);

}  // namespace vanthu
