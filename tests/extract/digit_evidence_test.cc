#include "extract/digit_evidence.h"

#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

DigitField field(DigitField::Part part, std::vector<DigitField::Reading> readings) {
  return {part, {0, 0, 10, 10}, std::move(readings)};
}

DigitField serial(std::vector<DigitField::Reading> readings) {
  return field(DigitField::Part::serial, std::move(readings));
}

TEST(DigitEvidence, ReaderAloneDecidesWhereTheTextHasNothing) {
  const DigitField seen = serial({{"27", 0.97, {}}, {"21", 0.02, {}}});
  const auto serials = weigh_serial(&seen, std::nullopt);
  EXPECT_EQ(serials.at(0).value, "27");
  EXPECT_GT(serials[0].probability, 0.9);
}

TEST(DigitEvidence, SurelyPrintedDigitsOutweighTheReader) {
  const DigitField seen = serial({{"619", 0.9, {}}, {"6191", 0.02, {}}});
  const auto serials = weigh_serial(&seen, ReadDigits{"6191", 0.99});
  EXPECT_EQ(serials.at(0).value, "6191");
  EXPECT_GT(serials[0].probability, 0.95);
}

TEST(DigitEvidence, TwoDoubtfulReadingsThatAgreeAreStillDoubtful) {
  const DigitField seen = serial({{"38", 0.25, {}}, {"388", 0.2, {}}, {"88", 0.15, {}}});
  EXPECT_LT(weigh_serial(&seen, ReadDigits{"388", 0.9}).at(0).probability, 0.9);
}

TEST(DigitEvidence, WhatTheReaderDidNotListCountsAgainstTheSerial) {
  const DigitField seen = serial({{"38", 0.5, {}}, {"33", 0.01, {}}});
  EXPECT_LT(weigh_serial(&seen, std::nullopt).at(0).probability, 0.6);
}

TEST(DigitEvidence, SerialsBelowTenHaveAZero) {
  const DigitField seen = serial({{"4", 0.5, {}}, {"04", 0.4, {}}});
  EXPECT_EQ(weigh_serial(&seen, std::nullopt).at(0).value, "04");
}

TEST(DigitEvidence, NothingSeenGivesNothing) {
  EXPECT_TRUE(weigh_serial(nullptr, std::nullopt).empty());
  EXPECT_TRUE(weigh_date({}).empty());
}

TEST(DigitEvidence, OnlyDaysThatExistCount) {
  const DigitField day = field(DigitField::Part::day, {{"31", 0.9, {}}, {"21", 0.08, {}}});
  DateEvidence evidence;
  evidence.day = &day;
  evidence.month_read = ReadDigits{"4", 0.99};
  evidence.year = 2023;
  EXPECT_EQ(weigh_date(evidence).at(0).value, "2023-04-21");
}

TEST(DigitEvidence, AMonthThatIsNoneIsOneWithTheLetterBefore) {
  const DigitField day = field(DigitField::Part::day, {{"08", 0.95, {}}});
  const DigitField month =
      field(DigitField::Part::month, {{"86", 0.6, {}}, {"8", 0.02, {}}, {"6", 0.01, {}}});
  DateEvidence evidence;
  evidence.day = &day;
  evidence.month = &month;
  evidence.year = 2019;
  const auto dates = weigh_date(evidence);
  EXPECT_EQ(dates.at(0).value, "2019-06-08");
  EXPECT_GT(dates[0].probability, 0.9);
}

TEST(DigitEvidence, IssueIsNotAfterTheSigning) {
  const DigitField day = field(DigitField::Part::day, {{"19", 0.5, {}}, {"14", 0.45, {}}});
  DateEvidence evidence;
  evidence.day = &day;
  evidence.month_read = ReadDigits{"3", 0.99};
  evidence.year = 2022;
  EXPECT_EQ(weigh_date(evidence).at(0).value, "2022-03-19");
  evidence.not_after = {{2022, 3, 15}};
  const auto dates = weigh_date(evidence);
  EXPECT_EQ(dates.at(0).value, "2022-03-14");
  EXPECT_GT(dates[0].probability, 0.95);
}

