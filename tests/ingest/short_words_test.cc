#include "ingest/short_words.h"

#include <gtest/gtest.h>

#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

using ReadLine = PageReader::ReadLine;

constexpr Box all{10, 10, 90, 50};

std::vector<ReadLine> read(const std::string& text, double confidence = 0.95) {
  Word word;
  word.text = text;
  word.box = all;
  word.confidence = confidence;
  return {{all, {word}}};
}

// Upright strokes, 30 pixels high.
PageImage strokes(int count) {
  PageImage image = paper(100, 60, 200);
  for (int i = 0; i < count; ++i) fill(image, 20 + i * 15, 15, 25 + i * 15, 45, 20);
  return image;
}

std::string reread(const std::string& text, int count, bool after_quarter = false,
                   double confidence = 0.95) {
  std::vector<ReadLine> region = read(text, confidence);
  reread_short_words(region, all, after_quarter, strokes(count));
  return region[0].words[0].text;
}

TEST(ShortWords, NumeralsAreCountedStrokes) {
  EXPECT_EQ(reread("H", 2), "II");
  EXPECT_EQ(reread("HI.", 3), "III.");
  EXPECT_EQ(reread("n", 2, false, 0.5), "II");
}

TEST(ShortWords, WordsAndLongerOnesStay) {
  EXPECT_EQ(reread("nu", 3), "nu");
  EXPECT_EQ(reread("HHHHHH", 3), "HHHHHH");
}

TEST(ShortWords, AQuarterMayHaveItsYear) {
  PageImage image = paper(200, 60, 200);
  for (const int x : {20, 35}) fill(image, x, 15, x + 5, 45, 20);
  for (int y = 15; y < 45; ++y) fill(image, 65 - (y - 15) / 2, y, 69 - (y - 15) / 2, y + 1, 20);
  fill(image, 85, 15, 100, 45, 20);
  std::vector<ReadLine> region = read("112031");
  region[0].words[0].box = Box{15, 10, 110, 50};
  reread_short_words(region, {15, 10, 110, 50}, false, image);
  EXPECT_EQ(region[0].words[0].text, "112031");
  reread_short_words(region, {15, 10, 110, 50}, true, image);
  EXPECT_EQ(region[0].words[0].text, "II/2031");
}

TEST(ShortWords, ALoneDigitIsReadByTheNetworkOfDigits) {
  PageImage image = paper(100, 80, 200);
  fill(image, 40, 28, 55, 31, 20);
  for (int y = 31; y < 52; ++y) fill(image, 52 - (y - 31) / 3, y, 55 - (y - 31) / 3, y + 1, 20);
  std::vector<ReadLine> region;
  reread_short_words(region, {40, 20, 55, 60}, false, image);
  ASSERT_EQ(region.size(), 1U);
  EXPECT_EQ(region[0].words[0].text, "7");
}

TEST(ShortWords, NothingReadOfNothingStaysNothing) {
  std::vector<ReadLine> region;
  reread_short_words(region, {10, 10, 30, 50}, false, paper(100, 60, 200));
  EXPECT_TRUE(region.empty());
}

}  // namespace
}  // namespace vanthu
