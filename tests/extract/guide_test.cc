#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

// schema/record-guide.md, rule by rule, on whole documents.
namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string letterhead =
    "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "QUẬN THANH KHÊ Độc lập - Tự do - Hạnh phúc\n"
    "Số: 88/KH-UBND Thanh Khê, ngày 12 tháng 3 năm 2024\n\n"
    "KẾ HOẠCH\nVề chỉnh trang đô thị trên địa bàn quận năm 2024\n\n";

Record plan(const std::string& body) { return plain_document(letterhead + body).record(); }

// What is told of the tasks of a plan, one line a task.
std::vector<std::string> told(const Record& record, std::string (*tell)(const Task&)) {
  std::vector<std::string> out;
  for (const Task& task : record.tasks) out.push_back(tell(task));
  return out;
}
std::string text(const Task& task) { return task.text; }
std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " | ") + name;
  return out;
}
std::string lead(const Task& task) { return listed(task.lead); }
std::string support(const Task& task) { return listed(task.support); }
std::string section(const Task& task) { return listed(task.section); }
std::string deadline(const Task& task) {
  if (!task.deadline) return "";
  const Deadline& d = *task.deadline;
  return d.start.value_or("") + ".." + d.end.value_or("") +
         (d.rrule ? " " + *d.rrule : "") + (d.offset ? " " + *d.offset : "");
}

// Letterhead.

TEST(Guide, SignerStandsAtTheEndOfTheMainPart) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Nội vụ: Rà soát biên chế.\n\n"
      "Nơi nhận:\n- Như trên;\n- Lưu: VT, NV.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
      "Đặng Thị Xuân\n\fPHỤ LỤC\nBiểu mẫu báo cáo\nNGƯỜI LẬP BIỂU\n\nMai Văn Bốn\n");
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->name, "Đặng Thị Xuân");
  EXPECT_EQ(record.document.signer->position, "Phó Chủ tịch");
  EXPECT_THAT(record.document.recipients, ElementsAre("Như trên", "Lưu: VT, NV"));
}

// Citations.

std::vector<std::string> cited(const Record& record) {
  std::vector<std::string> out;
  for (const Citation& c : record.citations)
    out.push_back(c.number.text + " " + c.kind.value_or("-") + " " + c.issued_on.value_or("-") +
                  " " + c.issuer.value_or("-") + (c.basis ? " basis" : ""));
  return out;
}

TEST(Guide, CitationsStandOnceInOrderWithWhatAnyMentionSays) {
  const Record record = plan(
      "Căn cứ Nghị định số 30/2020/NĐ-CP;\nCăn cứ Luật Đất đai năm 2024;\n\n"
      "I. NHIỆM VỤ\n1. Phòng Nội vụ: Thực hiện Quyết định số 41/QĐ-UBND của UBND thành phố và "
      "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.\n"
      "2. Phòng Tư pháp: Thực hiện Kế hoạch số 88/KH-UBND ngày 12 tháng 3 năm 2024.\n");
  EXPECT_THAT(cited(record),
              ElementsAre("30/2020/NĐ-CP Nghị định 2020-03-05 Chính phủ basis",
                          "41/QĐ-UBND Quyết định - Ủy ban nhân dân thành phố"));
}

TEST(Guide, CitationInAFootnoteStandsWhereTheFootnoteIsPrinted) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Nội vụ: Rà soát các quy định hiện hành1 về biên chế.\n"
      "2. Phòng Tư pháp: Thực hiện Công văn số 9/STP-PBGDPL.\n\n"
      "1 Quyết định số 77/QĐ-UBND ngày 01/02/2024 của Ủy ban nhân dân quận\n");
  EXPECT_THAT(cited(record), ElementsAre("9/STP-PBGDPL Công văn - -",
                                         "77/QĐ-UBND Quyết định 2024-02-01 Ủy ban nhân dân quận"));
}

