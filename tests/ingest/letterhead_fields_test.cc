#include "ingest/letterhead_fields.h"

#include <gtest/gtest.h>

#include "tests/ingest/fake_readers.h"

namespace vanthu {
namespace {

using Part = DigitField::Part;
using ReadLine = PageReader::ReadLine;

// A page of 600 x 850 points, a pixel each; print of 14 points.
std::vector<FieldPlace> places(const std::vector<ReadLine>& lines) {
  return letterhead_fields(lines, 600, 850, 1);
}

ReadLine line(std::vector<Word> words) {
  Box box = *words.front().box;
  for (const Word& word : words) box = united(box, *word.box);
  return {box, std::move(words)};
}

const FieldPlace* find(const std::vector<FieldPlace>& places, Part part) {
  for (const FieldPlace& place : places)
    if (place.part == part) return &place;
  return nullptr;
}

const ReadLine date =
    line({word_at("An", {280, 120, 296, 134}), word_at("Bình,", {299, 120, 331, 136}),
          word_at("ngày", {335, 122, 361, 138}), word_at("§", {366, 118, 384, 136}),
          word_at("tháng", {390, 120, 421, 138}), word_at("5", {426, 122, 433, 134}),
          word_at("năm", {438, 122, 464, 134}), word_at("2025", {468, 120, 496, 134})});

TEST(LetterheadFields, StandBetweenTheirPrint) {
  const auto found =
      places({line({word_at("Số:", {100, 118, 118, 134}), word_at("#", {125, 116, 140, 134}),
                    word_at("/KH-UBND", {150, 120, 215, 134})}),
              date});
  const FieldPlace* serial = find(found, Part::serial);
  ASSERT_TRUE(serial);
  EXPECT_NEAR(serial->box.x0, 118, 4);
  EXPECT_NEAR(serial->box.x1, 150, 4);
  EXPECT_TRUE(serial->box.contains(130, 126));
  const FieldPlace* day = find(found, Part::day);
  ASSERT_TRUE(day);
  EXPECT_NEAR(day->box.x0, 361, 4);
  EXPECT_NEAR(day->box.x1, 390, 4);
  const FieldPlace* month = find(found, Part::month);
  ASSERT_TRUE(month);
  EXPECT_NEAR(month->box.x0, 421, 4);
  EXPECT_NEAR(month->box.x1, 438, 4);
}

TEST(LetterheadFields, ADottedLineIsNoPrint) {
  const auto found = places({line(
      {word_at("Số:........", {100, 118, 145, 134}), word_at("/KH-UBND", {150, 120, 215, 134})})});
  const FieldPlace* serial = find(found, Part::serial);
  ASSERT_TRUE(serial);
  EXPECT_NEAR(serial->box.x0, 118, 6);
}

TEST(LetterheadFields, PrintThatTookHandwritingInIsCutToItsLetters) {
  // "ngày" with the day's digits in its box, "Số:#" and "#tháng" in one word.
  const auto found = places(
      {line({word_at("Số:#4", {100, 118, 140, 134}), word_at("/KH-UBND", {150, 120, 215, 134})}),
       line({word_at("Bình,", {299, 120, 331, 136}), word_at("ngày", {335, 122, 382, 138}),
             word_at("tháng", {390, 120, 421, 138}), word_at("năm", {438, 122, 464, 134}),
             word_at("2025", {468, 120, 496, 134})})});
  ASSERT_TRUE(find(found, Part::serial) && find(found, Part::day));
  EXPECT_LT(find(found, Part::serial)->box.x0, 121);
  EXPECT_LT(find(found, Part::day)->box.x0, 365);
  EXPECT_GT(find(found, Part::day)->box.x1, 388);
}

TEST(LetterheadFields, DigitsCloseToTheirWordAreFound) {
  const auto found = places({line({word_at("Sốz:ö8/QĐ-UBND", {100, 120, 205, 134})})});
  const FieldPlace* serial = find(found, Part::serial);
  ASSERT_TRUE(serial);
  EXPECT_NEAR(serial->box.x0, 114, 5);
  EXPECT_NEAR(serial->box.x1, 142, 8);
  for (const char* other : {"Sông/NĐ-CP", "Sởz:ö8/qđ", "Sông Đà 8/QĐ-UBND"})
    EXPECT_FALSE(find(places({line({word_at(other, {100, 120, 205, 134})})}), Part::serial))
        << other;
}

TEST(LetterheadFields, ADashInHandwritingBeginsNoSymbol) {
  const auto found =
      places({line({word_at("Số:", {100, 118, 118, 134}), word_at("-US”", {122, 116, 145, 134}),
                    word_at("/KH-UBND", {150, 120, 215, 134})})});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 150, 4);
}

TEST(LetterheadFields, SymbolIsMeasuredFromItsEnd) {
  // Three digits that were read as one sign: the stroke is further right than the signs say.
  const auto found = places(
      {line({word_at("Số:", {100, 118, 118, 134}), word_at("$/KH-UBND", {125, 120, 215, 134})}),
       date});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 145, 6);
}

TEST(LetterheadFields, DigitsInTheBoxOfTheSymbolAreNotCutOff) {
  // "18/KH-UBND" read as "/KH-UBND".
  const auto found = places(
      {line({word_at("Số:", {100, 118, 118, 134}), word_at("/KH-UBND", {136, 120, 215, 134})}),
       date});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 150, 6);
}

TEST(LetterheadFields, SymbolWhoseStrokeWasNotReadEndsTheNumber) {
  const auto found = places(
      {line({word_at("Số:", {100, 118, 118, 134}), word_at("QĐ-UBND", {150, 120, 209, 134})}),
       date});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 150, 4);
}

TEST(LetterheadFields, HandwritingMayPartTheLine) {
  const auto found =
      places({line({word_at("Số:", {100, 118, 118, 134})}),
              line({word_at("/KH-UBND", {150, 121, 215, 135})}),
              line({word_at("An", {280, 120, 296, 134}), word_at("Bình,", {299, 120, 331, 136}),
                    word_at("ngày", {335, 122, 361, 138})}),
              line({word_at("tháng", {390, 120, 421, 138}), word_at("5", {426, 122, 433, 134}),
                    word_at("năm", {438, 122, 464, 134})})});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 150, 4);
  EXPECT_TRUE(find(found, Part::month));
}

TEST(LetterheadFields, PartyNumbersEndAtTheDash) {
  const auto found =
      places({line({word_at("Số", {100, 118, 114, 134}), word_at("12", {120, 120, 134, 134}),
                    word_at("-CTr/QU", {137, 120, 190, 134})}),
              date});
  ASSERT_TRUE(find(found, Part::serial));
  EXPECT_NEAR(find(found, Part::serial)->box.x1, 137, 4);
}

TEST(LetterheadFields, AreNotLookedForInTheBody) {
  const auto low = [](ReadLine line) {
    for (Word& word : line.words)
      word.box = Box{word.box->x0, word.box->y0 + 500, word.box->x1, word.box->y1 + 500};
    line.box = {line.box.x0, line.box.y0 + 500, line.box.x1, line.box.y1 + 500};
    return line;
  };
  EXPECT_TRUE(places({low(date)}).empty());
  EXPECT_TRUE(
      places({line({word_at("Sở", {100, 118, 114, 134}), word_at("Xây", {120, 118, 140, 134}),
                    word_at("dựng", {144, 118, 170, 134})})})
          .empty());
  EXPECT_TRUE(places({}).empty());
}

}  // namespace
}  // namespace vanthu
