#include "ingest/recognise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ingest/clean_lines.h"
#include "ingest/orientation.h"
#include "ingest/raster.h"
#include "ingest/recorded_reader.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

// Marks as large as letters under each word, so that the page's layout is the words'.
PageImage drawn(const std::vector<Word>& words, int width = 1240, int height = 1754) {
  PageImage image = paper(width, height, 150);
  for (const Word& word : words)
    for (double x = word.box->x0; x + 12 <= word.box->x1; x += 15)
      fill(image, static_cast<int>(x), static_cast<int>(word.box->y0), static_cast<int>(x) + 12,
           static_cast<int>(word.box->y1), 20);
  return image;
}

std::vector<Word> words_at(const std::vector<std::pair<std::string, std::pair<int, int>>>& places) {
  std::vector<Word> out;
  for (const auto& [text, at] : places)
    out.push_back(
        word_at(text, {double(at.first), double(at.second), at.first + 220.0, at.second + 16.0}));
  return out;
}

// Blocks parted by " | ", lines by " / ", cells in brackets.
std::string shape(const Page& page) {
  std::string out;
  const auto line = [&](std::size_t i) {
    for (std::size_t w = page.lines[i].words.begin; w < page.lines[i].words.end; ++w)
      out += (w > page.lines[i].words.begin ? " " : "") + page.words[w].text;
  };
  for (const Block& block : page.blocks) {
    if (!out.empty()) out += " | ";
    if (block.kind == BlockKind::margin) out += "margin ";
    if (block.kind == BlockKind::table)
      for (const Cell& cell : page.tables[block.table].cells) {
        out += '[';
        for (std::size_t i = cell.lines.begin; i < cell.lines.end; ++i) line(i);
        out += ']';
      }
    else
      for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
        if (i > block.lines.begin) out += " / ";
        line(i);
      }
  }
  return out;
}

Page recognised(const PageImage& image, const std::vector<Word>& words,
                const std::vector<Box>& known = {}) {
  Page page;
  recognise(page, image, RecordedReader(words), known);
  return page;
}

TEST(Recognise, ReadsColumnsInOrder) {
  const auto words = words_at({{"SỞ", {150, 150}},
                               {"CỘNG", {700, 150}},
                               {"Số:", {150, 190}},
                               {"ngày", {700, 190}},
                               {"LỆNH", {440, 260}},
                               {"Điều", {150, 300}},
                               {"một", {380, 300}},
                               {"hai", {610, 300}}});
  const Page page = recognised(drawn(words), words);
  EXPECT_EQ(shape(page), "SỞ / Số: | CỘNG / ngày | LỆNH / Điều một hai");
  EXPECT_EQ(page.text_origin, TextOrigin::ocr);
  EXPECT_EQ(page.dpi, 150);
}

TEST(Recognise, ReadsTablesByCells) {
  const auto words = words_at({{"Phân", {150, 150}},
                               {"công", {380, 150}},
                               {"TT", {120, 250}},
                               {"Việc", {620, 250}},
                               {"Rà", {620, 350}},
                               {"Hết.", {150, 450}}});
  PageImage image = drawn(words);
  for (const int y : {220, 320, 420}) fill(image, 100, y, 1101, y + 2, 10);
  for (const int x : {100, 600, 1100}) fill(image, x, 220, x + 2, 421, 10);
  const Page page = recognised(image, words);
  EXPECT_EQ(shape(page), "Phân công | [TT][Việc][][Rà] | Hết.");
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_NEAR(page.tables[0].box->x0, 100 * 72 / 150.0, 1);
  EXPECT_NEAR(page.tables[0].box->y1, 421 * 72 / 150.0, 1);
}

TEST(Recognise, PutsPageNumbersIntoTheMargin) {
  const auto words = words_at({{"2", {520, 60}}, {"Các", {150, 150}}, {"phòng", {380, 150}}});
  EXPECT_EQ(shape(recognised(drawn(words), words)), "margin 2 | Các phòng");
}

