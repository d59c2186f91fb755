#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "normalize/acronyms.h"
#include "normalize/normalize.h"
#include "normalize/repair.h"

// Recognised pages, on which the engine was not sure of every word.
namespace vanthu {
namespace {

// Blocks of one line, whose words between tildes were read with little confidence, those between
// low lines with less than most.
std::vector<std::string> repaired(const std::vector<std::string>& lines) {
  static const auto model = load_repair_model("normalize/data/vi.lm");
  Scan scan;
  Page& page = scan.pages.emplace_back();
  page.number = 1;
  page.text_origin = TextOrigin::ocr;
  for (const std::string& line : lines) {
    const std::size_t begin = page.words.size();
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const bool lost = word.front() == '~' && word.back() == '~';
      const bool unsure = word.front() == '_' && word.back() == '_';
      const std::string text = lost || unsure ? word.substr(1, word.size() - 2) : word;
      page.words.push_back({text, {}, lost ? 0.2 : unsure ? 0.85 : 0.97, -1});
    }
    const std::size_t at = page.lines.size();
    page.lines.push_back({{begin, page.words.size()}, {}, static_cast<int>(at) + 1});
    page.blocks.push_back({BlockKind::text, {at, at + 1}, {}, -1});
  }
  const Text text = normalize(scan, *model);
  std::vector<std::string> out;
  for (const Line& line : text.pages[0].lines) out.push_back(joined(text.pages[0], line.words));
  return out;
}

TEST(RecognisedRepair, PutsWhatTheNeighboursCallForWhereNoiseHasEatenAWord) {
  EXPECT_THAT(repaired({"Trình Ủy ~EIEW~ nhân dân tỉnh xem xét, quyết định"}),
              testing::ElementsAre("Trình Ủy ban nhân dân tỉnh xem xét, quyết định"));
}

TEST(RecognisedRepair, GuessesNoWordThatItsNeighboursLeaveOpen) {
  for (std::string line : {"Giao ông ~Kwxz~ phụ trách", "Cột số 4, hàng ~Bzq~ trái",
                           "Ống dài ~12~ mét", "phần mềm ~iForm~ đã cài"}) {
    const auto found = repaired({line});
    std::erase(line, '~');
    EXPECT_THAT(found, testing::ElementsAre(line));
  }
}

TEST(RecognisedRepair, TrustsTheEnginesConfidence) {
  EXPECT_THAT(repaired({"Việc rà soát không đồn vào cuối quý"}),
              testing::ElementsAre("Việc rà soát không đồn vào cuối quý"));
  EXPECT_THAT(repaired({"Việc rà soát không _đồn_ vào cuối quý"}),
              testing::ElementsAre("Việc rà soát không dồn vào cuối quý"));
  EXPECT_THAT(repaired({"Bà Vàng Thị _Mỷ_ ở thôn Nặm Ngặt"}),
              testing::ElementsAre("Bà Vàng Thị Mỷ ở thôn Nặm Ngặt"));
}

TEST(RecognisedRepair, KeepsNamesThatTheModelDoesNotKnow) {
  for (const std::string line : {"1. Ông Sùng Mí Lử", "2. Bà Vàng Thị Mỷ"})
    EXPECT_THAT(repaired({line}), testing::ElementsAre(line));
}

TEST(RecognisedRepair, ReadsYearsWhoseDigitsWereReadAsSigns) {
  EXPECT_THAT(repaired({"Ngày 27 tháng 9 năm 202], tại xã"}),
              testing::ElementsAre("Ngày 27 tháng 9 năm 2021, tại xã"));
  EXPECT_THAT(repaired({"Chi hết 202] triệu đồng"}),
              testing::ElementsAre("Chi hết 202] triệu đồng"));
}

TEST(RecognisedRepair, ReadsRomanNumeralsThatStandAlone) {
  EXPECT_THAT(repaired({"VH", "Lĩnh vực cây xanh", "HI"}),
              testing::ElementsAre("VII", "Lĩnh vực cây xanh", "III"));
}

TEST(RecognisedRepair, ReadsHeadingsAfterOneThatIsMissing) {
  EXPECT_THAT(repaired({"I. MỤC ĐÍCH", "Chống ngập.", "HI. TỔ CHỨC THỰC HIỆN"}),
              testing::ElementsAre("I. MỤC ĐÍCH", "Chống ngập.", "III. TỔ CHỨC THỰC HIỆN"));
  EXPECT_THAT(repaired({"H. TỔ CHỨC THỰC HIỆN"}), testing::ElementsAre("H. TỔ CHỨC THỰC HIỆN"));
}

Text text_of(const std::vector<std::string>& words) {
  Text text;
  for (const std::string& word : words)
    text.pages.resize(1), text.pages[0].words.push_back({word, {}, 1});
  return text;
}

TEST(Acronyms, AreKnownByThoseOfTheDocument) {
  const Acronyms acronyms(text_of({"UBND", "UBND,", "(UBND)", "UBND", "UBND;", "UBNP", "HĐND"}));
  EXPECT_EQ(acronyms.meant(U"UBNP"), U"UBND");
  EXPECT_EQ(acronyms.meant(U"UBN"), U"UBND");
  EXPECT_EQ(acronyms.meant(U"JUBND"), U"UBND");
  EXPECT_EQ(acronyms.meant(U"UBKT"), U"");
  EXPECT_EQ(acronyms.meant(U"UBND"), U"");
}

TEST(Acronyms, ThatStandTwiceAreTheDocumentsOwn) {
  const Acronyms acronyms(text_of({"TTHC", "TTHC", "TTHC", "TTHC", "TTHC", "TTHT", "TTHT"}));
  EXPECT_EQ(acronyms.meant(U"TTHT"), U"");
}

}  // namespace
}  // namespace vanthu
