#include "extract/columns.h"

#include <gtest/gtest.h>

#include <map>

namespace vanthu {
namespace {

TEST(Columns, AreRecognisedByTheirWords) {
  const std::map<std::string, Column> headers = {
      {"STT", Column::ordinal},
      {"TT", Column::ordinal},
      {"Nội dung công việc", Column::content},
      {"Nhiệm vụ cụ thể", Column::content},
      {"Hành động cụ thể", Column::content},
      {"Đơn vị chủ trì", Column::lead},
      {"CƠ QUAN CHỦ TRÌ", Column::lead},
      {"Người thực hiện", Column::lead},
      {"Đơn vị thực hiện", Column::lead},
      {"Bộ ngành phối hợp", Column::support},
      {"Đơn vị phối hợp thực hiện", Column::support},
      {"Thời gian thực hiện", Column::time},
      {"Thời hạn hoàn thành", Column::time},
      {"Tiến độ", Column::time},
      {"Sản phẩm", Column::deliverable},
      {"Kết quả thực hiện", Column::deliverable},
      {"Trục nội dung", Column::axis},
      {"2023", Column::year},
      {"Ghi chú", Column::note},
      {"Kinh phí (đồng)", Column::other},
  };
  for (const auto& [header, column] : headers) EXPECT_EQ(column_of(header), column) << header;
}

}  // namespace
}  // namespace vanthu
