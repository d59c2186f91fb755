#include "extract/words.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(Words, PlainFormDropsMarksCaseAndRunsOfBlanks) {
  EXPECT_EQ(plain_form("  Nơi\t nhận:  ĐẾN – hết "), "noi nhan: den - het");
  EXPECT_EQ(plain_form("Ho\u0300a"), "hoa");
  std::string many, plain;
  for (int i = 0; i < 100; ++i) many += "Ế ", plain += "e ";
  plain.pop_back();
  EXPECT_EQ(plain_form(many), plain);
}

TEST(Anchor, IsNearWithOneSlipInEight) {
  const Anchor anchor("Nơi nhận");
  EXPECT_TRUE(anchor.near("NƠI NHÂN"));
  EXPECT_TRUE(anchor.near("Nơi nhạm"));
  EXPECT_FALSE(anchor.near("Nơi nham!"));
  EXPECT_FALSE(anchor.near("Nơi nhận hồ sơ"));
  EXPECT_FALSE(anchor.near(""));
}

TEST(Anchor, OneOfItsPiecesIsInWhateverIsNear) {
  const Anchor anchor("Độc lập - Tự do - Hạnh phúc");
  EXPECT_TRUE(anchor.may_be_in("quan 6 doc lap - tu do"));
  EXPECT_FALSE(anchor.may_be_in("ke hoach phong chong lut bao"));
}

TEST(Anchor, OneOfThemStandsAtItsPlaceBeforeTheEndOfWhatEndsNear) {
  const Anchor anchor("Độc lập - Tự do - Hạnh phúc");
  EXPECT_TRUE(anchor.may_end("quan 6 doc lap - tu do - hanh phuc"));
  EXPECT_TRUE(anchor.may_end("quan 6 d0c lap - tv do - hanh phc"));
  EXPECT_FALSE(anchor.may_end("doc lap - tu do - hanh phuc, quan 6"));
  EXPECT_FALSE(anchor.may_end("ke hoach phong chong lut bao"));
  EXPECT_FALSE(anchor.may_end("phuc"));
  EXPECT_EQ(anchor.slips("Độc lâp - Tự dơ - Hanh phuc."), 1u);
  EXPECT_EQ(anchor.slips("Độc lâp - Tự dơ"), std::nullopt);
}

}  // namespace
}  // namespace vanthu
