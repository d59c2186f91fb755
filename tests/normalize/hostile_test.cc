#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "normalize/repair.h"

// Input that no document holds: no crash, and no change of what is not text.
namespace vanthu {
namespace {

const RepairModel& model() {
  static const auto model = load_repair_model("normalize/data/vi.lm");
  return *model;
}

std::string streamed(const std::string& text, std::size_t* stretches = nullptr) {
  std::istringstream in(text);
  std::string out;
  repair_stream(model(), in, TextOrigin::text_layer, [&](const RepairedText& part) {
    for (std::size_t i = 0; i < part.lines.size(); ++i)
      out += part.lines[i] + (i + 1 < part.lines.size() || !part.open_end ? "\n" : "");
    if (stretches) ++*stretches;
  });
  return out;
}

TEST(Hostile, EmptyTextStaysEmpty) {
  EXPECT_TRUE(repair_lines(model(), {}).lines.empty());
  EXPECT_EQ(streamed(""), "");
  EXPECT_EQ(streamed("\n \n\t\n"), "\n \n\t\n");
}

TEST(Hostile, InvalidBytesBecomeReplacementsWithAnAccount) {
  const auto out = repair_lines(model(), {"\xFF\xFE\x80", "ngay \xE1\xBB 12"});
  ASSERT_EQ(out.lines.size(), 2u);
  EXPECT_THAT(out.lines[0], testing::HasSubstr("\uFFFD"));
  EXPECT_THAT(out.lines[1], testing::HasSubstr("\uFFFD"));
  EXPECT_FALSE(out.repairs.empty());
}

TEST(Hostile, ControlCharactersGoWithAnAccount) {
  const auto out = repair_lines(model(), {std::string(3, '\0') + "12", "\x01\x02\x1B[31m"});
  EXPECT_THAT(out.lines, testing::ElementsAre("12", "[31m"));
  EXPECT_EQ(out.repairs.size(), 2u);
}

TEST(Hostile, CombiningMarksByTheHundredStayOneWord) {
  std::string marks = "a";
  for (int i = 0; i < 300; ++i) marks += "\u0323\u0301";
  const auto out = repair_lines(model(), {marks, "thực hiện"});
  ASSERT_EQ(out.lines.size(), 2u);
  EXPECT_EQ(out.lines[0].find(' '), std::string::npos);
  EXPECT_GT(out.lines[0].size(), 1000u);
  EXPECT_EQ(out.lines[1], "thực hiện");
}

TEST(Hostile, AMegabyteWithoutASpaceStays) {
  for (const std::string unit : {"a", "nhan4", "\xE1\xBB\x87"}) {
    std::string text;
    while (text.size() < (1 << 20)) text += unit;
    EXPECT_EQ(streamed(text), text) << unit;
  }
}

TEST(Hostile, ALineWithoutEndIsReadInStretches) {
  std::string given, wanted;
  for (int i = 0; i < 60000; ++i) {
    given += "Uy ban nhan dan xa ";
    wanted += "Ủy ban nhân dân xã ";
  }
  std::size_t stretches = 0;
  EXPECT_EQ(streamed(given, &stretches), wanted);
  EXPECT_GT(stretches, 3u);
}

TEST(Hostile, StretchesTellWhereTheyStand) {
  std::string given = "mot dong\n";
  for (int i = 0; i < 60000; ++i) given += "nhan dan ";
  std::istringstream in(given);
  std::size_t bytes = 0;
  bool first = true;
  repair_stream(model(), in, TextOrigin::text_layer, [&](const RepairedText& part) {
    if (!first) {
      EXPECT_EQ(part.first_line, 1u);
      EXPECT_EQ(part.first_byte, bytes);
    }
    first = false;
    bytes += part.lines.back().size();
  });
  EXPECT_FALSE(first);
}

}  // namespace
}  // namespace vanthu