// Reads a line surely once nothing blue is left at (x, y).
class PenShyReader : public PageReader {
 public:
  PenShyReader(int x, int y) : x_(x), y_(y) {}
  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override {
    const bool written = image.at(x_, y_) < 128;
    std::vector<std::vector<ReadLine>> out;
    for (const Region& region : regions)
      out.push_back(
          {{region.box,
            {word_at(written ? "Sđ..N" : "Số:/QĐ-UBND", region.box, written ? 0.3 : 0.9)}}});
    return out;
  }
  std::string version() const override { return "pen-shy"; }

 private:
  int x_, y_;
};

TEST(Recognise, ReadsPrintAgainWithoutThePenThatWroteInIt) {
  PageImage image = drawn(words_at({{"Số:", {150, 190}}}));
  fill(image, 200, 185, 203, 212, 60);
  PageImage pen = image;
  std::ranges::fill(pen.pixels, 255);
  fill(pen, 200, 185, 203, 212, 0);
  image.pen = std::make_shared<const PageImage>(pen);
  Page page;
  recognise(page, image, PenShyReader(201, 208), {});
  EXPECT_EQ(shape(page), "Số:/QĐ-UBND");
}

TEST(Recognise, GivesBoxesOfThePageAsScanned) {
  std::vector<Word> words;
  for (int row = 0; row < 24; ++row)
    for (int column = 0; column < 4; ++column)
      words.push_back(word_at(
          "chữ", {120.0 + column * 240, 200.0 + row * 50, 350.0 + column * 240, 216.0 + row * 50}));
  const PageImage straight = drawn(words);
  const PageImage askew = rotated(straight, -1.5);
  ASSERT_NEAR(std::abs(find_skew(askew)), 1.5, 0.1);
  const Page page = recognised(askew, words);
  ASSERT_EQ(page.words.size(), words.size());
  // Where the first and the last word really are on the page askew.
  const Box first = unrotated(*words.front().box, straight, 1.5);
  const Box other = unrotated(*words.front().box, straight, -1.5);
  const double x = page.words.front().box->x0 * 150 / 72, y = page.words.front().box->y0 * 150 / 72;
  EXPECT_LT(
      std::min(std::hypot(x - first.x0, y - first.y0), std::hypot(x - other.x0, y - other.y0)), 4);
  EXPECT_EQ(askew.at(static_cast<int>(x) + 6, static_cast<int>(y) + 9) < 128, true);
}

TEST(Recognise, LeavesWhatIsKnown) {
  const auto words =
      words_at({{"Ký", {150, 60}}, {"bởi", {380, 60}}, {"Các", {150, 250}}, {"phòng", {380, 250}}});
  const Box stamp{150 * 0.48, 55 * 0.48, 620 * 0.48, 80 * 0.48};
  EXPECT_EQ(shape(recognised(drawn(words), words, {stamp})), "Các phòng");
}

TEST(Recognise, BlankPaperIsBlank) {
  const Page page = recognised(paper(1240, 1754, 150), {});
  EXPECT_EQ(page.text_origin, TextOrigin::blank);
  EXPECT_TRUE(page.blocks.empty());
}

TEST(Recognise, CleansWhatEnginesGive) {
  const PageImage image = paper(100, 100, 150);
  const double nan = std::nan("");
  const std::vector<Word> bad{word_at("a\xFF\xFE"
                                      "b",
                                      {1, 1, 9, 9}),
                              word_at("\xC3", {1, 1, 9, 9}),
                              word_at("hai chữ\n", {10, 1, 19, 9}),
                              word_at("", {20, 1, 29, 9}),
                              word_at("ngoài", {200, 200, 300, 300}),
                              word_at("nan", {nan, 1, 2, 3}, nan),
                              word_at("lớn", {-5, -5, 1e9, 50}, 7.5)};
  const auto lines = clean_lines({{{0, 0, 100, 100}, bad}, {{0, 0, 1, 1}, {}}}, image);
  ASSERT_EQ(lines.size(), 1U);
  std::string text;
  for (const Word& word : lines[0].words) text += word.text + ';';
  EXPECT_EQ(text, "ab;haichữ;lớn;");
  EXPECT_EQ(*lines[0].words[2].box, (Box{0, 0, 100, 50}));
  EXPECT_EQ(lines[0].words[2].confidence, 1);
}

