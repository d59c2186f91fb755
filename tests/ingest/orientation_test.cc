#include "ingest/orientation.h"

#include <gtest/gtest.h>

#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

TEST(Orientation, SeesLinesThatRunUpOrDown) {
  const PageImage page = scaled(written_paper(30), 1.5);
  for (int quarters = 0; quarters < 4; ++quarters)
    EXPECT_EQ(lies_sideways(find_ink(turned(page, quarters))), quarters % 2 == 1) << quarters;
}

TEST(Orientation, FewMarksDoNotTell) {
  EXPECT_FALSE(lies_sideways({}));
  Ink ink;
  for (int i = 0; i < 20; ++i) ink.marks.push_back({50, i * 20.0, 65, i * 20.0 + 16});
  EXPECT_FALSE(lies_sideways(ink));
}

TEST(Orientation, TurnsBoxesBack) {
  PageImage page = paper(300, 200, 100);
  fill(page, 40, 10, 60, 40, 0);
  for (int quarters = 0; quarters < 4; ++quarters) {
    const PageImage there = turned(page, quarters);
    Box mark{1e9, 1e9, -1, -1};
    for (int y = 0; y < there.height; ++y)
      for (int x = 0; x < there.width; ++x)
        if (there.at(x, y) == 0) mark = united(mark, {double(x), double(y), x + 1.0, y + 1.0});
    EXPECT_EQ(unturned(mark, quarters, page.width, page.height), (Box{40, 10, 60, 40})) << quarters;
  }
}

}  // namespace
}  // namespace vanthu
