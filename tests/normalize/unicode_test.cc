#include "normalize/unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(CleanWord, ReadsOneDWhereRecognitionWroteTwo) {
  EXPECT_EQ(clean_word("12/Q\u0110\u00d0-UBND"), std::vector<std::string>{"12/QĐ-UBND"});
  EXPECT_EQ(clean_word("BC\u00d0\u0110"), std::vector<std::string>{"BCĐ"});
  EXPECT_EQ(clean_word("\u00d0\u00d0T"), std::vector<std::string>{"ĐĐT"});
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CleanWord, ComposesMarksInAnyOrder) {
  EXPECT_THAT(clean_word("nu\u031Bo\u031B\u0301c"), ElementsAre("nước"));
  EXPECT_THAT(clean_word("phu\u031Bo\u031B\u0300ng"), ElementsAre("phường"));
  EXPECT_THAT(clean_word("lâ\u0323p"), ElementsAre("lập"));
  EXPECT_THAT(clean_word("la\u0323\u0302p"), ElementsAre("lập"));
}

TEST(CleanWord, DropsWhatIsInvisible) {
  EXPECT_THAT(clean_word("\uFEFFKế"), ElementsAre("Kế"));
  EXPECT_THAT(clean_word("hoạ\u00ADch\u200B"), ElementsAre("hoạch"));
  EXPECT_THAT(clean_word("\x01\x02"), IsEmpty());
  EXPECT_THAT(clean_word(""), IsEmpty());
}

TEST(CleanWord, PartsAtNonBreakingSpaces) {
  EXPECT_THAT(clean_word("Điều\u00A03"), ElementsAre("Điều", "3"));
  EXPECT_THAT(clean_word("10\u202F000"), ElementsAre("10", "000"));
  EXPECT_THAT(clean_word("\u00A0"), IsEmpty());
}

TEST(CleanWord, WritesLigaturesAsLetters) {
  EXPECT_THAT(clean_word("ﬁle"), ElementsAre("file"));
  EXPECT_THAT(clean_word("oﬃce"), ElementsAre("office"));
}

TEST(CleanWord, ReplacesLettersThatOnlyLookRight) {
  EXPECT_THAT(clean_word("\u00D0iều"), ElementsAre("Điều"));
  EXPECT_THAT(clean_word("2318/Q\u0110\u00D0-BCT"), ElementsAre("2318/QĐ-BCT"));
  EXPECT_THAT(clean_word("Q\u0110-UBN\u00D0"), ElementsAre("QĐ-UBNĐ"));
  EXPECT_THAT(clean_word("U\u0412ND"), ElementsAre("UBND"));  // Cyrillic В among Latin letters
  EXPECT_THAT(clean_word("Москва"), ElementsAre("Москва"));   // a Cyrillic word stays
  EXPECT_THAT(clean_word("α"), ElementsAre("α"));
}

TEST(CleanWord, KeepsWhatCarriesMeaning) {
  EXPECT_THAT(clean_word("m²"), ElementsAre("m²"));
  EXPECT_THAT(clean_word("uỷ"), ElementsAre("uỷ"));
  EXPECT_THAT(clean_word("“hoà”"), ElementsAre("“hoà”"));
}

TEST(CleanWord, SurvivesInvalidBytes) {
  EXPECT_THAT(clean_word("a\xFF"), ElementsAre("a\uFFFD"));
  EXPECT_THAT(clean_word("\xE1\xBB"), ElementsAre("\uFFFD"));
  std::string marks = "a";
  for (int i = 0; i < 500; ++i) marks += "\u0301";
  EXPECT_EQ(clean_word(marks).size(), 1u);
}

TEST(ValidUtf8, LeavesValidTextAlone) {
  EXPECT_EQ(valid_utf8("Ủy ban 1\u00BD 😀"), "Ủy ban 1\u00BD 😀");
  EXPECT_EQ(valid_utf8("\x80 b"), "\uFFFD b");
}

TEST(LowerCase, FoldsVietnameseLetters) { EXPECT_EQ(lower_case("ĐƯỜNG Ỷ Ẵ1"), "đường ỷ ẵ1"); }

}  // namespace
}  // namespace vanthu