TEST(Recognise, TrimsStraySignsAndPartsBoxes) {
  const auto lines =
      clean_lines({{{0, 0, 100, 20},
                    {word_at("_", {1, 1, 4, 9}), word_at("ngày", {10, 1, 60, 9}),
                     word_at("4", {30, 1, 35, 9}), word_at("-", {40, 1, 45, 9}),
                     word_at("năm;", {50, 1, 70, 9}), word_at(":", {80, 1, 82, 9})}}},
                  paper(100, 100, 150));
  ASSERT_EQ(lines.at(0).words.size(), 4U);
  EXPECT_EQ(lines[0].words.front().text, "ngày");
  EXPECT_EQ(lines[0].words.front().box->x1, 30);
  EXPECT_EQ(lines[0].words.back().text, "năm;");
}

TEST(Recognise, DashesStandApartAndAreBars) {
  PageImage image = paper(100, 100, 150);
  fill(image, 62, 10, 72, 13, 20);
  fill(image, 82, 5, 92, 15, 20);
  const auto lines = clean_lines({{{0, 0, 100, 20},
                                   {word_at("-Tổ", {1, 1, 31, 19}), word_at("~", {60, 1, 75, 19}),
                                    word_at("~", {80, 1, 95, 19})}},
                                  {{0, 20, 100, 40}, {word_at("-5", {1, 21, 31, 39})}}},
                                 image);
  std::string text;
  for (const auto& line : lines)
    for (const Word& word : line.words) text += word.text + ';';
  EXPECT_EQ(text, "-;Tổ;-;-5;");
  EXPECT_LE(lines[0].words[0].box->x1, lines[0].words[1].box->x0);
}

// Reads good Vietnamese where the page stands as it should, nonsense where it does not; sure of
// both.
class UprightReader : public PageReader {
 public:
  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override {
    const std::string text = image.at(20, 20) < 128 ? "việc" : "oệx";
    std::vector<std::vector<ReadLine>> out;
    for (const Region& region : regions)
      out.push_back({{region.box, {word_at(text, region.box, 0.95)}}});
    return out;
  }
  std::string version() const override { return "upright"; }
};

TEST(Recognise, TurnsPagesThatStandOnTheirHead) {
  std::vector<Word> words;
  for (int row = 0; row < 24; ++row)
    words.push_back(word_at("", {120, 200.0 + row * 50, 350, 216.0 + row * 50}));
  PageImage image = drawn(words);
  fill(image, 0, 0, 150, 150, 20);  // tells the reader which side is up
  for (const int quarters : {0, 2}) {
    Page page;
    recognise(page, turned(image, quarters), UprightReader());
    ASSERT_FALSE(page.words.empty()) << quarters;
    EXPECT_EQ(page.words.front().text, "việc") << quarters;
  }
}

TEST(Recognise, TakesShadedSealsOut) {
  PageImage image = written_paper(30);
  image = scaled(image, 2);
  const PageImage clean = image;
  for (int y = 600; y < 900; ++y)  // a ring across the text, lighter than it
    for (int x = 400; x < 700; ++x) {
      const double r = std::hypot(x - 550, y - 750);
      auto& pixel = image.pixels[static_cast<std::size_t>(y) * image.width + x];
      if (r > 120 && r < 140 && pixel > 130) pixel = 130;
    }
  remove_shaded_seals(image);
  int ring = 0, lost = 0;
  for (int y = 600; y < 900; ++y)
    for (int x = 400; x < 700; ++x) {
      ring += image.at(x, y) >= 100 && image.at(x, y) <= 160 && clean.at(x, y) > 200;
      lost += clean.at(x, y) < 40 && image.at(x, y) > 60;
    }
  EXPECT_LT(ring, 300);
  EXPECT_EQ(lost, 0);
}

