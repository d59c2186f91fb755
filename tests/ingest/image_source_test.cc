#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

Scan read(const std::string& bytes) {
  const TempFolder folder;
  return ingest(folder.write("a", bytes), FixedReader({word_at("đọc", {110, 130, 160, 140})}));
}

TEST(ImageSource, ReadsPngAndJpeg) {
  for (const std::string& bytes : {png(written_paper(20)), jpeg(written_paper(20))}) {
    const Scan scan = read(bytes);
    ASSERT_EQ(scan.pages.size(), 1U);
    const Page& page = scan.pages[0];
    EXPECT_EQ(page.text_origin, TextOrigin::ocr);
    EXPECT_EQ(page.dpi, 100);
    EXPECT_NEAR(*page.width_pt, 595, 1);
    EXPECT_NEAR(page.words.at(0).box->x0, 110 * 0.72, 0.5);
    EXPECT_FALSE(page.reason.empty());
  }
}

TEST(ImageSource, ReadsTiffsOfSeveralPages) {
  const TempFolder folder;
  const Scan scan =
      read(tiff({written_paper(20), paper(827, 1169, 100), written_paper(5)}, folder.path("t")));
  ASSERT_EQ(scan.pages.size(), 3U);
  EXPECT_EQ(scan.media_type, "image/tiff");
  EXPECT_EQ(scan.pages[0].text_origin, TextOrigin::ocr);
  EXPECT_EQ(scan.pages[1].text_origin, TextOrigin::blank);
  EXPECT_EQ(scan.pages[2].number, 3);
}

TEST(ImageSource, GuessesTheResolutionFromA4) {
  PageImage image = written_paper(20);
  for (const int dpi : {1, 72, 96}) {
    image.dpi = dpi;
    EXPECT_EQ(read(png(image)).pages.at(0).dpi, 100) << dpi;
  }
}

TEST(ImageSource, RedInkIsNotRead) {
  PixPtr pix(pixCreate(827, 1169, 32));
  pixSetAll(pix.get());
  for (int x = 100; x < 700; ++x)
    for (int y = 100; y < 900; ++y)
      if (x % 20 < 12 && y % 30 < 14) pixSetRGBPixel(pix.get(), x, y, 235, 40, 50);
  EXPECT_EQ(read(written(pix.get(), IFF_PNG)).pages.at(0).text_origin, TextOrigin::blank);
  for (int x = 100; x < 700; ++x)
    for (int y = 100; y < 900; ++y)
      if (x % 20 < 12 && y % 30 < 14) pixSetRGBPixel(pix.get(), x, y, 40, 50, 140);
  EXPECT_EQ(read(written(pix.get(), IFF_PNG)).pages.at(0).text_origin, TextOrigin::ocr);
}

}  // namespace
}  // namespace vanthu
