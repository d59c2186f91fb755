#include "normalize/specks.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"

namespace vanthu {
namespace {

TEST(Specks, AreSignsThatAreNotPrintedAlone) {
  for (const char* word : {"¬", "\"¬", "`", "^", "`.", "‹"}) {
    EXPECT_TRUE(is_speck(word, {false, true})) << word;
    EXPECT_TRUE(is_speck(word, {true, false})) << word;
  }
  for (const char* word : {"_", "._", "~"}) {
    EXPECT_TRUE(is_speck(word, {false, true})) << word;
    EXPECT_FALSE(is_speck(word, {true, false})) << word;
    EXPECT_FALSE(is_speck(word, {true, true})) << word;
  }
}

TEST(Specks, AreNoPunctuationNumbersOrWords) {
  for (const char* word : {"-", "–",  "+", "*", "•", "(", ")",    "[",   "]", ".",  ":", ";",
                           ",", "\"", "'", "/", "&", "|", "____", "...", "1", "`a", "%", ""})
    for (bool first : {false, true}) EXPECT_FALSE(is_speck(word, {first, !first})) << word;
  EXPECT_FALSE(is_speck("~", {false, false}));
}

TEST(Specks, AreDroppedFromRecognisedPagesWithAnAccount) {
  Scan scan;
  scan.pages.emplace_back();
  Page& page = scan.pages[0];
  page.text_origin = TextOrigin::ocr;
  for (const char* word : {"-", "Nơi", "nhận", "¬", "~", "lưu"})
    page.words.push_back({word, {}, 1, -1});
  page.lines = {{{0, 4}, {}, 1}, {{4, 6}, {}, 2}};
  const Text text = normalize(scan, NoRepair());
  ASSERT_EQ(text.pages[0].words.size(), 5u);
  EXPECT_EQ(text.pages[0].lines[0].words, (Span{0, 3}));
  EXPECT_EQ(text.pages[0].lines[1].words, (Span{3, 5}));
  ASSERT_EQ(text.repairs.size(), 1u);
  EXPECT_EQ(text.repairs[0].kind, RepairKind::noise);
  EXPECT_EQ(text.repairs[0].as_read, "¬");
  EXPECT_EQ(text.repairs[0].repaired, "");
  EXPECT_TRUE(text.repairs[0].words.empty());
  EXPECT_EQ(normalize(scan, NoRepair(), {.repair = false}).pages[0].words.size(), 6u);
  page.text_origin = TextOrigin::text_layer;
  EXPECT_EQ(normalize(scan, NoRepair()).pages[0].words.size(), 6u);
}

}  // namespace
}  // namespace vanthu
