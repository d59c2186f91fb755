#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

std::vector<Citation> citations(const std::string& body) {
  return plain_document(
             "ỦY BAN NHÂN DÂN XÃ AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
             "Số: 5/KH-UBND An Bình, ngày 03 tháng 02 năm 2025\nKẾ HOẠCH\nTrồng cây\n\n" +
             body)
      .record()
      .citations;
}

TEST(Citations, StandOnceWithWhatAnyMentionGives) {
  const auto found = citations(
      "Căn cứ Quyết định số 21/QĐ-UBND;\n\nI. NHIỆM VỤ\n"
      "- Thực hiện Kế hoạch số 8/KH-UBND ngày 02 tháng 01 năm 2025 của Ủy ban nhân dân huyện.\n"
      "- Theo Quyết định số 21/QĐ-UBND ngày 05 tháng 01 năm 2025 của Ủy ban nhân dân huyện.\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number.text, "21/QĐ-UBND");
  EXPECT_EQ(found[0].issued_on, "2025-01-05");
  EXPECT_EQ(found[0].issuer, "Ủy ban nhân dân huyện");
  EXPECT_TRUE(found[0].basis);
  EXPECT_EQ(found[1].number.text, "8/KH-UBND");
  EXPECT_FALSE(found[1].basis);
  ASSERT_TRUE(found[0].evidence);
  EXPECT_EQ(found[0].evidence->line_start, 6);
}

TEST(Citations, SameNumberOfAnotherDayIsAnotherDocument) {
  EXPECT_EQ(citations("I. NHIỆM VỤ\n- Theo Công văn số 9/UBND ngày 01/02/2024.\n"
                      "- Theo Công văn số 9/UBND ngày 03/02/2025.\n")
                .size(),
            2u);
}

TEST(Citations, OwnNumberIsNone) {
  EXPECT_TRUE(citations("1. Trồng cây.\n\nPHỤ LỤC\n"
                        "(Kèm theo Kế hoạch số 5/KH-UBND ngày 03/02/2025 của Ủy ban nhân dân xã)\n")
                  .empty());
}

TEST(Citations, StandInFootnotesAndTables) {
  const auto found = citations(
      "- Trồng cây theo quy hoạch1.\n\n1 Quyết định số 9/QĐ-UBND ngày 02/01/2025.\n\n"
      "TT\tNhiệm vụ\tĐơn vị chủ trì\n1\tĐào hố theo Hướng dẫn số 4/HD-SNN\tCác thôn\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number.text, "9/QĐ-UBND");
  EXPECT_EQ(found[1].number.text, "4/HD-SNN");
}

}  // namespace
}  // namespace vanthu
