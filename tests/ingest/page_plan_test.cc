#include "ingest/page_plan.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

// A row of letters of 10 x 12 pixels.
void add_letters(Ink& ink, double x, double y, int count) {
  for (int i = 0; i < count; ++i) ink.marks.push_back({x + i * 14, y, x + i * 14 + 10, y + 12});
}

// A full line, a short one and letters far to the right of that.
Ink page_with_letters_at_the_edge() {
  Ink ink{.width = 600, .height = 400, .marks = {}, .rules = {}, .figures = {}};
  add_letters(ink, 100, 100, 30);
  add_letters(ink, 100, 130, 5);
  add_letters(ink, 500, 130, 2);
  return ink;
}

TEST(PagePlan, ReadsWhatIsAlignedAtTheRight) {
  EXPECT_EQ(plan_page(page_with_letters_at_the_edge(), 1).regions.size(), 3U);
}

TEST(PagePlan, DoesNotReadTheLettersOfASealAtTheEdge) {
  Ink ink = page_with_letters_at_the_edge();
  ink.figures.push_back({495, 145, 590, 240});
  const PagePlan plan = plan_page(ink, 1);
  ASSERT_EQ(plan.regions.size(), 2U);
  EXPECT_LT(plan.regions[1].box.x1, 200);
}

}  // namespace
}  // namespace vanthu
