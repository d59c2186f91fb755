#include "extract/anchor.h"

#include <gtest/gtest.h>

#include "extract/layout.h"
#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

TEST(Anchor, AppendixTitlesAlsoAsRecognitionReadsThem) {
  for (const char* title : {"PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 02", "Phụ lục số IV:", "PHỤLỤC",
                            "- — PHỤLỤCH", "PHỤ LỤC HI"})
    EXPECT_TRUE(is_appendix_title(title)) << title;
}

TEST(Anchor, MentionsOfAnAppendixAreNoTitles) {
  for (const char* text : {"- Phụ lục I", "phụ lục I", "Phụ lục I kèm theo Kế hoạch này",
                           "PHỤ LỤC DANH SÁCH", "Phụ nữ"})
    EXPECT_FALSE(is_appendix_title(text)) << text;
}

TEST(Anchor, LinesOfANumberAlsoWhereItsDigitsWereReadAsLetters) {
  for (const char* line : {"Số: 12/KH-UBND", "Số 05 -KH/QU", "Số j -KH/QU", "Số: áo /KH-UBND"})
    EXPECT_TRUE(is_number_line(line)) << line;
  for (const char* line : {"Số liệu điều tra", "Số j -kh/qu", "Số đơn vị -XX/QQ", "Sổ j -KH/QU"})
    EXPECT_FALSE(is_number_line(line)) << line;
}

bool line_has_motto(const std::string& line) {
  return has_motto(layout(plain_document(line + "\n").text).lines.at(0).passage);
}

TEST(Anchor, MottoesAloneAndBesideTheLeftColumn) {
  for (const char* line :
       {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "QUẬN 6 Độc lập - Tự do - Hạnh phúc", "Độc lâp - Tư do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃHỘI CHỦ NGHĨA VIỆTNAM"})
    EXPECT_TRUE(line_has_motto(line)) << line;
  for (const char* line :
       {"Việt Nam", "Nhân dân xã hội hóa giáo dục", "Hà Nội, ngày 5 tháng 6 năm 2024",
        "Tuyên truyền về nước Cộng hòa xã hội chủ nghĩa Việt Nam trong các trường học trên địa "
        "bàn"})
    EXPECT_FALSE(line_has_motto(line)) << line;
}

TEST(Anchor, MarksOfCopies) {
  for (const char* line : {"SAO Y", "SAO Y BẢN CHÍNH", "SAO LỤC", "TRÍCH SAO"})
    EXPECT_TRUE(is_copy_mark(line)) << line;
  for (const char* line : {"Sao y bản chính", "SAO VÀNG", "SAO Y VĂN BẢN CỦA TỈNH", "KẾ HOẠCH"})
    EXPECT_FALSE(is_copy_mark(line)) << line;
}

}  // namespace
}  // namespace vanthu