// How many pixels were lightened where `changes` is true of the place and its grey before.
template <typename Changes>
int lightened(const PageImage& before, const PageImage& after, const Changes& changes) {
  int count = 0;
  for (int y = 0; y < before.height; ++y)
    for (int x = 0; x < before.width; ++x)
      count += after.at(x, y) > before.at(x, y) + 20 && changes(x, y, before.at(x, y));
  return count;
}

TEST(Recognise, TakesThinRingsOut) {
  PageImage image = scaled(written_paper(30), 2);
  int ring = 0;
  for (int y = 600; y < 900; ++y)  // two strokes of a pixel or two, half a seal off the page
    for (int x = 0; x < 300; ++x) {
      const double r = std::hypot(x - 80, y - 750);
      auto& pixel = image.pixels[static_cast<std::size_t>(y) * image.width + x];
      if (((r > 137 && r < 140) || (r > 98 && r < 100)) && pixel > 130) {
        pixel = 130;
        ++ring;
      }
    }
  const PageImage before = image;
  remove_shaded_seals(image);
  EXPECT_GT(lightened(before, image, [](int, int, int grey) { return grey == 130; }),
            ring * 9 / 10);
  EXPECT_EQ(lightened(before, image, [](int, int, int grey) { return grey < 40; }), 0);
}

TEST(Recognise, KeepsFaintPrint) {
  PageImage image = written_paper(10);
  for (int line = 0; line < 13; ++line)  // a block of pale letters as large as a seal
    for (int letter = 0; letter < 20; ++letter) {
      const int x = 100 + letter * 8, y = 400 + line * 12;
      fill(image, x, y, x + 2, y + 9, 150);
      fill(image, x, y + 4, x + 6, y + 6, 150);
    }
  image = scaled(image, 2);
  const PageImage before = image;
  remove_shaded_seals(image);
  EXPECT_EQ(lightened(before, image, [](int, int, int grey) { return grey < 170; }), 0);
}

TEST(RecordedReader, ReadsJson) {
  const auto reader = RecordedReader::from_json(
      R"({"words": [{"text": "một", "box": [10, 10, 20, 20], "confidence": 0.5},
                    {"text": "hai", "box": [50, 10, 60, 20]}]})");
  const auto lines = reader.read({}, {{{0, 0, 30, 30}, Region::Layout::block}});
  ASSERT_EQ(lines.at(0).size(), 1U);
  EXPECT_EQ(lines[0][0].words.at(0).text, "một");
  EXPECT_EQ(lines[0][0].words[0].confidence, 0.5);
  EXPECT_THROW(RecordedReader::from_json("{}"), Error);
  EXPECT_THROW(RecordedReader::from_json(R"({"words": [{"text": "a", "box": [1]}]})"), Error);
}

TEST(Recognise, TakesSpecksOutOfBlackAndWhite) {
  PageImage image = paper(600, 400, 200);
  fill(image, 0, 0, 600, 400, 255);
  fill(image, 100, 100, 102, 102, 0);  // a speck
  fill(image, 200, 100, 205, 105, 0);  // a full stop
  remove_specks(image);
  EXPECT_EQ(image.at(101, 101), 255);
  EXPECT_EQ(image.at(202, 102), 0);
}

TEST(Recognise, WhitensPaperAndKeepsInk) {
  PageImage image = paper(600, 400, 200);
  fill(image, 0, 0, 600, 400, 190);
  fill(image, 200, 100, 204, 140, 40);
  whiten_paper(image);
  EXPECT_GT(image.at(400, 300), 195);
  EXPECT_LT(image.at(202, 120), 80);
}

// Drawn in a scrawl that no engine reads.
TEST(Recognise, LeavesOutLinesThatCannotBeRead) {
  std::vector<Word> words = words_at({{"Điều", {150, 300}}, {"một", {380, 300}}});
  words.push_back(word_at("Ÿ/À", {150, 400, 370, 416}, 0.1));
  EXPECT_EQ(shape(recognised(drawn(words), words)), "Điều một");
}

}  // namespace
}  // namespace vanthu
