#include "ingest/stray_specks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vanthu {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr double em = 20;

Box letter(double x) { return {x, 100, x + 9, 112}; }
Box dot(double x, double y) { return {x, y, x + 2, y + 2}; }

TEST(StraySpecks, StandApartFromLetters) {
  EXPECT_THAT(stray_specks({letter(0), dot(30, 104), dot(4, 140), letter(60)}, em),
              UnorderedElementsAre(1U, 2U));
}

TEST(StraySpecks, BeforeALetterOrHighBehindItAreSpecks) {
  EXPECT_THAT(stray_specks({letter(20), dot(14, 110), dot(33, 101)}, em),
              UnorderedElementsAre(1U, 2U));
}

TEST(StraySpecks, AccentsStopsColonsAndEllipsesAreNone) {
  EXPECT_THAT(stray_specks({letter(0), dot(4, 96), dot(4, 115)}, em), IsEmpty());
  EXPECT_THAT(stray_specks({letter(0), dot(11, 110)}, em), IsEmpty());
  EXPECT_THAT(stray_specks({letter(0), dot(11, 103), dot(11, 110)}, em), IsEmpty());
  EXPECT_THAT(stray_specks({letter(0), dot(11, 110), dot(16, 110), dot(21, 110)}, em), IsEmpty());
}

TEST(StraySpecks, LargerMarksAreNone) {
  EXPECT_THAT(stray_specks({letter(0), {30, 105, 38, 107}}, em), IsEmpty());  // a dash
}

}  // namespace
}  // namespace vanthu
