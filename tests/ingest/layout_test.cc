#include "ingest/layout.h"

#include <gtest/gtest.h>

#include "ingest/word_lines.h"

namespace vanthu {
namespace {

// A page in characters, 6 x 14 units each, to words; runs of blanks part the words.
std::vector<Word> page_of(const std::vector<std::string>& rows) {
  std::vector<Word> words;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size();) {
      if (rows[r][c] == ' ') {
        ++c;
        continue;
      }
      const std::size_t end = std::min(rows[r].find(' ', c), rows[r].size());
      Word word;
      word.text = rows[r].substr(c, end - c);
      word.box = Box{c * 6.0, r * 16.0, end * 6.0 - 1, r * 16.0 + 14};
      words.push_back(word);
      c = end;
    }
  return words;
}

// Regions parted by " | ", lines by " / ".
std::string read(const std::vector<Word>& words) {
  std::vector<Box> boxes;
  for (const Word& word : words) boxes.push_back(*word.box);
  std::string out;
  for (const auto& members : reading_order(boxes, em_of_words(boxes))) {
    if (!out.empty()) out += " | ";
    std::vector<Word> column;
    for (const std::size_t i : members) column.push_back(words[i]);
    bool first = true;
    for (const WordLine& line : lines_of(column)) {
      if (!first) out += " / ";
      first = false;
      for (const Word& word : line) out += (&word == &line.front() ? "" : " ") + word.text;
    }
  }
  return out;
}

TEST(Layout, ReadsTheLetterheadByColumns) {
  EXPECT_EQ(read(page_of({
                "  SO XAY DUNG         CONG HOA XA HOI",
                "PHONG QUY HOACH        Doc lap Tu do ",
                "   So: 15/KH         Noi X, ngay 1   ",
                "",
                "             KE HOACH DAI            ",
                "  Thuc hien chi dao cua cap tren ve  ",
                "viec nay, cac phong lam nhu sau:     ",
            })),
            "SO XAY DUNG / PHONG QUY HOACH / So: 15/KH | CONG HOA XA HOI / Doc lap Tu do / Noi X, "
            "ngay 1 | KE HOACH DAI / Thuc hien chi dao cua cap tren ve / viec nay, cac phong lam "
            "nhu sau:");
}

TEST(Layout, ReadsColumnsWhoseLinesDoNotAlign) {
  auto words = page_of({
      "SO XAY DUNG           CONG HOA XA HOI",
      "PHONG QUY HOACH       Doc lap Tu do  ",
      "So: 15/KH             Noi X, ngay 1  ",
  });
  for (Word& word : words)
    if (word.box->x0 > 120)
      word.box = Box{word.box->x0, word.box->y0 + 7, word.box->x1, word.box->y1 + 7};
  EXPECT_EQ(read(words),
            "SO XAY DUNG / PHONG QUY HOACH / So: 15/KH | CONG HOA XA HOI / Doc lap Tu do / Noi X, "
            "ngay 1");
}

TEST(Layout, ReadsRecipientsBeforeTheSigner) {
  EXPECT_EQ(read(page_of({
                "Cac phong to chuc thuc hien ke hoach.",
                "                     TM. UY BAN      ",
                "Noi nhan:             CHU TICH       ",
                "- Nhu tren;                          ",
                "- Luu: VT.          Nguyen Van A     ",
            })),
            "Cac phong to chuc thuc hien ke hoach. | Noi nhan: / - Nhu tren; / - Luu: VT. | TM. UY "
            "BAN / CHU TICH / Nguyen Van A");
}

TEST(Layout, KeepsItemsWithTheirNumbers) {
  EXPECT_EQ(read(page_of({
                "1.     Ra soat cac van ban da het    ",
                "       hieu luc trong nam nay.       ",
                "2.     Bao cao ket qua thuc hien.    ",
            })),
            "1. Ra soat cac van ban da het / hieu luc trong nam nay. / 2. Bao cao ket qua thuc "
            "hien.");
}

TEST(Layout, KeepsOneWideSpaceInALine) {
  EXPECT_EQ(
      read(page_of({
          "cac don vi thuoc so lam viec nay ngay",
          "trong nam   va bao cao ket qua ve so ",
          "truoc khi het nam nay theo quy dinh. ",
      })),
      "cac don vi thuoc so lam viec nay ngay / trong nam va bao cao ket qua ve so / truoc khi "
      "het nam nay theo quy dinh.");
}

TEST(Layout, PutsFootnoteMarksIntoTheirLine) {
  auto words = page_of({"theo nghi quyet da ban hanh", "va cac ke hoach lien quan."});
  Word mark;
  mark.text = "1";
  mark.box = Box{27 * 6.0, -3, 27 * 6.0 + 4, 5};
  words.push_back(mark);
  EXPECT_EQ(read(words), "theo nghi quyet da ban hanh 1 / va cac ke hoach lien quan.");
}

TEST(Layout, NothingIsNothing) {
  EXPECT_EQ(read({}), "");
  EXPECT_TRUE(lines_of({}).empty());
}

WordLine line_of(const std::string& text) { return lines_of(page_of({text})).front(); }

TEST(Layout, SetsPageNumbersApart) {
  auto words = page_of({"      2", "", "cac phong lam viec", "12", "va bao cao", "", "7"});
  const std::vector<vanthu::Run> runs = margins_apart(lines_of(words), 110);
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[0].kind, BlockKind::margin);
  EXPECT_EQ(runs[1].lines.size(), 3U);
  EXPECT_EQ(runs[2].kind, BlockKind::margin);
}

