#include "normalize/legacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "normalize/normalize.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

TEST(FromLegacy, ReadsTcvn3) {
  const auto read = [](const char* word) { return from_legacy(word, LegacyEncoding::tcvn3); };
  EXPECT_EQ(read("Céng"), "Cộng");
  EXPECT_EQ(read("hßa"), "hòa");
  EXPECT_EQ(read("x·"), "xã");
  EXPECT_EQ(read("nghÜa"), "nghĩa");
  EXPECT_EQ(read("ViÖt"), "Việt");
  EXPECT_EQ(read("nh\u00AD"), "như");
  EXPECT_EQ(read("§iÒu"), "Điều");
  EXPECT_EQ(read("tr\u00ADêng"), "trường");
  EXPECT_EQ(read("2009"), "2009");
}

TEST(FromLegacy, ReadsVni) {
  const auto read = [](const char* word) { return from_legacy(word, LegacyEncoding::vni); };
  EXPECT_EQ(read("Coäng"), "Cộng");
  EXPECT_EQ(read("hoøa"), "hòa");
  EXPECT_EQ(read("xaõ"), "xã");
  EXPECT_EQ(read("nghóa"), "nghĩa");
  EXPECT_EQ(read("Vieät"), "Việt");
  EXPECT_EQ(read("ñöôøng"), "đường");
  EXPECT_EQ(read("ÑIEÀU"), "ĐIỀU");
  EXPECT_EQ(read("UÛY"), "ỦY");
}

TEST(LegacyEncoding, IsTellable) {
  EXPECT_EQ(legacy_encoding({"Céng", "hßa", "x·", "héi", "chñ", "nghÜa", "ViÖt", "Nam"}),
            LegacyEncoding::tcvn3);
  EXPECT_EQ(legacy_encoding({"Coäng", "hoøa", "xaõ", "hoäi", "chuû", "nghóa", "Vieät", "Nam"}),
            LegacyEncoding::vni);
  EXPECT_EQ(legacy_encoding({"Cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "Việt", "Nam"}),
            LegacyEncoding::none);
  EXPECT_EQ(legacy_encoding({"Nghi", "dinh", "qu&n", "hoach", "diéu", "chénh", "vé", "viéc", "té",
                             "chirc", "ndm"}),
            LegacyEncoding::none);
  EXPECT_EQ(legacy_encoding({"café", "naïve", "Köln", "El", "Niño", "über", "Tromsø"}),
            LegacyEncoding::none);
  EXPECT_EQ(legacy_encoding({}), LegacyEncoding::none);
}

TEST(FontEncoding, IsToldByTheName) {
  EXPECT_EQ(font_encoding(".VnTime").encoding, LegacyEncoding::tcvn3);
  EXPECT_FALSE(font_encoding(".VnTime").capitals);
  EXPECT_TRUE(font_encoding("ABCDEF+.VnTimeH").capitals);
  EXPECT_EQ(font_encoding("VNI-Times").encoding, LegacyEncoding::vni);
  EXPECT_EQ(font_encoding("Times New Roman").encoding, LegacyEncoding::none);
}

TEST(ConvertLegacy, GoesByFontAndElseByPage) {
  std::vector<std::string> words{"ñy", "ban", "Quận", "®iÒu"};
  convert_legacy(words, {".VnTimeH", ".VnTimeH", "Arial", ".VnTime"});
  EXPECT_THAT(words, ElementsAre("ỦY", "BAN", "Quận", "điều"));
}

TEST(Normalize, ListsConvertedWords) {
  Scan scan;
  scan.pages.emplace_back();
  for (const char* word : {"Céng", "hßa", "x·", "héi", "chñ", "nghÜa", "nh\u00AD"})
    scan.pages[0].words.push_back({word, {}, 1, -1});
  scan.pages[0].lines.push_back({{0, 7}, {}, 1});
  const Text text = normalize(scan, NoRepair());
  EXPECT_EQ(joined(text.pages[0], {0, 7}), "Cộng hòa xã hội chủ nghĩa như");
  ASSERT_EQ(text.repairs.size(), 7u);
  EXPECT_EQ(text.repairs[1], (Repair{0, {1, 2}, "hßa", "hòa", RepairKind::encoding, 1}));
}

}  // namespace
}  // namespace vanthu