TEST(Guide, CitationInATableCell) {
  const Record record = plan(
      "STT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n"
      "1\tSơ kết Nghị quyết số 12-NQ/QU ngày 03/4/2023 của Quận ủy\tPhòng Nội vụ\tQuý II\n");
  EXPECT_THAT(cited(record), ElementsAre("12-NQ/QU Nghị quyết 2023-04-03 Quận ủy"));
}

// Tasks: where they stand.

TEST(Guide, PurposesRequirementsViewpointsAndObjectivesHoldNoTasks) {
  const Record record = plan(
      "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao mỹ quan đô thị.\n2. Yêu cầu\n"
      "- Các đơn vị phải phối hợp chặt chẽ.\n"
      "II. QUAN ĐIỂM\n- Lấy người dân làm trung tâm.\n"
      "III. MỤC TIÊU\n1. Mục tiêu chung\n- Xây dựng đô thị văn minh.\n2. Chỉ tiêu cụ thể\n"
      "- Trồng mới 2.000 cây xanh.\n"
      "IV. NHIỆM VỤ, GIẢI PHÁP\n1. Trồng cây bóng mát trên các tuyến đường mới.\n"
      "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Quản lý đô thị: Lập danh mục tuyến đường.\n");
  EXPECT_THAT(told(record, text), ElementsAre("Trồng cây bóng mát trên các tuyến đường mới.",
                                              "Phòng Quản lý đô thị: Lập danh mục tuyến đường."));
}

TEST(Guide, PlusItemsUnderADashAreTheLowest) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Quản lý đô thị:\n- Kiểm tra vỉa hè:\n+ Lập biên bản vi phạm.\n"
      "+ Tháo dỡ mái che.\n- Sơn lại vạch kẻ đường.\n");
  EXPECT_THAT(told(record, text),
              ElementsAre("Lập biên bản vi phạm.", "Tháo dỡ mái che.", "Sơn lại vạch kẻ đường."));
  EXPECT_THAT(told(record, section),
              ElementsAre("I. NHIỆM VỤ | 1. Phòng Quản lý đô thị | Kiểm tra vỉa hè",
                          "I. NHIỆM VỤ | 1. Phòng Quản lý đô thị | Kiểm tra vỉa hè",
                          "I. NHIỆM VỤ | 1. Phòng Quản lý đô thị"));
  EXPECT_THAT(record.tasks[0].lead, ElementsAre("Phòng Quản lý đô thị"));
}

TEST(Guide, NumberedParagraphWithoutItemsIsATask) {
  const Record record = plan(
      "II. NHIỆM VỤ\n1. Công tác tuyên truyền\n1.1. Phát tờ rơi tại các chợ.\n"
      "1.2. Treo băng rôn trên đường Điện Biên Phủ.\n2. Vận động hộ dân tự tháo dỡ.\n");
  EXPECT_THAT(told(record, text),
              ElementsAre("Phát tờ rơi tại các chợ.", "Treo băng rôn trên đường Điện Biên Phủ.",
                          "Vận động hộ dân tự tháo dỡ."));
  EXPECT_THAT(told(record, section),
              ElementsAre("II. NHIỆM VỤ | 1. Công tác tuyên truyền",
                          "II. NHIỆM VỤ | 1. Công tác tuyên truyền", "II. NHIỆM VỤ"));
}

TEST(Guide, LetteredItemsAreTheLowest) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Kinh tế\na) Khảo sát hộ kinh doanh trên vỉa hè.\n"
      "b) Bố trí điểm bán hàng tập trung;\nc) Phối hợp Công an quận giữ trật tự chợ.\n");
  EXPECT_THAT(told(record, text), ElementsAre("Khảo sát hộ kinh doanh trên vỉa hè.",
                                              "Bố trí điểm bán hàng tập trung;",
                                              "Phối hợp Công an quận giữ trật tự chợ."));
  EXPECT_THAT(told(record, support), ElementsAre("", "", "Công an quận"));
}

