#include "normalize/numerals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "normalize/items.h"
#include "normalize/repair.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

const RepairModel& model() {
  static const auto model = load_repair_model("normalize/data/vi.lm");
  return *model;
}

std::vector<std::string> repaired(const std::vector<std::string>& lines,
                                  TextOrigin origin = TextOrigin::text_layer) {
  return repair_lines(model(), lines, origin).lines;
}

bool is_letter(char c) { return c < 0 || std::isalpha(static_cast<unsigned char>(c)); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Runs of digits with no letter beside them, and all of three digits and more.
std::vector<std::string> numbers_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == begin) continue;
    const bool alone =
        (begin == 0 || !is_letter(text[begin - 1])) && (i == text.size() || !is_letter(text[i]));
    if (alone || i - begin > 2) out.push_back(text.substr(begin, i - begin));
  }
  return out;
}

TEST(Numerals, YearsAreReadAmongSignsThatLookLikeDigits) {
  EXPECT_EQ(misread_year("202]"), "2021");
  EXPECT_EQ(misread_year("202l,"), "2021");
  EXPECT_EQ(misread_year("199!)."), "1991");
  for (const char* other : {"2021", "202", "202a", "2021]", "302]", "202]x", "20]"})
    EXPECT_EQ(misread_year(other), "") << other;
}

TEST(Numerals, AreReadAmongLetters) {
  EXPECT_EQ(as_number(U"l4"), "14");
  EXPECT_EQ(as_number(U"2O24"), "2024");
  EXPECT_EQ(as_number(U"lo"), "");
  EXPECT_EQ(as_number(U"s6"), "");
  EXPECT_EQ(as_roman(U"I1"), "II");
  EXPECT_EQ(as_roman(U"Ill"), "III");
  EXPECT_EQ(as_roman(U"11"), "");
  EXPECT_EQ(roman_value("XIV"), 14);
  EXPECT_EQ(roman_value("IIX"), 0);
  EXPECT_EQ(roman(39), "XXXIX");
  EXPECT_TRUE(digits_may_be_letters(U"16i"));
  EXPECT_FALSE(digits_may_be_letters(U"2024cua"));
}

// Words and numbers of garbled pages, joined at random by all signs that stand in one word.
TEST(Repair, KeepsEveryNumberOfGarbledText) {
  const std::vector<std::string> words{"Uy",   "ban",    "nhan", "dén",  "Qudn", "ngay",  "thang",
                                       "ndm",  "s6",     "cia",  "ctia", "hién", "K&",    "hoach",
                                       "d6i",  "phuong", "véi",  "t6",   "c6",   "KH",    "UBND",
                                       "dugc", "Diéu",   "PCO6", "thi",  "(ban", "hanh)", "d6ng"};
  const std::vector<std::string> numbers{"6",    "14",        "07",         "2024", "175", "100%",
                                         "1.1.", "3.184",     "98,5%",      "2/9",  "16",  "60",
                                         "18",   "1.250.000", "12/03/2024", "0,5",  "601", "11."};
  const std::vector<std::string> glue{" ", " ", " ", " ", ",", ";", ".", ":", "/", "-", "(", ", "};
  std::mt19937 random(7);
  const auto any = [&](const std::vector<std::string>& of) { return of[random() % of.size()]; };
  std::vector<std::string> lines;
  for (int l = 0; l < 400; ++l) {
    std::string line;
    for (int w = 0; w < 14; ++w) line += any(w % 3 == 1 ? numbers : words) + any(glue);
    lines.push_back(line + any(words));
  }
  const auto out = repaired(lines);
  for (std::size_t l = 0; l < lines.size(); ++l)
    EXPECT_EQ(numbers_of(out[l]), numbers_of(lines[l])) << lines[l] << '\n' << out[l];
}

TEST(Repair, PartsNumbersFromWords) {
  EXPECT_THAT(repaired({"S6: 27 /KH-UBND Qudn 8,ngay 12 thang 4 nam 2021"}),
              ElementsAre("Số: 27 /KH-UBND Quận 8, ngày 12 tháng 4 năm 2021"));
  EXPECT_THAT(repaired({"Uy ban nhan dén 14phudng cia Qudn 8 thyc hién ké hoach"}),
              ElementsAre("Ủy ban nhân dân 14 phường của Quận 8 thực hiện kế hoạch"));
}

TEST(Repair, ReadsTheNumeralsOfASeriesOfHeadings) {
  EXPECT_THAT(repaired({"I. MUC DiCH, YEU CAU", "- Thyc hién ké hoach cia Uy ban nhan dén",
                        "11. NHIEM VU VA GIAI PHAP", "1. Phong N6i vu chi tri thyc hién",
                        "Ill. TO CHUC THUC HIEN"}),
              ElementsAre("I. MỤC ĐÍCH, YÊU CẦU", "- Thực hiện kế hoạch của Ủy ban nhân dân",
                          "II. NHIỆM VỤ VÀ GIẢI PHÁP", "1. Phòng Nội vụ chủ trì thực hiện",
                          "III. TỔ CHỨC THỰC HIỆN"));
  EXPECT_THAT(repaired({"I. Mục đích", "Il. Nhiệm vụ, giải pháp"}, TextOrigin::ocr),
              ElementsAre("I. Mục đích", "II. Nhiệm vụ, giải pháp"));
}

TEST(Repair, KeepsTheNumbersOfASeriesOfHeadings) {
  const std::vector<std::string> lines{"10. CÔNG TÁC CÁN BỘ", "11. CÔNG TÁC TÀI CHÍNH",
                                       "1. NHIỆM VỤ CHUNG", "2. NHIỆM VỤ CỤ THỂ"};
  EXPECT_EQ(repaired(lines, TextOrigin::ocr), lines);
}

TEST(Repair, JoinsADocumentsNumberThatTheLineParts) {
  EXPECT_THAT(repaired({"Căn cứ Quyết định số 3917/QĐ-", "UBND ngày 18 tháng 10 năm 2023"},
                       TextOrigin::ocr),
              ElementsAre("Căn cứ Quyết định số 3917/QĐ-UBND", "ngày 18 tháng 10 năm 2023"));
  const std::vector<std::string> period{"trong giai đoạn năm 2021-", "UBND các xã báo cáo"};
  EXPECT_EQ(repaired(period, TextOrigin::ocr), period);
}

TEST(Repair, DropsStraySignsBeforeItems) {
  const auto out = repair_lines(model(), {"_ 1. Cac phong, ban thyc hién ké hoach cia Qudn",
                                          "~1.1. Phong N6i vu chi tri, phdi hop thyc hién"});
  EXPECT_THAT(out.lines, ElementsAre("1. Các phòng, ban thực hiện kế hoạch của Quận",
                                     "1.1. Phòng Nội vụ chủ trì, phối hợp thực hiện"));
  EXPECT_EQ(out.repairs.front().kind, RepairKind::noise);
  EXPECT_EQ(out.repairs.front().as_read, "_");
  EXPECT_EQ(stray_signs("_", "Về"), 0u);
}

}  // namespace
}  // namespace vanthu
