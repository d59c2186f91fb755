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

TEST(DigitViews, TemperingKeepsTheOrderAndLowersTheSurest) {
  std::vector<DigitString> strings{{"7", 0.9, {}}, {"1", 0.05, {}}};
  temper(strings, 2);
  EXPECT_LT(strings[0].probability, 0.9);
  EXPECT_GT(strings[1].probability, 0.05);
  EXPECT_LT(strings[0].probability + strings[1].probability, 1);  // others keep a share
}

TEST(DigitViews, TemperatureOneChangesNothing) {
  std::vector<DigitString> strings{{"7", 0.9, {}}, {"1", 0.1, {}}};
  temper(strings, 1);
  EXPECT_NEAR(strings[0].probability, 0.9, 1e-9);
}

TEST(DigitViews, NothingLikelyStaysNothing) {
  std::vector<DigitString> none;
  temper(none, 2);
  EXPECT_TRUE(mean_of({{}, {}}).empty());
}

}  // namespace
}  // namespace vanthu