TEST(Guide, OneItemIsOneTaskHoweverManySentences) {
  const Record record = plan(
      "I. NHIỆM VỤ\n- Kiểm tra các tuyến hẻm. Lập danh sách hẻm xuống cấp. Đề xuất kinh phí sửa "
      "chữa.\n");
  EXPECT_EQ(record.tasks.size(), 1u);
}

TEST(Guide, UnnumberedParagraphThatObligesIsATask) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Kinh tế: Khảo sát chợ.\n\n"
      "II. CHẾ ĐỘ THÔNG TIN, BÁO CÁO\n\n"
      "Các đơn vị báo cáo kết quả thực hiện về Ủy ban nhân dân quận (qua Phòng Quản lý đô thị) "
      "trước ngày 10 tháng 12 năm 2024.\n");
  ASSERT_EQ(record.tasks.size(), 2u);
  EXPECT_THAT(record.tasks[1].lead, ElementsAre("Các đơn vị"));
  EXPECT_EQ(deadline(record.tasks[1]), "..2024-12-10");
}

TEST(Guide, FootnoteMarksAreDroppedAndMisprintsStay) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Kinh tế: Khảo xát các chợ tạm1 trên địa bàn.\n\n"
      "1 Chợ Tam Thuận, chợ Chính Gián\n");
  EXPECT_THAT(told(record, text),
              ElementsAre("Phòng Kinh tế: Khảo xát các chợ tạm trên địa bàn."));
}

TEST(Guide, ClosingFormulasAreNoTasks) {
  for (const std::string closing :
       {"Trong quá trình triển khai thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản "
        "ánh về Ủy ban nhân dân quận (qua Phòng Nội vụ) để kịp thời giải quyết./.",
        "Yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc triển khai thực hiện Kế hoạch này./.",
        "Trên đây là Kế hoạch chỉnh trang đô thị năm 2024, đề nghị các đơn vị triển khai thực "
        "hiện./.",
        "Căn cứ Kế hoạch này, các đơn vị, Ủy ban nhân dân các phường tổ chức thực hiện; quá trình "
        "thực hiện nếu có phát sinh vướng mắc thì báo cáo về Phòng Nội vụ để tổng hợp, tham mưu Ủy "
        "ban nhân dân quận xem xét, giải quyết./.",
        "Ủy ban nhân dân quận đề nghị các cơ quan, đơn vị quan tâm phối hợp thực hiện./."})
    EXPECT_THAT(told(plan("I. NHIỆM VỤ\n1. Phòng Kinh tế: Khảo sát chợ.\n\n" + closing + "\n"), text),
                ElementsAre("Phòng Kinh tế: Khảo sát chợ."))
        << closing;
}

// Tasks: rows of tables.

const std::string head =
    "STT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian\tSản phẩm\n";

TEST(Guide, RowThatAPageBreakSplitsIsOneTask) {
  const Record record = plan("PHỤ LỤC\n\n" + head +
                             "1\tLập danh mục các tuyến\tPhòng Kinh tế\tCông an quận\tTháng 5\t"
                             "Danh mục\n\f" +
                             head +
                             "\tđường cần sửa chữa\t\t\t\t\n"
                             "2\tSơn vạch kẻ đường\tPhòng Quản lý đô thị\t\tTháng 6\t\n");
  EXPECT_THAT(told(record, text),
              ElementsAre("Lập danh mục các tuyến đường cần sửa chữa", "Sơn vạch kẻ đường"));
  EXPECT_THAT(told(record, lead), ElementsAre("Phòng Kinh tế", "Phòng Quản lý đô thị"));
}

TEST(Guide, BulletsOfACellAreTasksWithTheRowsFields) {
  const Record record =
      plan("PHỤ LỤC\n\n" + head +
           "1\t- Khảo sát hẻm. - Sửa nắp cống trước ngày 15/8/2024.\tPhòng Kinh tế\tCông an "
           "quận\tQuý II\tBáo cáo\n");
  EXPECT_THAT(told(record, text), ElementsAre("Khảo sát hẻm.", "Sửa nắp cống trước ngày 15/8/2024."));
  EXPECT_THAT(told(record, lead), ElementsAre("Phòng Kinh tế", "Phòng Kinh tế"));
  EXPECT_THAT(told(record, support), ElementsAre("Công an quận", "Công an quận"));
  EXPECT_THAT(told(record, deadline), ElementsAre("2024-04-01..2024-06-30", "..2024-08-15"));
  EXPECT_EQ(record.tasks[0].deliverable, "Báo cáo");
}

