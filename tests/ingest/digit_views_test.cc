#include "ingest/digit_views.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(DigitViews, MeanTakesAStringThatOneViewLacksAsImpossibleThere) {
  const auto mean = mean_of({{{"299", 0.9, {}}, {"899", 0.1, {}}}, {{"899", 0.6, {}}}});
  ASSERT_EQ(mean.size(), 2U);
  EXPECT_EQ(mean[0].digits, "299");
  EXPECT_DOUBLE_EQ(mean[0].probability, 0.45);
  EXPECT_DOUBLE_EQ(mean[1].probability, 0.35);
}

TEST(DigitViews, APensDigitsCountWhereThePrintHasNone) {
  const auto strings = parted({{"427", 0.7, {}}, {"27", 0.3, {}}},
                              {{"27", 0.9, {}}, {"21", 0.1, {}}}, {{"", 1, {}}});
  EXPECT_EQ(strings[0].digits, "27");
  EXPECT_DOUBLE_EQ(strings[0].probability, 0.6);
}

TEST(DigitViews, PrintedDigitsCountWhereThePenHasNone) {
  const auto strings = parted({{"41", 0.9, {}}}, {{"", 0.9, {}}, {"4", 0.1, {}}}, {{"1", 1, {}}});
  EXPECT_EQ(strings[0].digits, "1");
  EXPECT_DOUBLE_EQ(strings[0].probability, 0.9);
}

TEST(DigitViews, AllInkTellsWhereBothHaveDigits) {
  const auto strings = parted({{"41", 0.9, {}}}, {{"4", 1, {}}}, {{"1", 1, {}}});
  EXPECT_EQ(strings[0].digits, "41");
  EXPECT_DOUBLE_EQ(strings[0].probability, 0.9);
}

TEST(DigitViews, NothingLikelyStaysNothing) { EXPECT_TRUE(mean_of({{}, {}}).empty()); }

}  // namespace
}  // namespace vanthu
