#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/outline.h"

namespace vanthu {

// What a column of a task table holds, recognised by its header's words, not by its place.
enum class Column {
  other,
  ordinal,      // STT, TT
  axis,         // Trục nội dung, Lĩnh vực
  content,      // Nhiệm vụ, Nội dung công việc, Hành động cụ thể
  lead,         // Đơn vị chủ trì, Người thực hiện
  support,      // Đơn vị phối hợp
  time,         // Thời gian, Thời hạn hoàn thành
  deliverable,  // Sản phẩm, Kết quả
  note,         // Ghi chú
  year          // 2023: scores of that year
};

Column column_of(std::string_view header);

// A header names at least two columns, or consists of the columns' numbers: (1) (2) (3).
bool is_header_row(const Row& row);

// The columns of a table by its header rows; empty where it has none.
struct Columns {
  std::vector<Column> kinds;
  std::vector<std::string> headers;  // the words of each, as printed

  bool empty() const { return kinds.empty(); }
  // The first, the last column of a kind.
  std::optional<std::size_t> first(Column kind) const;
  std::optional<std::size_t> last(Column kind) const;
  // Rows that name work to be done and who or when: the rows are tasks.
  bool is_task_table() const;
};
Columns columns_of(const std::vector<Row>& rows);

}  // namespace vanthu