TEST(Guide, HeaderYearHoldsForTheCellsBelow) {
  const Record record = plan(
      "PHỤ LỤC\n\nSTT\tNhiệm vụ\tCơ quan thực hiện\tThời gian trình trong năm 2025\n"
      "1\tTrình danh mục dự án\tPhòng Kinh tế\tTháng 3\n");
  EXPECT_THAT(told(record, deadline), ElementsAre("2025-03-01..2025-03-31"));
}

// Tasks: who.

TEST(Guide, LeadStandsAtTheItemsStartElseInTheNearestHeading) {
  const Record record = plan(
      "I. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Tư pháp rà soát văn bản.\n2. Phòng Kinh tế:\n"
      "- Khảo sát chợ.\n- Phòng Y tế quận: Kiểm tra quầy thực phẩm.\n"
      "3. Đề nghị Công an quận tăng cường tuần tra.\n"
      "4. Trách nhiệm của Ủy ban nhân dân các phường\n- Vận động hộ dân.\n");
  EXPECT_THAT(told(record, lead),
              ElementsAre("Phòng Tư pháp", "Phòng Kinh tế", "Phòng Y tế", "Công an quận",
                          "Ủy ban nhân dân các phường"));
}

TEST(Guide, ItemThatOnlyNamesAnAxisOrAnOwnerHeadsTheParagraphBelow) {
  const Record record = plan(
      "I. PHÂN CÔNG CÁC PHÒNG CHUYÊN MÔN THEO DÕI,\nHƯỚNG DẪN CÁC PHƯỜNG THỰC HIỆN CÁC CHỈ\n"
      "TIÊU CHỈNH TRANG:\n\n"
      "1. Chỉ số nội dung 1 “Cây xanh”: Phòng Kinh tế phối hợp với Công an quận.\n\n"
      "Trồng cây bóng mát trên các tuyến đường mới mở trong khu dân cư.\n\n"
      "2. Chỉ số nội dung 2 “Vỉa hè”\n\n- Sơn lại vạch kẻ đường.\n\n"
      "3. Phòng Nội vụ quận.\n\nTheo dõi thi đua của các phường trong việc chỉnh trang.\n");
  const std::string part =
      "I. PHÂN CÔNG CÁC PHÒNG CHUYÊN MÔN THEO DÕI, HƯỚNG DẪN CÁC PHƯỜNG THỰC HIỆN CÁC CHỈ TIÊU "
      "CHỈNH TRANG | ";
  EXPECT_THAT(told(record, section),
              ElementsAre(part + "1. Chỉ số nội dung 1 “Cây xanh”: Phòng Kinh tế phối hợp với Công "
                                 "an quận.",
                          part + "2. Chỉ số nội dung 2 “Vỉa hè”", part + "3. Phòng Nội vụ quận."));
  EXPECT_THAT(told(record, lead), ElementsAre("Phòng Kinh tế", "", "Phòng Nội vụ"));
  EXPECT_THAT(told(record, support), ElementsAre("Công an quận", "", ""));
  EXPECT_EQ(record.tasks[0].axis, "1");
}

TEST(Guide, WithNobodyNamedLeadIsEmptyAndWarnedOf) {
  const Record record = plan("I. NHIỆM VỤ\n1. Trồng cây bóng mát trước ngày 30/6/2024.\n");
  EXPECT_THAT(record.tasks[0].lead, IsEmpty());
  ASSERT_EQ(record.warnings.size(), 1u);
  EXPECT_EQ(record.warnings[0].code, "task_without_unit");
}

