#include "core/syllable.h"

#include <gtest/gtest.h>

#include <set>

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

TEST(Inventory, SpellsOnsetRimeAndTone) {
  EXPECT_EQ(spell({"t", "uyên", Tone::hook}), "tuyển");
  EXPECT_EQ(spell({"h", "oa", Tone::grave}), "hòa");
  EXPECT_EQ(spell({"q", "uy", Tone::acute}), "quý");
  EXPECT_EQ(spell({"", "uy", Tone::hook}), "ủy");
  EXPECT_EQ(spell({"ngh", "iêng", Tone::level}), "nghiêng");
  EXPECT_EQ(spell({"kh", "oai", Tone::acute}), "khoái");
  EXPECT_EQ(spell({"m", "ua", Tone::grave}), "mùa");
  EXPECT_EQ(spell({"h", "oan", Tone::grave}), "hoàn");
}

TEST(Inventory, HoldsTheSyllablesOfTheLanguage) {
  for (const char* word : {"ủy",     "uỷ",    "ban", "nhân",  "dân",   "quận",  "phường", "nghiệp",
                           "khuyến", "giếng", "gì",  "quyết", "hoạch", "khuỷu", "ngoằn",  "người",
                           "yêu",    "thuở",  "giữ", "quý",   "khoẻ",  "đẽo"})
    EXPECT_TRUE(possible_syllable(word)) << word;
}

TEST(Inventory, RejectsWhatTheRulesForbid) {
  for (const char* word : {"", "ct", "thuc1", "cế", "kan", "ngế", "hòat", "căt", "àc", "hochb",
                           "index", "ubnd", "thựcc", "qan", "ccách"})
    EXPECT_FALSE(possible_syllable(word)) << word;
}

TEST(Inventory, IsClosedAndSpelledOnce) {
  std::set<std::string> seen;
  for (const Syllable& syllable : all_syllables()) seen.insert(spell(syllable));
  EXPECT_GT(seen.size(), 14000u);
  EXPECT_LT(seen.size(), 20000u);
  for (const std::string& word : seen) EXPECT_EQ(place_tone(word), word);
}

TEST(PlaceTone, MakesOneOfTwoPlacements) {
  EXPECT_EQ(place_tone("hoà"), "hòa");
  EXPECT_EQ(place_tone("uỷ"), "ủy");
  EXPECT_EQ(place_tone("khoẻ"), "khỏe");
  EXPECT_EQ(place_tone("quý"), "quý");
  EXPECT_EQ(place_tone("hoàn"), "hoàn");
  EXPECT_EQ(place_tone("oà"), "òa");
  EXPECT_EQ(place_tone("à"), "à");
}

TEST(Skeleton, DropsMarksAndKeepsCase) {
  EXPECT_EQ(skeleton("Đường"), "Duong");
  EXPECT_EQ(skeleton("ỦY BAN"), "UY BAN");
  EXPECT_EQ(skeleton("số 6, ½"), "so 6, ½");
}

}  // namespace
}  // namespace vanthu
