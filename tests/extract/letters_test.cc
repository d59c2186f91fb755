#include "extract/letters.h"

#include <gtest/gtest.h>

#include <array>

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
  const auto shape = [](std::string_view word) {
    std::array<char, 64> room;
    return fold(word, room.data());
  };
  EXPECT_TRUE(shape("Sở").upper);
  EXPECT_TRUE(shape("12a").upper);
  EXPECT_FALSE(shape("sở").upper);
  EXPECT_TRUE(shape("UBND").capitals);
  EXPECT_TRUE(shape("PA05").capitals);
  EXPECT_FALSE(shape("Ubnd").capitals);
  EXPECT_FALSE(shape("05").capitals);
}

TEST(Letters, FoldingEndsBeforeTheBytesGiven) {
  std::array<char, 64> room;
  Bytes end{};
  end[','] = true;
  const Shape shape = fold("Tuỳ, theo", room.data(), end);
  EXPECT_EQ(shape.read, std::string_view("Tuỳ").size());
  EXPECT_EQ(std::string_view(room.data(), shape.written), "tùy");
}

TEST(Letters, FoldsLongWords) {
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
    out.append(word.before).append("[").append(word.folded).append("]").append(word.after);
  }
  return out;
}

TEST(Tokens, KeepPunctuationBesideWords) {
  EXPECT_EQ(shown("  (Sở Lao động-Thương binh),\tUBND: xã "),
            "([sở] [lao] [động] [-] [thương] [binh]), [ubnd]: [xã]");
  EXPECT_EQ(shown("Quận 1:Tham mưu"), "[quận] [1]: [tham] [mưu]");
  EXPECT_EQ(shown("a ) , b"), "[a]), [b]");
  EXPECT_EQ(shown("(a; ) . ; b"), "([a];).; [b]");
  EXPECT_EQ(shown(" \n"), "");
}

}  // namespace
}  // namespace vanthu
