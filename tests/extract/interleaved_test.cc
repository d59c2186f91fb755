#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

// Tables whose columns a text layer has mixed line by line.
namespace vanthu {
namespace {

using testing::ElementsAre;

Record read() {
  return plain_document(
             "ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 15/KH-UBND\n\nAn Bình, ngày 03 tháng 02 năm 2025\n\n"
             "KẾ HOẠCH\nNâng cao chỉ số phục vụ\n\nI. NHIỆM VỤ\n1. Phòng Kinh tế: Mở lớp.\n\n"
             "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\n\n\fPHỤ LỤC\n\n"
             "Trục nội dung | 2022 | 2023 | 2024 Đơn vị Nhiệm vụ được giao Thời gian\n"
             "chủ trì hoàn thành\n"
             "01 Tham gia | 4.06 | 4.57 | 4.61 | Phòng Phòng Nội vụ xã: Chủ trì nâng điểm Chỉ số "
             "nội dung 1 “Tham\n"
             "gia của người dân” với các nội dung như sau:\n"
             "cấp cơ sở - Bồi dưỡng tổ trưởng tổ dân phố về cách lấy ý kiến người dân trong | "
             "Trước "
             "ngày\n"
             "nhiệm kỳ mới tại tất cả các thôn, tổ dân phố.\n"
             "30 tháng 9\n"
             "năm 2025\n"
             "- Niêm yết các khoản đóng góp tại nhà văn hóa; báo cáo kết quả định kỳ hàng quý\n"
             "cho Ủy ban nhân dân xã.\n"
             "Trục nội dung | 2022 | 2023 | 2024 Nhiệm vụ được giao hoàn thành\n"
             "+ Phòng Tư pháp xã: Nâng điểm Chỉ số nội dung 2 “Công khai” với các nội dung sau:\n"
             "- Trả lời đơn thư của người dân trong thời hạn mà luật cho phép, không để tồn "
             "đọng.\n")
      .record();
}

TEST(Interleaved, ItemsOwnersAndAxesByTheOrderOfTheLines) {
  const Record record = read();
  std::vector<std::string> texts, axes;
  for (const Task& task : record.tasks)
    texts.push_back(task.axis.value_or("-") + " " + (task.lead.empty() ? "" : task.lead[0]) + ": " +
                    task.text);
  EXPECT_THAT(
      texts,
      ElementsAre("- Phòng Kinh tế: Phòng Kinh tế: Mở lớp.",
                  "1 Phòng Nội vụ: Bồi dưỡng tổ trưởng tổ dân phố về cách lấy ý kiến người dân "
                  "trong nhiệm kỳ mới tại tất cả các thôn, tổ dân phố.",
                  "1 Phòng Nội vụ: Niêm yết các khoản đóng góp tại nhà văn hóa; báo cáo kết quả "
                  "định kỳ hàng quý cho Ủy ban nhân dân xã.",
                  "2 Phòng Tư pháp: Trả lời đơn thư của người dân trong thời hạn mà luật cho phép, "
                  "không để tồn đọng."));
  for (const Axis& axis : record.axes) axes.push_back(axis.code + " " + axis.name);
  EXPECT_THAT(axes, ElementsAre("1 Tham gia của người dân", "2 Công khai"));
  EXPECT_EQ(record.axes[0].scores, (std::vector<Score>{{2022, 4.06}, {2023, 4.57}, {2024, 4.61}}));
}

TEST(Interleaved, AxesAndScoresThatStandElsewhere) {
  const Record record =
      plain_document(
          "KẾ HOẠCH\nNâng cao chỉ số phục vụ\n\nI. NHIỆM VỤ\n"
          "- Phòng Nội vụ: Nâng điểm Chỉ số nội dung 1 “Tham gia của người dân”.\n"
          "- Thanh tra: Nâng điểm Chỉ số nội dung 3 “Kiểm soát tham nhũng”.\n\n"
          "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\n\n\fPHỤ LỤC\n\n"
          "Trục nội dung | 2022 | 202312024 Đơn vị chủ trì Nhiệm vụ được giao Thời gian\n"
          "01 Tham gia | 4.06 | 4.57 | 4.61 | Phòng Nội vụ và các phòng khác của huyện thì\n"
          "- Bồi dưỡng tổ trưởng tổ dân phố về cách lấy ý kiến người dân trong nhiệm kỳ.\n"
          "Trục nội dung | 2022 | 2023 | 2024 Nhiệm vụ được giao hoàn thành\n"
          "6.90\n7.15\n7.05\n"
          "+ Phòng Tư pháp: Nâng điểm Chỉ số nội dung 2 “C công khai” với các nội dung sau:\n"
          "- Trả lời đơn thư của người dân trong thời hạn mà luật cho phép, không để tồn đọng.\n"
          "+ Văn phòng: Nâng điểm Chỉ số nội dung 2 “Công khai” với các nội dung sau:\n"
          "- Đăng các thủ tục lên trang thông tin điện tử để người dân tiện tra cứu.\n")
          .record();
  std::vector<std::string> axes;
  for (const Axis& axis : record.axes) axes.push_back(axis.code + " " + axis.name);
  EXPECT_THAT(axes,
              ElementsAre("1 Tham gia của người dân", "2 Công khai", "3 Kiểm soát tham nhũng"));
  EXPECT_EQ(record.axes[0].scores, (std::vector<Score>{{2022, 4.06}, {2023, 4.57}, {2024, 4.61}}));
  EXPECT_EQ(record.axes[1].scores, (std::vector<Score>{{2022, 6.9}, {2023, 7.15}, {2024, 7.05}}));
  EXPECT_TRUE(record.axes[2].scores.empty());
}

TEST(Interleaved, WhatIsLostIsToldOf) {
  const Record record = read();
  EXPECT_TRUE(std::any_of(record.warnings.begin(), record.warnings.end(),
                          [](const Warning& w) { return w.code == "table_interleaved"; }));
  EXPECT_FALSE(record.tasks[1].deadline);
}

TEST(Interleaved, ASentenceAboutTimesAndTasksIsNoHeader) {
  const Record record =
      plain_document(
          "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Phòng Kinh tế: Rà soát nhiệm vụ "
          "và thời gian hoàn thành.\n2. Phòng Nội vụ: Sơ kết.\n")
          .record();
  EXPECT_EQ(record.tasks.size(), 2u);
}

}  // namespace
}  // namespace vanthu
