#include "extract/marker.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

struct Case {
  std::string line;
  MarkerKind kind;
  std::string text;
  int depth;
};

TEST(Marker, OpensAParagraph) {
  const Case cases[] = {
      {"PHẦN THỨ NHẤT", MarkerKind::part, "PHẦN THỨ NHẤT", 1},
      {"Chương II. Tổ chức", MarkerKind::chapter, "Chương II", 1},
      {"Mục 1. Quy định chung", MarkerKind::section, "Mục 1", 1},
      {"Điều 3. Giao Sở Y tế", MarkerKind::article, "Điều 3.", 1},
      {"B. Nhiệm vụ", MarkerKind::capital, "B.", 1},
      {"IV. TỔ CHỨC THỰC HIỆN", MarkerKind::roman, "IV.", 1},
      {"II- NHIỆM VỤ", MarkerKind::roman, "II-", 1},
      {"I MỤC ĐÍCH", MarkerKind::roman, "I", 1},
      {"1. Sở Y tế", MarkerKind::number, "1.", 1},
      {"2) Sở Y tế", MarkerKind::number, "2)", 1},
      {"1.2. Rà soát", MarkerKind::number, "1.2.", 2},
      {"1.2.3 Rà soát", MarkerKind::number, "1.2.3", 3},
      {"a) rà soát", MarkerKind::letter, "a)", 1},
      {"đ) Rà soát", MarkerKind::letter, "đ)", 1},
      {"- Rà soát", MarkerKind::dash, "-", 1},
      {"– Rà soát", MarkerKind::dash, "–", 1},
      {"-BCĐ huyện", MarkerKind::dash, "-", 1},
      {"_- Rà soát", MarkerKind::dash, "-", 1},
      {"+ Rà soát", MarkerKind::plus, "+", 1},
      {"• Rà soát", MarkerKind::dot, "•", 1},
  };
  for (const Case& expected : cases) {
    const auto marker = marker_of(expected.line);
    ASSERT_TRUE(marker) << expected.line;
    EXPECT_EQ(marker->kind, expected.kind) << expected.line;
    EXPECT_EQ(marker->text.substr(marker->text.size() - expected.text.size()), expected.text);
    EXPECT_EQ(marker->depth, expected.depth) << expected.line;
  }
}

TEST(Marker, IsNoneInRunningText) {
  for (const char* line :
       {"1022 thuộc thẩm quyền", "5.000 đồng", "30/6 hằng năm", "14-KL/TW ngày", "Điều 5 của Luật",
        "I", "V của", "của Sở Y tế", "3 năm 2023", "5.12.2024 của", "Mục 2 phần này", "-", "—"})
    EXPECT_FALSE(marker_of(line)) << line;
}

TEST(Marker, SmallLetterMakesItWeak) {
  EXPECT_TRUE(marker_of("- và phường")->weak);
  EXPECT_FALSE(marker_of("- Và phường")->weak);
}

TEST(Marker, RanksNest) {
  EXPECT_TRUE(marker_of("I. A")->above(*marker_of("1. A")));
  EXPECT_TRUE(marker_of("1. A")->above(*marker_of("1.1. A")));
  EXPECT_TRUE(marker_of("a) A")->above(*marker_of("- A")));
  EXPECT_TRUE(marker_of("1.1. A")->same_rank(*marker_of("2.4 A")));
}

}  // namespace
}  // namespace vanthu
