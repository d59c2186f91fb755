#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Record read(const std::string& body, const std::string& kind = "KẾ HOẠCH",
            const std::string& symbol = "KH") {
  return plain_document(
             "ỦY BAN NHÂN DÂN HUYỆN KIM BÔI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
             "Số: 5/" +
             symbol + "-UBND Kim Bôi, ngày 03 tháng 02 năm 2025\n" + kind +
             "\nPhát triển du lịch năm 2025\n\n" + body)
      .record();
}

std::vector<std::string> texts(const Record& record) {
  std::vector<std::string> out;
  for (const Task& task : record.tasks) out.push_back(task.text);
  return out;
}

TEST(Tasks, AreTheLowestItemsAfterThePurposes) {
  const Record record = read(
      "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao nhận thức.\n"
      "II. NHIỆM VỤ\n1. Phòng Nội vụ:\n- Rà soát biên chế.\n- Tham mưu tuyển dụng.\n"
      "2. Phòng Tư pháp: Phổ biến pháp luật.\n");
  EXPECT_THAT(texts(record), ElementsAre("Rà soát biên chế.", "Tham mưu tuyển dụng.",
                                         "Phòng Tư pháp: Phổ biến pháp luật."));
  EXPECT_THAT(record.tasks[0].section, ElementsAre("II. NHIỆM VỤ", "1. Phòng Nội vụ"));
  EXPECT_THAT(record.tasks[0].lead, ElementsAre("Phòng Nội vụ"));
  EXPECT_THAT(record.tasks[2].lead, ElementsAre("Phòng Tư pháp"));
  EXPECT_EQ(record.tasks[0].id, "t1");
  EXPECT_EQ(record.tasks[2].id, "t3");
}

TEST(Tasks, SecondParagraphOfAnItemIsATaskOfItsOwn) {
  const Record record = read(
      "I. NHIỆM VỤ\n1. Phòng Nội vụ: Rà soát biên chế.\n\nTham mưu tuyển dụng công chức.\n\n"
      "2. Phòng Tư pháp: Phổ biến pháp luật.\n");
  ASSERT_EQ(record.tasks.size(), 3u);
  EXPECT_EQ(record.tasks[1].text, "Tham mưu tuyển dụng công chức.");
  EXPECT_THAT(record.tasks[1].lead, ElementsAre("Phòng Nội vụ"));
}

TEST(Tasks, ClosingFormulasAreNone) {
  const Record record = read(
      "I. NHIỆM VỤ\n1. Phòng Nội vụ: Rà soát biên chế.\n\n"
      "Trong quá trình thực hiện nếu có vướng mắc đề nghị phản ánh về Phòng Nội vụ.\n\n"
      "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.\n");
  EXPECT_THAT(texts(record), ElementsAre("Phòng Nội vụ: Rà soát biên chế."));
}

TEST(Tasks, DecisionGivesOnlyWhatItAssigns) {
  const Record record = read(
      "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n"
      "Điều 2. Giao Phòng Nội vụ theo dõi việc thực hiện.\n"
      "Điều 3. Chánh Văn phòng, Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này./.\n",
      "QUYẾT ĐỊNH", "QĐ");
  EXPECT_THAT(texts(record), ElementsAre("Giao Phòng Nội vụ theo dõi việc thực hiện."));
}

TEST(Tasks, LabelledLinesAreFields) {
  const Record record = read(
      "I. NHIỆM VỤ\n1. Tổ chức hội chợ nông sản\nThời gian: Quý III\n"
      "Đơn vị thực hiện: Phòng Kinh tế\nĐơn vị phối hợp: Hội Nông dân huyện\n"
      "2. Mở lớp tập huấn hướng dẫn viên\nĐơn vị thực hiện: Phòng Văn hóa và Thông tin\n");
  ASSERT_EQ(record.tasks.size(), 2u);
  EXPECT_EQ(record.tasks[0].text, "Tổ chức hội chợ nông sản");
  EXPECT_THAT(record.tasks[0].lead, ElementsAre("Phòng Kinh tế"));
  EXPECT_EQ(record.tasks[0].support.size(), 1u);
  ASSERT_TRUE(record.tasks[0].deadline);
  EXPECT_EQ(record.tasks[0].deadline->end, "2025-09-30");
  EXPECT_THAT(record.tasks[1].lead, ElementsAre("Phòng Văn hóa và Thông tin"));
}

const std::string table_head =
    "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\tThời gian\n";

TEST(Tasks, RowsOfATable) {
  const Record record = read("PHỤ LỤC\n\n" + table_head +
                             "I\tLĩnh vực xúc tiến\t\t\t\t\n"
                             "1\tIn bản đồ du lịch\tPhòng Kinh tế\tPhòng Nội vụ\tBản đồ\tTháng 6\n"
                             "II\tLĩnh vực quảng bá\t\t\t\t\n"
                             "2\tLàm biển chỉ dẫn\t\t\t\tTháng 8\n");
  ASSERT_EQ(record.tasks.size(), 2u);
  const Task& task = record.tasks[0];
  EXPECT_EQ(task.text, "In bản đồ du lịch");
  EXPECT_EQ(task.axis, "I");
  EXPECT_THAT(task.section, ElementsAre("PHỤ LỤC", "I Lĩnh vực xúc tiến"));
  EXPECT_THAT(task.lead, ElementsAre("Phòng Kinh tế"));
  EXPECT_THAT(task.support, ElementsAre("Phòng Nội vụ"));
  EXPECT_EQ(task.deliverable, "Bản đồ");
  EXPECT_EQ(task.deadline->start, "2025-06-01");
  EXPECT_THAT(record.tasks[1].lead, IsEmpty());
  EXPECT_TRUE(std::any_of(record.warnings.begin(), record.warnings.end(), [](const Warning& w) {
    return w.code == "task_without_unit" && w.task == "t2";
  }));
}