TEST(Layout, KnowsPageNumbers) {
  for (const char* text : {"2", "- 2 -", "12", "Trang 3/10", "2/10"})
    EXPECT_TRUE(is_page_number(line_of(text))) << text;
  for (const char* text : {"I. MUC DICH", "nam 2031", "-", "1) a", "12.345.678"})
    EXPECT_FALSE(is_page_number(line_of(text))) << text;
}

// A row of letters of 10 x 12 units whose tops are at `y`.
void add_letters(std::vector<Box>& marks, double y, double from = 100, int count = 30) {
  for (int i = 0; i < count; ++i) marks.push_back({from + i * 14, y, from + i * 14 + 10, y + 12});
}

TEST(Layout, FindsTheLinesOfAColumnOfMarks) {
  std::vector<Box> marks;
  add_letters(marks, 100);
  add_letters(marks, 130);
  marks.push_back({120, 124, 124, 126});  // the dot below a letter
  const auto rows = text_rows(marks, 20);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_LT(rows[0].box.y0, 100);  // there is room for tall letters
  EXPECT_GE(rows[0].box.y1, 116);
  EXPECT_LT(rows[0].box.y1, 130);
  EXPECT_TRUE(rows[0].sure && rows[1].sure);
}

TEST(Layout, TheDashOfAnItemIsPartOfItsLine) {
  std::vector<Box> marks{{60, 107, 68, 109}};
  add_letters(marks, 100);
  const auto rows = text_rows(marks, 20);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].box.x0, 60);
}

TEST(Layout, AccentsThatHangTogetherBelongToTheLettersBelow) {
  std::vector<Box> marks;
  add_letters(marks, 100);
  add_letters(marks, 132);
  marks.push_back({198, 121, 208, 131});  // of a letter of the second line, by itself
  const auto rows = text_rows(marks, 20);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_LE(rows[1].box.y0, 121);
}

// A short last line, and letters of a seal at the page's edge that stand a little higher.
TEST(Layout, WhatLiesAtTheEdgeFarFromALineIsNoPartOfIt) {
  std::vector<Box> marks;
  add_letters(marks, 100);
  add_letters(marks, 130, 100, 5);
  add_letters(marks, 124, 500, 2);
  const auto rows = text_rows(marks, 20);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].box.x1, 166);
  EXPECT_FALSE(rows[0].aside || rows[1].aside);
  EXPECT_TRUE(rows[2].aside);
}

// As the specks of a page without letters.
TEST(Layout, MarksOfNoSizeHaveLinesToo) {
  EXPECT_EQ(text_rows({{10, 10, 11, 10}}, 0).size(), 1U);
  EXPECT_FALSE(text_rows({{10, 10, 10, 10}, {10, 10, 10, 10}}, 0).empty());
  for (const TextRow& row : text_rows({{10, 10, 12, 11}, {40, 10, 42, 11}}, 0))
    EXPECT_GE(row.box.width(), 2);
}

TEST(Layout, WordsFarApartWithinTheColumnAreOneLine) {
  std::vector<Box> marks;
  add_letters(marks, 100);
  add_letters(marks, 130, 100, 5);
  add_letters(marks, 130, 300, 5);
  EXPECT_EQ(text_rows(marks, 20).size(), 2U);
}

TEST(Layout, LinesThatTouchAreNotSure) {
  std::vector<Box> marks;
  add_letters(marks, 100);
  add_letters(marks, 118);
  marks.push_back({300, 100, 308, 130});
  const auto rows = text_rows(marks, 16);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_FALSE(rows[0].sure);
}

}  // namespace
}  // namespace vanthu
