#include "ingest/coloured_ink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <utility>
#include <vector>

#include "ingest/orientation.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

struct Colour {
  int red, green, blue;
};
constexpr Colour paper_white{250, 250, 250}, print{20, 20, 25}, pen_blue{45, 60, 150},
    seal_red{210, 45, 60};

// A coloured page of 600 x 400 pixels at 200 dpi.
class Sheet {
 public:
  Sheet() : pix_(pixCreate(600, 400, 32)) { fill(0, 0, 600, 400, paper_white); }

  void fill(int x0, int y0, int x1, int y1, Colour colour) {
    for (int y = y0; y < y1; ++y)
      for (int x = x0; x < x1; ++x)
        pixSetRGBPixel(pix_.get(), x, y, colour.red, colour.green, colour.blue);
  }

  PageImage image() const { return to_image(pix_.get(), 200); }

 private:
  PixPtr pix_;
};

// A line of print that a figure by pen stands in and crosses.
Sheet written_sheet() {
  Sheet sheet;
  sheet.fill(50, 100, 300, 104, print);
  sheet.fill(150, 80, 155, 120, pen_blue);
  return sheet;
}

bool is_ink(const PageImage& image, int x, int y) { return image.at(x, y) < 128; }

TEST(ColouredInk, OfAPenIsPartedFromPrintThatItCrosses) {
  const auto inks = part_ink(written_sheet().image());
  ASSERT_TRUE(inks);
  EXPECT_TRUE(is_ink(inks->pen, 152, 90));
  EXPECT_FALSE(is_ink(inks->pen, 100, 102));
  EXPECT_FALSE(is_ink(inks->rest, 152, 90));
  EXPECT_TRUE(is_ink(inks->rest, 100, 102));
  EXPECT_TRUE(is_ink(inks->rest, 148, 102)) << "print beside the pen";
}

TEST(ColouredInk, BlackPrintAndRedSealsAreNone) {
  Sheet sheet;
  sheet.fill(50, 100, 300, 104, print);
  sheet.fill(150, 80, 255, 220, seal_red);
  EXPECT_FALSE(sheet.image().pen);
  EXPECT_FALSE(part_ink(sheet.image()));
}

TEST(ColouredInk, IsKeptAsRegions) {
  Sheet sheet = written_sheet();
  sheet.fill(350, 80, 354, 200, pen_blue);
  sheet.fill(400, 220, 560, 380, seal_red);
  sheet.fill(50, 300, 120, 320, seal_red);  // as large as a word
  std::vector<std::pair<InkRegion::Kind, Box>> found;
  for (const InkRegion& region : find_ink_regions(sheet.image()))
    found.emplace_back(region.kind, region.box);
  EXPECT_THAT(found, testing::UnorderedElementsAre(
                         testing::Pair(InkRegion::Kind::seal, Box{400, 220, 560, 380}),
                         testing::Pair(InkRegion::Kind::signature, Box{350, 80, 354, 200}),
                         testing::Pair(InkRegion::Kind::handwriting, Box{150, 80, 155, 120})));
}

TEST(ColouredInk, TurnsAndScalesWithItsPage) {
  const PageImage turned_page = turned(scaled(written_sheet().image(), 0.5), 1);
  ASSERT_TRUE(turned_page.pen);
  EXPECT_EQ(turned_page.pen->width, turned_page.width);
  EXPECT_EQ(turned_page.pen->height, turned_page.height);
  const auto inks = part_ink(turned_page);
  EXPECT_TRUE(is_ink(inks->pen, 199 - 45, 76));
  EXPECT_FALSE(is_ink(inks->rest, 199 - 45, 76));
}

TEST(ColouredInk, SignaturesGoAndThePrintBeneathStays) {
  Sheet sheet = written_sheet();
  sheet.fill(350, 80, 354, 200, pen_blue);  // 15 mm high
  sheet.fill(320, 150, 500, 153, print);
  PageImage image = sheet.image();
  remove_signatures(image);
  EXPECT_FALSE(is_ink(image, 352, 120));
  EXPECT_TRUE(is_ink(image, 346, 151));
  EXPECT_TRUE(is_ink(image, 152, 90)) << "small writing stays";
}

TEST(ColouredInk, IsSeenInPalettes) {
  PixPtr pix(pixCreate(600, 400, 8));
  PIXCMAP* colours = pixcmapCreate(8);
  pixcmapAddColor(colours, 250, 250, 250);
  pixcmapAddColor(colours, 45, 60, 150);
  pixSetColormap(pix.get(), colours);
  for (int y = 80; y < 180; ++y)
    for (int x = 150; x < 155; ++x) pixSetPixel(pix.get(), x, y, 1);
  EXPECT_TRUE(to_image(pix.get(), 200).pen);
}

}  // namespace
}  // namespace vanthu
