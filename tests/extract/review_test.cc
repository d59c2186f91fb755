#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

using testing::Contains;
using testing::Not;

// The codes that a plan of 3 February 2025 gets, whose body is `tasks`.
std::vector<std::string> codes(const std::string& tasks, const std::string& basis = "") {
  const Record record =
      plain_document(
          "ỦY BAN NHÂN DÂN HUYỆN KIM BÔI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
          "Số: 5/KH-UBND Kim Bôi, ngày 03 tháng 02 năm 2025\nKẾ HOẠCH\n"
          "Phát triển du lịch năm 2025\n\n" +
          basis + "I. NHIỆM VỤ\n" + tasks +
          "\nNơi nhận:\n- Phòng Nội vụ;\n- UBND các xã;\n- Lưu: VT.\n"
          "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Pén\n")
          .record();
  std::vector<std::string> out;
  for (const Warning& warning : record.warnings) out.push_back(warning.code);
  return out;
}

constexpr const char* sound = "1. Phòng Nội vụ: Rà soát biên chế trước ngày 30/6/2025.\n";

TEST(Review, SoundPlanHasNoWarnings) { EXPECT_THAT(codes(sound), testing::IsEmpty()); }

TEST(Review, TaskWithoutUnit) {
  EXPECT_THAT(codes("1. Rà soát biên chế trước ngày 30/6/2025.\n"), Contains("task_without_unit"));
}

TEST(Review, TaskWithoutDeadline) {
  EXPECT_THAT(codes("1. Phòng Nội vụ: Rà soát biên chế.\n"), Contains("task_without_deadline"));
}

TEST(Review, TasksOfASectionWithoutDeadlineAreToldOfTogether) {
  const auto all = codes(
      "1. Phòng Nội vụ:\n- Rà soát biên chế.\n- Tuyển dụng.\n2. Phòng Nội vụ:\n- Sơ kết.\n");
  EXPECT_EQ(std::count(all.begin(), all.end(), "task_without_deadline"), 2);
}

TEST(Review, DeadlineBeforeIssue) {
  EXPECT_THAT(codes("1. Phòng Nội vụ: Rà soát biên chế trước ngày 15/01/2025.\n"),
              Contains("deadline_before_issue"));
}

TEST(Review, OwnerNotAmongTheRecipients) {
  EXPECT_THAT(codes("1. Phòng Tài chính: Cấp kinh phí trước ngày 30/6/2025.\n"),
              Contains("owner_not_recipient"));
  EXPECT_THAT(codes("1. Ủy ban nhân dân xã Tú Sơn: Làm đường trước ngày 30/6/2025.\n"),
              Not(Contains("owner_not_recipient")));
}

TEST(Review, ABodyOfAGroupAmongTheRecipientsIsNamed) {
  std::string source =
      "ỦY BAN NHÂN DÂN HUYỆN KIM BÔI\nSố: 5/KH-UBND\n\nKim Bôi, ngày 03 tháng 02 năm 2025\n\n"
      "KẾ HOẠCH\nPhát triển du lịch\n\nI. NHIỆM VỤ\n1. Phòng Kinh tế: Mở lớp.\n"
      "2. Ủy ban nhân dân xã: Làm đường.\n\n"
      "Nơi nhận:\n- CQCM thuộc UBND huyện;\n- UBND 14 xã;\n- Lưu: VT.\nCHỦ TỊCH\n\nLò Văn Pén\n";
  for (const Warning& warning : plain_document(source).record().warnings)
    EXPECT_NE(warning.code, "owner_not_recipient") << warning.message;
}

TEST(Review, CitationDatedInAnotherYearThanItsNumber) {
  EXPECT_THAT(
      codes(sound, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ;\n\n"),
      Contains("citation_malformed"));
  EXPECT_THAT(
      codes(sound, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;\n\n"),
      Not(Contains("citation_malformed")));
}

TEST(Review, CitationWithADateThatDoesNotExist) {
  EXPECT_THAT(codes(sound,
                    "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 13 năm 2024 của UBND tỉnh;\n\n"),
              Contains("citation_malformed"));
}

TEST(Review, CitationAfterTheDocument) {
  EXPECT_THAT(codes(sound,
                    "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2025 của UBND tỉnh;\n\n"),
              Contains("citation_malformed"));
}

TEST(Review, DuplicateTask) {
  EXPECT_THAT(codes(std::string(sound) + "2. Phòng Nội vụ: Rà soát biên chế trước ngày 30/6/2025.\n"),
              Contains("duplicate_task"));
}

constexpr const char* head = "STT\tNội dung\tĐơn vị chủ trì\tThời gian\n";

TEST(Review, AxisWithoutTask) {
  const std::string row = "1\tRà soát\tPhòng Nội vụ\tQuý II\n";
  const std::string first = "I\tLĩnh vực du lịch\t\t\n", second = "II\tLĩnh vực văn hóa\t\t\n";
  EXPECT_THAT(codes("\n" + std::string(head) + first + row + second), Contains("axis_without_task"));
  EXPECT_THAT(codes("\n" + std::string(head) + first + row + second + row),
              Not(Contains("axis_without_task")));
}

std::vector<std::string> codes_on(const std::string& date) {
  std::vector<std::string> out;
  const Record record = plain_document(
                            "ỦY BAN NHÂN DÂN TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                            "Số: 5/KH-UBND Lào Cai, " +
                            date +
                            "\nKẾ HOẠCH\nPhát triển du lịch\n\nI. NHIỆM VỤ\n"
                            "1. Ủy ban nhân dân tỉnh Yên Bái: Làm đường trong quý IV.\n")
                            .record();
  for (const Warning& warning : record.warnings) out.push_back(warning.code);
  return out;
}

TEST(Review, UnitThatIsNoMore) {
  EXPECT_THAT(codes_on("ngày 03 tháng 8 năm 2025"), Contains("unit_abolished"));
  EXPECT_THAT(codes_on("ngày 03 tháng 6 năm 2025"), Not(Contains("unit_abolished")));
}

TEST(Review, LowConfidence) {
  PlainDocument document = plain_document(
      "ỦY BAN NHÂN DÂN HUYỆN KIM BÔI\nSố: 5/KH-UBND\n\nKim Bôi, ngày 03 tháng 02 năm 2025\n\n"
      "KẾ HOẠCH\nPhát triển du lịch\n\nI. NHIỆM VỤ\n1. Phòng Nội vụ: Rà soát biên chế trước ngày "
      "30/6/2025.\n");
  const auto warned = [&] {
    const Record record = document.record();
    return std::any_of(record.warnings.begin(), record.warnings.end(),
                       [](const Warning& w) { return w.code == "low_confidence" && w.task; });
  };
  EXPECT_FALSE(warned());
  for (TextWord& word : document.text.pages[0].words)
    if (word.text == "30/6/2025.") word.confidence = 0.3;
  EXPECT_TRUE(warned());
}

}  // namespace
}  // namespace vanthu
