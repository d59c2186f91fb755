#include "normalize/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "normalize/normalize.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

const RepairModel& toy_model() {
  static const auto model = load_repair_model("tests/normalize/toy/toy.lm");
  return *model;
}
const RepairModel& full_model() {
  static const auto model = load_repair_model("normalize/data/vi.lm");
  return *model;
}

std::string repaired(const std::string& line, TextOrigin origin = TextOrigin::text_layer) {
  return repair_lines(full_model(), {line}, origin).lines.at(0);
}

TEST(Repair, DecodesWithTheToyModel) {
  const auto out = repair_lines(toy_model(), {"Uy ban nhan dan phuong thuc hien ke hoach"});
  EXPECT_THAT(out.lines, ElementsAre("Ủy ban nhân dân phường thực hiện kế hoạch"));
  const auto garbled = repair_lines(toy_model(), {"Uy ban nhan dén phutdng thyc hién ké hoach"});
  EXPECT_THAT(garbled.lines, ElementsAre("Ủy ban nhân dân phường thực hiện kế hoạch"));
}

TEST(Repair, GivesGarbledTextItsLetters) {
  EXPECT_EQ(
      repaired("Cén cir Ké hoach s6 27/KH-UBND ngay 15 thang 3 ndm 2023 ctia Uy ban nhan dan "
               "Thanh phé vé chuyén ddi sb"),
      "Căn cứ Kế hoạch số 27/KH-UBND ngày 15 tháng 3 năm 2023 của Ủy ban nhân dân Thành phố về "
      "chuyển đổi số");
  EXPECT_EQ(
      repaired("Giao Phong N6i vu chii tri, phdi hop véi cac don vi lién quan t6 chirc thyc hién"),
      "Giao Phòng Nội vụ chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện");
}

TEST(Repair, RestoresStrippedText) {
  EXPECT_EQ(
      repaired("De nghi cac co quan, don vi bao cao ket qua thuc hien truoc ngay 20 thang 11"),
      "Đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện trước ngày 20 tháng 11");
  EXPECT_EQ(
      repaired("theo Quyet dinh so 2417/QD-UBND ngay 16 thang 8 nam 2019 cua Uy ban nhan dan"),
      "theo Quyết định số 2417/QĐ-UBND ngày 16 tháng 8 năm 2019 của Ủy ban nhân dân");
}

TEST(Repair, CorrectsRecognisedText) {
  EXPECT_EQ(repaired("Các phòng, ban phối hợp triên khai thực hiện chuyến đổi số trên địa bàn quận",
                     TextOrigin::ocr),
            "Các phòng, ban phối hợp triển khai thực hiện chuyển đổi số trên địa bàn quận");
}

TEST(Repair, PartsRecognisedWordsThatLostTheirSpace) {
  EXPECT_EQ(repaired("Các xã báo cáo kếtquả về PhòngNội vụ trước ngày 25", TextOrigin::ocr),
            "Các xã báo cáo kết quả về Phòng Nội vụ trước ngày 25");
  for (const char* line : {"Ông Hùng và bà Hmok dự họp tại VPUBND xã", "phần mềm iOffice, eForm"})
    EXPECT_EQ(repaired(line, TextOrigin::ocr), line);
}

TEST(Repair, GivesRecognisedSymbolsTheirLetters) {
  EXPECT_EQ(repaired("căn cứ Luật số 88/2017/QHI4 của Quốc hội", TextOrigin::ocr),
            "căn cứ Luật số 88/2017/QH14 của Quốc hội");
}

TEST(Repair, LeavesRightTextAlone) {
  for (const char* line :
       {"Ủy ban nhân dân phường tổ chức họp mặt nhân dịp kỷ niệm 50 năm, uỷ quyền cho ông Hoà.",
        "The committee shall meet four times a year and report to the council on its findings.",
        "1.250.000 | 98,5% | 12/03/2024 | 0283.829.1234 | 17h30",
        "int main(int argc, char** argv) {", "https://dichvucong.gov.vn, vanphong@quan1.gov.vn",
        "II. 1.1. a) Quý III/2025"})
    EXPECT_EQ(repaired(line), line);
}

TEST(Repair, NeverAltersADigitInsideANumber) {
  const std::string line =
      "ngay 17 thang 9 nam 2018, t6ng kinh phi 1.234.567 dong, ty lé 95,75%, "
      "dién thoai 028.3829.1179, s6 4062/KH-UBND ctia Uy ban nhan dan";
  const std::string out = repaired(line);
  for (const char* number :
       {" 17 ", " 9 ", " 2018,", " 1.234.567 ", " 95,75%,", " 028.3829.1179,", " 4062/KH-UBND "})
    EXPECT_THAT(out, testing::HasSubstr(number));
}

TEST(Repair, AccountsForEveryChange) {
  const auto out =
      repair_lines(full_model(), {"Uy ban  nhan dan quan thuc hien ke hoach nam 2024"});
  ASSERT_THAT(out.lines, ElementsAre("Ủy ban  nhân dân quận thực hiện kế hoạch năm 2024"));
  std::size_t changed = 0;
  for (const LineRepair& repair : out.repairs) {
    EXPECT_EQ(out.lines[0].substr(repair.bytes.begin, repair.bytes.size()), repair.repaired);
    EXPECT_EQ(repair.kind, RepairKind::diacritics);
    EXPECT_GT(repair.confidence, 0);
    EXPECT_LE(repair.confidence, 1);
    ++changed;
  }
  EXPECT_EQ(changed, 9u);
  EXPECT_EQ(out.repairs[0].as_read, "Uy");
}

TEST(Repair, KeepsTheLayoutAndTheAnchors) {
  Scan scan;
  scan.pages.emplace_back();
  Page& page = scan.pages[0];
  page.text_origin = TextOrigin::repaired_text_layer;
  for (const char* word :
       {"Uy", "ban", "nhan", "dan", "thuc", "hien", "ké", "hoach", "nam", "2024"})
    page.words.push_back({word, {}, 1, -1});
  page.lines = {{{0, 4}, {}, 1}, {{4, 4}, {}, 2}, {{4, 10}, {}, 3}};
  page.blocks = {{BlockKind::text, {0, 3}, {}, -1}};
  const Text text = normalize(scan, full_model());
  ASSERT_EQ(text.pages[0].lines.size(), 3u);
  EXPECT_EQ(joined(text.pages[0], text.pages[0].lines[0].words), "Ủy ban nhân dân");
  EXPECT_EQ(joined(text.pages[0], text.pages[0].lines[2].words), "thực hiện kế hoạch năm 2024");
  for (std::size_t w = 0; w < 10; ++w) EXPECT_EQ(text.pages[0].words[w].source, (Span{w, w + 1}));
}

TEST(LoadRepairModel, RejectsWhatIsNoModel) {
  EXPECT_THROW((void)load_repair_model("no/such/file"), Error);
  EXPECT_THROW((void)load_repair_model("CMakeLists.txt"), Error);
}

}  // namespace
}  // namespace vanthu
