#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/columns.h"
#include "schema/record.h"

namespace vanthu {

// "III. Lĩnh vực cải cách TTHC", "01 Tham gia của người dân ở cấp cơ sở": code without leading
// zeros, and name; none where no code is printed.
std::optional<Axis> axis_of_label(std::string_view label);

// A heading that opens an axis: "Chỉ số nội dung 1 “Tham gia của người dân”: ...", "Trục nội dung
// 2: Công khai, minh bạch".
std::optional<Axis> axis_of_heading(std::string_view heading);

// The one axis that a text names by number and quoted name: "Phòng Nội vụ: Chủ trì nâng điểm Chỉ số
// nội dung 1 “Tham gia của người dân” như sau:"; none where it names several.
std::optional<Axis> axis_named(std::string_view text);

// The axis and sub-axes of a table's axis cell with its scores; the first is the axis itself.
//   01 | Tham gia của người dân 1.1. Tri thức công dân 1.2. Cơ hội tham gia | 4.06 | 4.57
std::vector<Axis> axes_of_row(const Row& row, const Columns& columns);

// The axis that a group row of a task table opens, if its groups are axes: those of the outermost
// numbering in the table.
bool is_axis_group(const std::vector<Row>& rows, const Row& group);

// The text of a group row: "III Lĩnh vực cải cách TTHC".
std::string group_text(const Row& group);

}  // namespace vanthu
