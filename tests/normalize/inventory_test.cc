#include "normalize/inventory.h"

#include <gtest/gtest.h>

#include <set>

namespace vanthu {
namespace {

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
    EXPECT_TRUE(is_syllable(word)) << word;
}

TEST(Inventory, RejectsWhatTheRulesForbid) {
  for (const char* word : {"", "ct", "thuc1", "cế", "kan", "ngế", "hòat", "căt", "àc", "hochb",
                           "index", "ubnd", "thựcc", "qan", "ccách"})
    EXPECT_FALSE(is_syllable(word)) << word;
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
