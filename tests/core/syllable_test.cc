#include "core/syllable.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(Syllable, TakesVietnameseSpelling) {
  for (const char* word :
       {"nghiêng", "quyết", "khuỷu", "giếng", "gì",   "gìn",   "quốc",  "người", "ủy",    "uỷ",
        "hòa",     "hoà",   "đường", "yêu",   "yến",  "kỹ",    "ghế",   "nghị",  "xoong", "khuya",
        "oanh",    "quỳnh", "việc",  "ấp",    "thuở", "ngoằn", "huênh", "rượu",  "a",     "ý"})
    EXPECT_TRUE(possible_syllable(word)) << word;
}

TEST(Syllable, RefusesOtherWords) {
  for (const char* word : {"thyc", "viec", "bach",  "the ",  "ctia", "hoach",      "nghà", "kà",
                           "cế",   "gế",   "wa",    "fax",   "plan", "tiếnn",      "đđi",  "hớá",
                           "",     "s6",   "thiêt", "bặch1", "Đi",   "quy\xcc\x81"})
    EXPECT_FALSE(possible_syllable(word)) << word;
}

TEST(Syllable, StopsNeedSharpOrHeavyTone) {
  EXPECT_TRUE(possible_syllable("các"));
  EXPECT_TRUE(possible_syllable("cạc"));
  EXPECT_FALSE(possible_syllable("cac"));
  EXPECT_FALSE(possible_syllable("càc"));
  EXPECT_FALSE(possible_syllable("thịch "));
  EXPECT_TRUE(possible_syllable("thịch"));
}

TEST(Syllable, KnowsMarks) {
  EXPECT_TRUE(has_vietnamese_mark("đi"));
  EXPECT_TRUE(has_vietnamese_mark("trâu"));
  EXPECT_TRUE(has_vietnamese_mark("má"));
  EXPECT_FALSE(has_vietnamese_mark("ba"));
  EXPECT_FALSE(has_vietnamese_mark("ça"));
}

TEST(Syllable, SkeletonsHaveNoMarks) {
  EXPECT_TRUE(possible_skeleton("viec"));
  EXPECT_TRUE(possible_skeleton("nguoi"));
  EXPECT_TRUE(possible_skeleton("duong"));
  EXPECT_FALSE(possible_skeleton("plan"));
  EXPECT_FALSE(possible_skeleton("việc"));
}

}  // namespace
}  // namespace vanthu
