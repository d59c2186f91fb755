#include <gtest/gtest.h>

#include "core/text.h"
#include "ingest/ingest.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

Scan read(const std::string& text) {
  const TempFolder folder;
  return ingest(folder.write("a.txt", text), ThrowingReader(ErrorCode::internal));
}

// Cells in brackets, "|" between lines of one block, "/" between rows, " + " between blocks.
std::string shape(const Page& page) {
  std::string out;
  for (const Block& block : page.blocks) {
    if (!out.empty()) out += " + ";
    if (block.kind != BlockKind::table) {
      for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
        if (i > block.lines.begin) out += '|';
        for (std::size_t w = page.lines[i].words.begin; w < page.lines[i].words.end; ++w)
          out += (w > page.lines[i].words.begin ? " " : "") + page.words[w].text;
      }
      continue;
    }
    int row = 0;
    for (const Cell& cell : page.tables[block.table].cells) {
      if (cell.row != row) out += '/';
      row = cell.row;
      out += '[';
      for (std::size_t i = cell.lines.begin; i < cell.lines.end; ++i)
        for (std::size_t w = page.lines[i].words.begin; w < page.lines[i].words.end; ++w)
          out += (w > page.lines[i].words.begin ? " " : "") + page.words[w].text;
      out += cell.column_span > 1 ? ":" + std::to_string(cell.column_span) + "]" : "]";
    }
  }
  return out;
}

std::string shape_of(const std::string& text) { return shape(read(text).pages.at(0)); }

TEST(TextSource, BlankLinesPartBlocks) {
  EXPECT_EQ(shape_of("Một dòng\nhai  dòng\n\n\n  Ba dòng \n"), "Một dòng|hai dòng + Ba dòng");
}

TEST(TextSource, TakesByteOrderMarkAndCarriageReturns) {
  EXPECT_EQ(shape_of("\xEF\xBB\xBFKế hoạch\r\n\r\nNăm\r\n"), "Kế hoạch + Năm");
}

TEST(TextSource, FormFeedsPartPages) {
  const Scan scan = read("một\n\fhai\n\f\n\fbốn\n\f");
  ASSERT_EQ(scan.pages.size(), 4U);
  EXPECT_EQ(shape(scan.pages[0]), "một");
  EXPECT_EQ(shape(scan.pages[1]), "hai");
  EXPECT_EQ(scan.pages[2].text_origin, TextOrigin::blank);
  EXPECT_EQ(shape(scan.pages[3]), "bốn");
  EXPECT_EQ(scan.pages[3].number, 4);
  EXPECT_EQ(scan.media_type, "text/plain");
}

TEST(TextSource, NumbersLinesAsInTheFile) {
  const Page page = read("một\n\nhai\nba\tbốn\nnăm\tsáu\n").pages.at(0);
  std::vector<int> numbers;
  for (const Line& line : page.lines) numbers.push_back(line.number);
  EXPECT_EQ(numbers, (std::vector<int>{1, 3, 4, 4, 5, 5}));
}

TEST(TextSource, TabsMakeTables) {
  EXPECT_EQ(shape_of("TT\tViệc\tĐơn vị\n1\tRà soát\tPhòng A\n"),
            "[TT][Việc][Đơn vị]/[1][Rà soát][Phòng A]");
}

TEST(TextSource, EmptyCellsStay) {
  EXPECT_EQ(shape_of("TT\tViệc\tĐơn vị\nI\tNhóm\t\n\ttiếp theo\t\n"),
            "[TT][Việc][Đơn vị]/[I][Nhóm][]/[][tiếp theo][]");
}

TEST(TextSource, ShortRowsAreFilled) {
  EXPECT_EQ(shape_of("a\tb\tc\nd\te\n"), "[a][b][c]/[d][e][]");
}

TEST(TextSource, ALineBetweenRowsSpansTheTable) {
  EXPECT_EQ(shape_of("a\tb\tc\nII Lĩnh vực đất đai\nd\te\tf\n"),
            "[a][b][c]/[II Lĩnh vực đất đai:3]/[d][e][f]");
}

TEST(TextSource, TextAroundATableIsText) {
  EXPECT_EQ(shape_of("Phân công như sau:\na\tb\nc\td\nHết.\n\ne\tf\n"),
            "Phân công như sau: + [a][b]/[c][d] + Hết. + [e][f]");
}

TEST(TextSource, AnIndentIsNoTable) {
  EXPECT_EQ(shape_of("\tThực hiện kế hoạch\ncác phòng làm\n"), "Thực hiện kế hoạch|các phòng làm");
}

TEST(TextSource, HasNoBoxes) {
  const Page page = read("a\tb\n").pages.at(0);
  EXPECT_FALSE(page.words.at(0).box);
  EXPECT_FALSE(page.blocks.at(0).box);
  EXPECT_EQ(page.text_origin, TextOrigin::text);
}

}  // namespace
}  // namespace vanthu