TEST(Guide, SupportAfterPhoiHop) {
  const Record record = plan(
      "I. TỔ CHỨC THỰC HIỆN\n"
      "1. Phòng Kinh tế: Chủ trì, phối hợp với Công an quận, Phòng Quản lý đô thị và Ủy ban nhân "
      "dân các phường lập lại trật tự vỉa hè.\n"
      "2. Phòng Tư pháp: Phối hợp các cơ quan, đơn vị liên quan phổ biến pháp luật.\n"
      "3. Phòng Nội vụ: Xây dựng quy chế phối hợp giữa Phòng Kinh tế và Công an quận.\n");
  EXPECT_THAT(told(record, support),
              ElementsAre("Công an quận | Phòng Quản lý đô thị | Ủy ban nhân dân các phường",
                          "các cơ quan, đơn vị liên quan", ""));
}

TEST(Guide, UnitNamesAreCanonical) {
  const Record record = plan(
      "I. TỔ CHỨC THỰC HIỆN\n1. PHÒNG NỘI VỤ QUẬN\n- Rà soát biên chế.\n"
      "2. Phòng Nội vụ Quận Thanh Khê: Tuyển dụng viên chức.\n"
      "3. UBND các phường: Vận động hộ dân.\n"
      "4. Trung tâm CNTT, VP UBND quận: Đăng tin trên cổng thông tin.\n");
  EXPECT_THAT(told(record, lead),
              ElementsAre("Phòng Nội vụ", "Phòng Nội vụ", "Ủy ban nhân dân các phường",
                          "Trung tâm Công nghệ thông tin | Văn phòng Ủy ban nhân dân"));
  EXPECT_EQ(record.units.size(), 4u);
  EXPECT_EQ(record.units[0].aliases.size(), 2u);
}

TEST(Guide, SemicolonsPartOfficialsWithGroups) {
  const Record record = plan(
      "I. TỔ CHỨC THỰC HIỆN\n1. Thủ trưởng cơ quan, đơn vị; Chủ tịch UBND 10 phường: Báo cáo kết "
      "quả hằng tháng.\n");
  EXPECT_THAT(told(record, lead),
              ElementsAre("Thủ trưởng cơ quan, đơn vị | Chủ tịch Ủy ban nhân dân 10 phường"));
}

// Deadlines.

struct DeadlineCase {
  std::string phrase, value;
};

TEST(Guide, DeadlineTableInATasksOwnText) {
  for (const DeadlineCase& c : std::vector<DeadlineCase>{
           {"trước ngày 30 tháng 9 năm 2024", "..2024-09-30"},
           {"trước ngày ngày 30 tháng 9 năm 2024", "..2024-09-30"},
           {"chậm nhất ngày 15/10/2024", "..2024-10-15"},
           {"đến hết ngày 20 tháng 11", "..2024-11-20"},
           {"trong Quý 2 năm 2024", "2024-04-01..2024-06-30"},
           {"hoàn thành trong quý II", "2024-04-01..2024-06-30"},
           {"trong tháng 9 năm 2024", "2024-09-01..2024-09-30"},
           {"trong năm 2024", "2024-01-01..2024-12-31"},
           {"đến cuối năm 2025", "..2025-12-31"},
           {"định kỳ hàng quý", ".. FREQ=MONTHLY;INTERVAL=3"},
           {"hàng tuần", ".. FREQ=WEEKLY"},
           {"hằng năm", ".. FREQ=YEARLY"},
           {"định kỳ hàng tháng, hàng quý", ".. FREQ=MONTHLY"},
           {"định kỳ trước ngày 08 hàng tháng", ".. FREQ=MONTHLY;BYMONTHDAY=8"},
           {"trước ngày 01 tháng 6 và ngày 01 tháng 12 hàng năm",
            ".. FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1"},
           {"ít nhất 01 lần/quý", ".. FREQ=MONTHLY;INTERVAL=3"},
           {"định kỳ 6 tháng và cả năm", ".. FREQ=MONTHLY;INTERVAL=6"},
           {"chậm nhất 01 tháng khi Kế hoạch chỉnh trang đô thị (CTĐT) năm 2024 được ban hành", "..2024-04-12 P1M"},
           {"trong vòng 05 ngày làm việc kể từ ngày nhận được đề nghị", ".. P5D"},
           {"ngay khi Thành phố ban hành Quyết định thay thế Quyết định số 25/2020/QĐ-UBND ngày 15 "
            "tháng 9 năm 2020",
            ".."},
           {"ngay sau khi Thành phố ban hành quyết định", ".."}}) {
    const Record record = plan("I. NHIỆM VỤ\n1. Phòng Kinh tế: Báo cáo kết quả khảo sát chợ " +
                               c.phrase + ".\n");
    ASSERT_EQ(record.tasks.size(), 1u) << c.phrase;
    ASSERT_TRUE(record.tasks[0].deadline) << c.phrase;
    EXPECT_EQ(deadline(record.tasks[0]), c.value) << c.phrase;
  }
}

