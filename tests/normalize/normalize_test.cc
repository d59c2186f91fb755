#include "normalize/normalize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "normalize/emphasis.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

// One page with one block; each inner vector is a line.
Scan scan_of(const std::vector<std::vector<std::string>>& lines,
             TextOrigin origin = TextOrigin::text) {
  Page page;
  page.number = 1;
  page.text_origin = origin;
  for (const auto& line : lines) {
    const std::size_t begin = page.words.size();
    for (const std::string& word : line) page.words.push_back({word, {}, 1, -1});
    page.lines.push_back({{begin, page.words.size()}, {}, static_cast<int>(page.lines.size()) + 1});
  }
  page.blocks.push_back({BlockKind::text, {0, page.lines.size()}, {}, -1});
  Scan scan;
  scan.pages.push_back(page);
  return scan;
}

std::vector<std::string> texts(const TextPage& page) {
  std::vector<std::string> out;
  for (const TextWord& word : page.words) out.push_back(word.text);
  return out;
}

std::vector<Span> sources(const TextPage& page) {
  std::vector<Span> out;
  for (const TextWord& word : page.words) out.push_back(word.source);
  return out;
}

TEST(Normalize, AnchorsEveryWordToItsSource) {
  const Scan scan = scan_of({{"\u200B", "\u00D0iều\u00A03.", "Hiệu", "lực"}, {"\uFEFF"}, {"kế"}});
  const Text text = normalize(scan, NoRepair());
  const TextPage& page = text.pages[0];
  EXPECT_THAT(texts(page), ElementsAre("Điều", "3.", "Hiệu", "lực", "kế"));
  EXPECT_THAT(sources(page),
              ElementsAre(Span{1, 2}, Span{1, 2}, Span{2, 3}, Span{3, 4}, Span{5, 6}));
  ASSERT_EQ(page.lines.size(), 3u);
  EXPECT_EQ(page.lines[0].words, (Span{0, 4}));
  EXPECT_EQ(page.lines[1].words, (Span{4, 4}));
  EXPECT_EQ(page.lines[2].words, (Span{4, 5}));
  EXPECT_EQ(page.lines[2].number, 3);
  EXPECT_EQ(page.blocks, scan.pages[0].blocks);
}

TEST(Normalize, ListsWhatItChanged) {
  const Text text = normalize(scan_of({{"\u00D0iều\u00A03.", "\u200B", "lực"}}), NoRepair());
  ASSERT_EQ(text.repairs.size(), 2u);
  EXPECT_EQ(text.repairs[0],
            (Repair{0, {0, 2}, "\u00D0iều\u00A03.", "Điều 3.", RepairKind::unicode, 1}));
  EXPECT_EQ(text.repairs[1], (Repair{0, {2, 2}, "\u200B", "", RepairKind::noise, 1}));
}

TEST(Normalize, DropsEmphasisFromTextFilesOnly) {
  const std::vector<std::vector<std::string>> lines{{"**Về", "chỉ", "số**"}, {"**", "(*)", "**"}};
  EXPECT_THAT(texts(normalize(scan_of(lines), NoRepair()).pages[0]),
              ElementsAre("Về", "chỉ", "số", "**", "(*)", "**"));
  EXPECT_THAT(texts(normalize(scan_of(lines, TextOrigin::ocr), NoRepair()).pages[0]),
              ElementsAre("**Về", "chỉ", "số**", "**", "(*)", "**"));
}

TEST(Normalize, AnEmptyScanGivesAnEmptyText) {
  EXPECT_EQ(normalize(Scan{}, NoRepair()), Text{});
  EXPECT_TRUE(normalize(scan_of({{}}), NoRepair()).pages[0].words.empty());
}

std::vector<std::string> without_emphasis(std::vector<std::string> words) {
  drop_emphasis(words);
  return words;
}

TEST(DropEmphasis, PairsMarksOfOneLength) {
  EXPECT_THAT(without_emphasis({"(*Đính", "kèm*)", "*Lê*"}), ElementsAre("(Đính", "kèm)", "Lê"));
  EXPECT_THAT(without_emphasis({"“*Hoàn", "thành*”", "*trở", "lên*."}),
              ElementsAre("“Hoàn", "thành”", "trở", "lên."));
  EXPECT_THAT(without_emphasis({"**trong", "*quý*", "II.**"}), ElementsAre("trong", "quý", "II."));
}

TEST(DropEmphasis, LeavesLoneMarks) {
  EXPECT_THAT(without_emphasis({"(*)", "5*3", "=", "15*", "*", "*Ghi", "chú:"}),
              ElementsAre("(*)", "5*3", "=", "15*", "*", "*Ghi", "chú:"));
  EXPECT_THAT(without_emphasis({"**trong", "Quý*"}), ElementsAre("**trong", "Quý*"));
}

}  // namespace
}  // namespace vanthu
