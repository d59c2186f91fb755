#include "extract/symbol.h"

#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

TEST(Symbol, OneMisreadLetterOfTheKindIsMended) {
  EXPECT_EQ(symbol_of_kind("GT-UBND", "CT"), "CT-UBND");
  EXPECT_EQ(symbol_of_kind("CIr-UBND", "CTr"), "CTr-UBND");
  EXPECT_EQ(symbol_of_kind("QD-TTg", "QĐ"), "QĐ-TTg");
  EXPECT_EQ(symbol_of_kind("H-UBND", "KH"), "KH-UBND");
}

TEST(Symbol, OthersAreLeft) {
  EXPECT_EQ(symbol_of_kind("KH-UBND", "KH"), "KH-UBND");
  EXPECT_EQ(symbol_of_kind("VPCP-CN", "QĐ"), "VPCP-CN");
  EXPECT_EQ(symbol_of_kind("UBND", "KH"), "UBND");
}

TEST(Symbol, IsMendedInTheRecord) {
  const Document document =
      plain_document("ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 46/GT-UBND\n\n"
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                     "An Bình, ngày 07 tháng 5 năm 2025\n\nCHỈ THỊ\nVề việc trồng cây xanh\n")
          .record()
          .document;
  ASSERT_TRUE(document.number);
  EXPECT_EQ(document.number->text, "46/CT-UBND");
  EXPECT_EQ(document.number->symbol, "CT-UBND");
}

}  // namespace
}  // namespace vanthu
