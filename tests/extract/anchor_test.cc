#include "extract/anchor.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace vanthu