TEST(Tasks, CellWithSeveralItemsGivesOneTaskEach) {
  const Record record =
      read(table_head + "1\t- In bản đồ. - Làm biển chỉ dẫn.\tPhòng Kinh tế\t\t\tQuý II\n");
  EXPECT_THAT(texts(record), ElementsAre("In bản đồ.", "Làm biển chỉ dẫn."));
  for (const Task& task : record.tasks) {
    EXPECT_THAT(task.lead, ElementsAre("Phòng Kinh tế"));
    EXPECT_EQ(task.deadline->end, "2025-06-30");
  }
}

TEST(Tasks, OwnDateBeatsTheTimeColumn) {
  const Record record =
      read(table_head +
           "1\tIn bản đồ trước ngày 10 tháng 5 năm 2025\tPhòng Kinh tế\t\t\tCả năm\n"
           "2\tThường xuyên cập nhật bản đồ\tPhòng Kinh tế\t\t\tQuý II\n");
  EXPECT_EQ(record.tasks[0].deadline->end, "2025-05-10");
  EXPECT_EQ(record.tasks[1].deadline->end, "2025-06-30");
}

TEST(Tasks, EmptyOwnerCellOfPlainTextIsTheOneAbove) {
  const Record record = read(
      "STT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tRà soát biên chế\tPhòng Nội vụ\tQuý I\n"
      "2\tTuyển dụng\t\tQuý II\nII\tLĩnh vực đất đai\t\t\n3\tĐo đạc\t\tQuý III\n");
  ASSERT_EQ(record.tasks.size(), 3u);
  EXPECT_THAT(record.tasks[1].lead, ElementsAre("Phòng Nội vụ"));
  EXPECT_THAT(record.tasks[2].lead, IsEmpty());
}

TEST(Tasks, UnreadTimeIsReported) {
  const Record record = read(table_head + "1\tIn bản đồ\tPhòng Kinh tế\t\t\txem ghi chú\n");
  ASSERT_EQ(record.tasks.size(), 1u);
  EXPECT_FALSE(record.tasks[0].deadline);
  ASSERT_FALSE(record.warnings.empty());
  EXPECT_EQ(record.warnings.back().code, "deadline_unresolved");
  EXPECT_EQ(record.warnings.back().task, "t1");
}

TEST(Tasks, TableThatAssignsNothingIsNone) {
  EXPECT_THAT(texts(read("TT\tHạng mục\tSố lượng\tĐơn giá\n1\tBản đồ\t100\t20.000\n")), IsEmpty());
}

TEST(Axes, ScoresAndSubAxesOfATable) {
  const Record record = read(
      "Trục nội dung\t2023\t2024\tĐơn vị chủ trì\tNhiệm vụ\n"
      "01 Dịch vụ lưu trú\t3,5\t4.25\tPhòng Kinh tế\tKiểm tra cơ sở lưu trú\n"
      "1.1. Nhà nghỉ\t1,5\t1,75\tPhòng Kinh tế\tLập danh sách nhà nghỉ\n");
  ASSERT_EQ(record.axes.size(), 2u);
  EXPECT_EQ(record.axes[0].code, "1");
  EXPECT_EQ(record.axes[0].name, "Dịch vụ lưu trú");
  EXPECT_EQ(record.axes[0].scores, (std::vector<Score>{{2023, 3.5}, {2024, 4.25}}));
  EXPECT_EQ(record.axes[1].code, "1.1");
  EXPECT_EQ(record.axes[1].parent, "1");
  EXPECT_EQ(record.tasks[0].axis, "1");
  EXPECT_EQ(record.tasks[1].axis, "1.1");
}

TEST(Axes, OfHeadings) {
  const Record record = read(
      "I. NHIỆM VỤ\n1. Chỉ số nội dung 3 “Cảnh quan”: Phòng Kinh tế\n- Trồng hoa ven hồ.\n"
      "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ: Theo dõi thi đua.\n");
  ASSERT_EQ(record.axes.size(), 1u);
  EXPECT_EQ(record.axes[0].code, "3");
  EXPECT_EQ(record.axes[0].name, "Cảnh quan");
  EXPECT_EQ(record.tasks[0].axis, "3");
  EXPECT_THAT(record.tasks[0].lead, ElementsAre("Phòng Kinh tế"));
  EXPECT_FALSE(record.tasks[1].axis);
}

TEST(Units, CountEachUnitUnderOneName) {
  const Record record = read(
      "I. NHIỆM VỤ\n1. Phòng Nội vụ huyện:\n- Rà soát biên chế.\n"
      "2. Phòng Nội vụ: Tham mưu tuyển dụng.\n");
  ASSERT_EQ(record.units.size(), 1u);
  EXPECT_EQ(record.units[0].name, "Phòng Nội vụ");
  EXPECT_EQ(record.units[0].lead_count, 2);
  EXPECT_THAT(record.units[0].aliases, ElementsAre("Phòng Nội vụ huyện"));
}

TEST(Pages, FailedPageIsReported) {
  PlainDocument document = plain_document("KẾ HOẠCH\nTrồng cây\n");
  document.scan.pages[0].failure = PageFailure{ErrorCode::page_failed, "no image"};
  const Record record = document.record();
  ASSERT_FALSE(record.warnings.empty());
  EXPECT_EQ(record.warnings[0].code, "page_failed");
  EXPECT_EQ(record.warnings[0].evidence->page, 1);
}

}  // namespace
}  // namespace vanthu