TEST(Guide, WhatIsNoDeadline) {
  for (const std::string words :
       {"thực hiện Kế hoạch số 04/KH-UBND ngày 04 tháng 01 năm 2024",
        "chỉnh trang đô thị giai đoạn 2021-2025", "công bố chỉ số năm 2023",
        "triển khai nhiệm vụ năm 2024", "giải quyết hồ sơ kịp thời, đúng hạn",
        "khẩn trương xử lý vi phạm",
        "báo cáo kết quả (riêng chợ tạm trước ngày 30 tháng 6 năm 2024)",
        "duy trì hoạt động thường xuyên của tổ tự quản"})
    EXPECT_EQ(deadline(plan("I. NHIỆM VỤ\n1. Phòng Kinh tế " + words + ".\n").tasks.at(0)), "")
        << words;
}

TEST(Guide, ThuongXuyenOpensTheItemAndYieldsToARate) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Kinh tế:\n- Thường xuyên kiểm tra chợ.\n"
      "- Thường xuyên kiểm tra chợ; báo cáo kết quả hàng tháng.\n");
  EXPECT_THAT(told(record, deadline), ElementsAre("..", ".. FREQ=MONTHLY"));
}

TEST(Guide, DeadlineOfAGroupIsItsTasksDeadline) {
  const Record record = plan(
      "I. NHIỆM VỤ\n1. Phòng Kinh tế hoàn thành các việc sau trước ngày 30 tháng 6 năm 2024:\n"
      "- Khảo sát chợ.\n- Sửa mái chợ trước ngày 15 tháng 5 năm 2024.\n");
  EXPECT_THAT(told(record, deadline), ElementsAre("..2024-06-30", "..2024-05-15"));
}

TEST(Guide, TimeColumn) {
  for (const DeadlineCase& c : std::vector<DeadlineCase>{
           {"Tháng 6-9", "2024-06-01..2024-09-30"}, {"12/2027", "2027-12-01..2027-12-31"},
           {"Cả năm", "2024-01-01..2024-12-31"}, {"Liên tục từ năm 2028", "2028-01-01.."},
           {"Thường xuyên trong năm", "2024-01-01..2024-12-31"}, {"Quý II", "2024-04-01..2024-06-30"},
           {"≤ 5 ngày làm việc", ".. P5D"}, {"18 tháng", ".. P18M"}, {"Định kỳ", ".."},
           {"Năm 2024", "2024-01-01..2024-12-31"}, {"Trong năm", "2024-01-01..2024-12-31"},
           {"Sau khi Sở Nội vụ triển khai (dự kiến tháng 10 năm 2024)", "2024-10-01..2024-10-31"}}) {
    const Record record =
        plan("PHỤ LỤC\n\n" + head + "1\tSửa mái chợ\tPhòng Kinh tế\t\t" + c.phrase + "\t\n");
    ASSERT_EQ(record.tasks.size(), 1u) << c.phrase;
    EXPECT_EQ(deadline(record.tasks[0]), c.value) << c.phrase;
  }
}

}  // namespace
}  // namespace vanthu
