#include "extract/letters.h"

#include <gtest/gtest.h>

#include "extract/characters.h"
#include "extract/tokens.h"

namespace vanthu {
namespace {

TEST(Letters, FoldsCaseToneAndDashes) {
  EXPECT_EQ(folded("UỶ"), "ủy");
  EXPECT_EQ(folded("Hoà"), "hòa");
  EXPECT_EQ(folded("Quý"), "quý");
  EXPECT_EQ(folded("ĐỘNG–"), "động-");
  EXPECT_EQ(folded("già"), "già");
  EXPECT_EQ(folded("oà"), "òa");
}

TEST(Letters, FoldingKeepsWhatAWordLookedLike) {
  std::string out = "before";
  EXPECT_TRUE(fold("Sở", out).upper);
  EXPECT_EQ(out, "sở");
  EXPECT_TRUE(fold("12a", out).upper);
  EXPECT_FALSE(fold("sở", out).upper);
  EXPECT_TRUE(fold("UBND", out).capitals);
  EXPECT_TRUE(fold("PA05", out).capitals);
  EXPECT_FALSE(fold("Ubnd", out).capitals);
  EXPECT_FALSE(fold("05", out).capitals);
}

TEST(Letters, FoldsWordsLongerThanTheBuffer) {
  std::string upper, lower;
  for (int i = 0; i < 100; ++i) upper += "Ệ", lower += "ệ";
  EXPECT_EQ(folded(upper), lower);
}

TEST(Letters, InvalidBytesBecomeOneReplacement) { EXPECT_EQ(folded("a\xE1\xBB"), "a\uFFFD"); }

TEST(Letters, TailBeginsAtALetter) {
  EXPECT_EQ(tail("Quận ủy", 4), "ủy");
  EXPECT_EQ(tail("Quận ủy", 3), "y");
  EXPECT_EQ(tail("ủy", 40), "ủy");
}

TEST(Characters, BehindTheTableAskICU) {
  EXPECT_EQ(characters()[0x2212].folded, U'-');
  EXPECT_EQ(characters()[U'Đ'].lower, U'đ');
  EXPECT_EQ(characters()[U'Đ'].plain, U'd');
  EXPECT_EQ(characters()[0x301].plain, U'\0');
  EXPECT_TRUE(characters()[0x10400].is(Character::upper));  // Deseret
  EXPECT_EQ(characters()[0x10400].lower, char32_t{0x10428});
}

// "(A" punctuation before, "b," behind, dashes as words.
std::string shown(std::string_view text) {
  std::string out;
  for (const Token& word : tokens(text)) {
    if (!out.empty()) out += ' ';
    out += word.before + "[" + word.folded + "]" + word.after;
  }
  return out;
}

TEST(Tokens, KeepPunctuationBesideWords) {
  EXPECT_EQ(shown("  (Sở Lao động-Thương binh),\tUBND: xã "),
            "([sở] [lao] [động] [-] [thương] [binh]), [ubnd]: [xã]");
  EXPECT_EQ(shown("Quận 1:Tham mưu"), "[quận] [1]: [tham] [mưu]");
  EXPECT_EQ(shown("a ) , b"), "[a]), [b]");
  EXPECT_EQ(shown(" \n"), "");
}

}  // namespace
}  // namespace vanthu
