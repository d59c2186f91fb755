#include "ingest/table_grid.h"

#include <gtest/gtest.h>

#include "ingest/raster.h"

namespace vanthu {
namespace {

Rule across(double y, double x0, double x1) { return {true, y, x0, x1, 2, 0}; }
Rule down(double x, double y0, double y1) { return {false, x, y0, y1, 2, 0}; }

// A page of 1240 x 1754 pixels (A4 at 150 dpi).
std::string tables(const std::vector<Rule>& rules) {
  Ink ink;
  ink.width = 1240;
  ink.height = 1754;
  ink.rules = rules;
  std::string out;
  for (const Table& table : find_tables(ink)) out += dump(table) + "\n";
  return out;
}

TEST(TableGrid, FindsAPlainGrid) {
  EXPECT_EQ(tables({across(100, 100, 1100), across(200, 100, 1100), across(300, 100, 1100),
                    down(100, 100, 300), down(500, 100, 300), down(1100, 100, 300)}),
            "a b\nc d\n\n");
}

TEST(TableGrid, FollowsSpanningCells) {
  EXPECT_EQ(tables({across(100, 100, 1100), across(200, 100, 1100), across(300, 500, 1100),
                    across(400, 100, 1100), down(100, 100, 400), down(500, 200, 400),
                    down(800, 200, 400), down(1100, 100, 400)}),
            "a < <\nb c d\n^ e f\n\n");
}

TEST(TableGrid, MakesCellsRectangles) {
  // The wall between b and e is missing, as is the one between d and e: one cell of four places.
  EXPECT_EQ(tables({across(100, 100, 1100), across(200, 100, 500), across(300, 100, 1100),
                    down(100, 100, 300), down(500, 100, 200), down(1100, 100, 300)}),
            "");
}

TEST(TableGrid, ClosesTablesThatThePageCutsOff) {
  EXPECT_EQ(tables({across(200, 100, 1100), across(300, 100, 1100), down(100, 150, 380),
                    down(500, 150, 380), down(1100, 150, 380)}),
            "a b\nc d\ne f\n\n");
}

TEST(TableGrid, PartsTablesThatTouch) {
  EXPECT_EQ(
      tables({across(100, 100, 1100), across(200, 100, 1100), across(300, 100, 1100),
              down(100, 100, 300), down(1100, 100, 300), down(400, 100, 200), down(700, 200, 300)}),
      "a b\n\na b\n\n");
}

TEST(TableGrid, KeepsRowsOfOneCellInTheTable) {
  EXPECT_EQ(tables({across(100, 100, 1100), across(200, 100, 1100), across(300, 100, 1100),
                    across(400, 100, 1100), down(100, 100, 400), down(1100, 100, 400),
                    down(500, 100, 200), down(500, 300, 400)}),
            "a b\nc <\nd e\n\n");
}

TEST(TableGrid, JoinsBrokenAndSlopingLines) {
  std::vector<Rule> rules{across(100, 100, 600), across(102, 612, 1100), across(300, 100, 1100),
                          down(100, 100, 300), down(1100, 100, 300)};
  rules.push_back({false, 500, 100, 300, 2, 0.02});
  EXPECT_EQ(tables(rules), "a b\n\n");
}

TEST(TableGrid, LeavesLooseStrokesOut) {
  EXPECT_EQ(tables({across(100, 100, 1100), across(200, 100, 1100), across(300, 100, 1100),
                    down(100, 100, 300), down(500, 100, 300), down(1100, 100, 300),
                    down(800, 185, 220), across(250, 700, 760)}),
            "a b\nc d\n\n");
}

TEST(TableGrid, RefusesWhatIsNoTable) {
  EXPECT_EQ(tables({across(100, 200, 400), across(120, 700, 1000)}), "");  // letterhead
  EXPECT_EQ(tables({across(100, 100, 350), across(180, 100, 350), down(100, 100, 180),
                    down(170, 100, 180), down(350, 100, 180)}),
            "");  // a stamp's box
  EXPECT_EQ(tables({across(100, 100, 1100), across(300, 100, 1100), down(100, 100, 300),
                    down(1100, 100, 300)}),
            "");  // a frame
}

// Paper at that many dpi with a table of 3 x 2 cells drawn on it.
PageImage drawn_table(int dpi) {
  PageImage image{8 * dpi, 4 * dpi, dpi, {}};
  image.pixels.assign(static_cast<std::size_t>(image.width) * image.height, 245);
  const auto fill = [&](int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x)
        image.pixels[static_cast<std::size_t>(y) * image.width + x] = 20;
  };
  const int t = dpi / 75;
  for (const int y : {1, 2, 3}) fill(dpi, y * dpi, 7 * dpi + t, y * dpi + t);
  for (const int x : {1, 3, 5, 7}) fill(x * dpi, dpi, x * dpi + t, 3 * dpi);
  return image;
}

TEST(TableGrid, SeesDrawnLines) {
  for (const int dpi : {150, 200, 300}) {
    const auto found = find_tables(find_ink(drawn_table(dpi)));
    ASSERT_EQ(found.size(), 1U) << dpi;
    EXPECT_EQ(dump(found[0]), "a b c\nd e f\n");
  }
}

TEST(TableGrid, SeesLinesOfAPageAskew) {
  const PageImage askew = rotated(drawn_table(200), 1.0);
  const auto found = find_tables(find_ink(askew));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(dump(found[0]), "a b c\nd e f\n");
}

TEST(TableGrid, LeavesNoLineAmongTheMarks) {
  EXPECT_TRUE(find_ink(drawn_table(200)).marks.empty());
}

}  // namespace
}  // namespace vanthu