TEST(DigitEvidence, MonthMayBeSureWhereTheDayIsNot) {
  const DigitField day = field(DigitField::Part::day, {{"11", 0.5, {}}, {"17", 0.49, {}}});
  DateEvidence evidence;
  evidence.day = &day;
  evidence.month_read = ReadDigits{"8", 0.99};
  evidence.year = 2022;
  const auto dates = weigh_date(evidence);
  EXPECT_LT(dates.at(0).probability, 0.6);
  EXPECT_EQ(months_of(dates).at(0).value, "2022-08");
  EXPECT_GT(months_of(dates)[0].probability, 0.95);
}

// A recognised page whose number and day were written by hand: the text has signs in their place.
PlainDocument by_hand(double sure_of_serial, const std::string& read = "#§",
                      const std::string& more = "") {
  PlainDocument document =
      plain_document("ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: " + read +
                     " /KH-UBND\n\n"
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                     "An Bình, ngày §# tháng 5 năm 2025\n\nKẾ HOẠCH\nTrồng cây xanh\n" +
                     more);
  document.scan.pages[0].digits = {
      serial({{"46", sure_of_serial, {}}, {"96", 1 - sure_of_serial, {}}}),
      field(DigitField::Part::day, {{"07", 0.99, {}}})};
  return document;
}

TEST(DigitEvidence, FillsTheNumberAndTheDateOfTheRecord) {
  const Document document = by_hand(0.99).record().document;
  ASSERT_TRUE(document.number);
  EXPECT_EQ(document.number->text, "46/KH-UBND");
  EXPECT_EQ(document.number->serial, "46");
  EXPECT_EQ(document.issued_on, "2025-05-07");
  EXPECT_GT(document.evidence.at("number").confidence, 0.9);
}

TEST(DigitEvidence, ADigitBesideAStrokeIsNoPrintedNumber) {
  EXPECT_EQ(by_hand(0.99, "#0").record().document.number->serial, "46");
}

TEST(DigitEvidence, APrintedCopyOutweighsDoubtfulHandwriting) {
  const std::string copy =
      "\fPHỤ LỤC I\nDanh mục cây\n(Ban hành kèm theo Kế hoạch số 96/KH-UBND ngày 07 tháng 5 năm "
      "2025 của Ủy ban nhân dân xã An Bình)\n";
  EXPECT_EQ(by_hand(0.94, "#§", copy).record().document.number->serial, "96");
  EXPECT_EQ(by_hand(0.999, "#§", copy).record().document.number->serial, "46");
}

TEST(DigitEvidence, ACopyThatTheHandwritingRulesOutIsMisreadItself) {
  const std::string copy =
      "\fPHỤ LỤC I\nDanh mục cây\n(Ban hành kèm theo Kế hoạch số 77/KH-UBND ngày 07 tháng 5 năm "
      "2025 của Ủy ban nhân dân xã An Bình)\n";
  EXPECT_EQ(by_hand(0.94, "#§", copy).record().document.number->serial, "46");
}

TEST(DigitEvidence, DoubtLeavesTheSerialEmptyAndTheWarningSaysWhatWasSeen) {
  const Record record = by_hand(0.6).record();
  ASSERT_TRUE(record.document.number);
  EXPECT_FALSE(record.document.number->serial);
  EXPECT_EQ(record.document.number->symbol, "KH-UBND");
  const auto warning = std::ranges::find(record.warnings, "number_unreadable", &Warning::code);
  ASSERT_NE(warning, record.warnings.end());
  EXPECT_NE(warning->message.find("46 (0.6"), std::string::npos) << warning->message;
}

}  // namespace
}  // namespace vanthu
