#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

Document read(const std::string& text) { return plain_document(text).record().document; }

bool warns(const Record& record, const std::string& code) {
  return std::any_of(record.warnings.begin(), record.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

TEST(Letterhead, GivesTheFieldsWithTheirEvidence) {
  const Document document = read(
      "UBND TỈNH HÒA BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "SỞ XÂY DỰNG Độc lập - Tự do - Hạnh phúc\n"
      "Số: 77 /KH-SXD Hòa Bình, ngày 09 tháng 5 năm 2023\n"
      "KẾ HOẠCH\n"
      "Kiểm tra an toàn nhà chung cư\n"
      "năm 2023\n\n"
      "Căn cứ Luật Nhà ở;\n");
  ASSERT_TRUE(document.kind && document.number);
  EXPECT_EQ(document.kind->code, "KH");
  EXPECT_EQ(document.number->text, "77/KH-SXD");
  EXPECT_EQ(document.number->serial, "77");
  EXPECT_EQ(document.issued_on, "2023-05-09");
  EXPECT_EQ(document.place, "Hòa Bình");
  EXPECT_EQ(document.issuer, "Sở Xây dựng");
  EXPECT_EQ(document.parent_issuer, "Ủy ban nhân dân tỉnh Hòa Bình");
  EXPECT_EQ(document.subject, "Kiểm tra an toàn nhà chung cư năm 2023");
  for (const char* field :
       {"kind", "number", "issued_on", "place", "issuer", "parent_issuer", "subject"}) {
    ASSERT_TRUE(document.evidence.contains(field)) << field;
    EXPECT_FALSE(document.evidence.at(field).rule.empty()) << field;
    EXPECT_GT(document.evidence.at(field).line_start, 0) << field;
  }
  EXPECT_EQ(document.evidence.at("issuer").line_start, 2);
}

TEST(Letterhead, LetterWithoutTitleIsACongVan) {
  const Document document = read(
      "SỞ XÂY DỰNG\nSố: 310/SXD-QLN\nV/v báo cáo tiến độ\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
      "Hòa Bình, ngày 12 tháng 6 năm 2023\nKính gửi: Ủy ban nhân dân các huyện.\n");
  ASSERT_TRUE(document.kind);
  EXPECT_EQ(document.kind->code, "CV");
  EXPECT_EQ(document.subject, "V/v báo cáo tiến độ");
  EXPECT_EQ(document.issuer, "Sở Xây dựng");
}

TEST(Letterhead, UnreadableNumberIsLeftBlankWithAWarning) {
  for (const char* line : {"Số:      /TB-UBND", "Số: #§ /TB-UBND"}) {
    const Record record =
        plain_document("ỦY BAN NHÂN DÂN XÃ AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" +
                       std::string(line) + "\nTHÔNG BÁO\nLịch tiếp công dân\n")
            .record();
    ASSERT_TRUE(record.document.number) << line;
    EXPECT_FALSE(record.document.number->serial) << line;
    EXPECT_EQ(record.document.number->symbol, "TB-UBND");
    EXPECT_TRUE(warns(record, "number_unreadable"));
  }
}

TEST(Letterhead, DigitsReadWithLittleConfidenceAreLeftBlank) {
  PlainDocument document = plain_document(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 58 /TB-UBND\n"
      "An Bình, ngày 21 tháng 5 năm 2024\nTHÔNG BÁO\nLịch tiếp công dân\n");
  for (TextWord& word : document.text.pages[0].words)
    if (word.text == "58" || word.text == "21") word.confidence = 0.4;
  const Document read = document.record().document;
  EXPECT_FALSE(read.number->serial);
  EXPECT_EQ(read.number->text, "/TB-UBND");
  EXPECT_FALSE(read.issued_on);
  EXPECT_EQ(read.issued_in, "2024-05");
}

TEST(Letterhead, AppendixFillsInABlankNumber) {
  const Document document = read(
      "ỦY BAN NHÂN DÂN XÃ AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "Số:   /KH-UBND\nKẾ HOẠCH\nTrồng cây\n\n1. Trồng cây.\n\nPHỤ LỤC\n"
      "(Ban hành kèm theo Kế hoạch số 64 /KH-UBND ngày 03 tháng 4 năm 2025 của Ủy ban nhân dân "
      "xã)\n");
  ASSERT_TRUE(document.number);
  EXPECT_EQ(document.number->text, "64/KH-UBND");
  EXPECT_EQ(document.issued_on, "2025-04-03");
}

TEST(Letterhead, TitleAndSymbolThatDisagreeAreReported) {
  const Record record =
      plain_document("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\nKẾ HOẠCH\nTrồng cây\n")
          .record();
  EXPECT_EQ(record.document.kind->code, "KH");
  EXPECT_TRUE(warns(record, "kind_unclear"));
}

TEST(Letterhead, OfOtherTextGivesNothing) {
  const Record record = plain_document("Truyện kể rằng ngày xưa có một con cáo.\n").record();
  EXPECT_FALSE(record.document.kind || record.document.number || record.document.issuer);
  EXPECT_TRUE(record.tasks.empty());
  EXPECT_TRUE(warns(record, "issuer_missing"));
}

TEST(Closing, SignerAndRecipients) {
  const Document document = read(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\n1. Trồng cây.\n\n"
      "Nơi nhận:\n- Đảng ủy xã (để báo cáo);\n- Lưu: VT, ĐC.\n\n"
      "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hạnh\n");
  EXPECT_EQ(document.recipients,
            (std::vector<std::string>{"Đảng ủy xã (để báo cáo)", "Lưu: VT, ĐC"}));
  ASSERT_TRUE(document.signer);
  EXPECT_EQ(document.signer->name, "Lê Thị Hạnh");
  EXPECT_EQ(document.signer->position, "Phó Chủ tịch");
  EXPECT_EQ(document.signer->authority, "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH");
}

TEST(Closing, PiecesOfASealAreNoPartOfAnOffice) {
  for (const auto& [printed, position] :
       std::map<std::string, std::string>{{"HIỆU TRƯỞNG X À", "Hiệu trưởng"},
                                          {"HIỆU TRƯỞNG JỤU", "Hiệu trưởng"},
                                          {"PHÓ TRƯỞNG BAN", "Phó Trưởng ban"}}) {
    const Document document = read(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-THCS\nKẾ HOẠCH\nTrồng cây\n\n"
        "1. Trồng cây.\n\n" +
        printed + "\n\nLê Thị Hạnh\n");
    ASSERT_TRUE(document.signer) << printed;
    EXPECT_EQ(document.signer->position, position);
  }
}

TEST(Closing, OfTwoSignersTheFirst) {
  const Document document = read(
      "BỘ TÀI CHÍNH - BỘ NỘI VỤ\nSố: 12/2014/TTLT-BTC-BNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "Hà Nội, ngày 20 tháng 3 năm 2014\n\nTHÔNG TƯ LIÊN TỊCH\nBiên chế của trạm quan trắc\n\n"
      "Điều 1. Thông tư này quy định biên chế.\n\n"
      "KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\n\nNguyễn Văn Bình\n\n"
      "KT. BỘ TRƯỞNG BỘ TÀI CHÍNH\nTHỨ TRƯỞNG\n\nTrần Thị Hoa\n");
  EXPECT_EQ(document.issuer, "Bộ Tài chính - Bộ Nội vụ");
  ASSERT_TRUE(document.signer);
  EXPECT_EQ(document.signer->name, "Nguyễn Văn Bình");
  EXPECT_EQ(document.signer->authority, "KT. BỘ TRƯỞNG BỘ NỘI VỤ");
}

TEST(Letterhead, StampsOfHasteAndSecrecyAreNoNames) {
  const Document document = read(
      "MẬT\nHỎA TỐC\nỦY BAN NHÂN DÂN\nHUYỆN SÔNG LÔ\nSố: 231/KH-UBND\n\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSông Lô, ngày 07 tháng 8 năm 2023\n\n"
      "KẾ HOẠCH\nTuần tra đê điều\n\n1. Tuần tra.\n");
  EXPECT_EQ(document.issuer, "Ủy ban nhân dân huyện Sông Lô");
  EXPECT_FALSE(document.parent_issuer);
}

TEST(Letterhead, MayBeSetInColumnsAsMayTheEnd) {
  const Record record =
      plain_document(
          "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
          "HUYỆN SÔNG LÔ\tĐộc lập - Tự do - Hạnh phúc\n"
          "Số: 231/KH-UBND\tSông Lô, ngày 07 tháng 8 năm 2023\n\n"
          "KẾ HOẠCH\nTuần tra đê điều\n\n1. Công an huyện tuần tra.\n\n"
          "Nơi nhận:\tKT. CHỦ TỊCH\n- Công an huyện;\tPHÓ CHỦ TỊCH\n- Lưu: VT.\tLê Thị Hạnh\n")
          .record();
  EXPECT_EQ(record.document.issuer, "Ủy ban nhân dân huyện Sông Lô");
  ASSERT_TRUE(record.document.number);
  EXPECT_EQ(record.document.number->text, "231/KH-UBND");
  EXPECT_EQ(record.document.issued_on, "2023-08-07");
  EXPECT_EQ(record.document.recipients, (std::vector<std::string>{"Công an huyện", "Lưu: VT"}));
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->name, "Lê Thị Hạnh");
  EXPECT_EQ(record.tasks.size(), 1U);
}

const std::string original =
    "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG LÔ\nSố: 231/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Sông Lô, ngày 07 tháng 8 năm 2023\n\nKẾ HOẠCH\nTuần tra đê điều\n\n"
    "1. Công an huyện tuần tra.\n\nNơi nhận:\n- Công an huyện;\n- Lưu: VT.\n\n"
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hạnh\n\n";

void expect_original(const Record& record) {
  const Document& document = record.document;
  ASSERT_TRUE(document.kind && document.number && document.signer);
  EXPECT_EQ(document.kind->code, "KH");
  EXPECT_EQ(document.number->text, "231/KH-UBND");
  EXPECT_EQ(document.signer->name, "Lê Thị Hạnh");
  EXPECT_EQ(document.recipients.size(), 2U);
  EXPECT_EQ(record.tasks.size(), 1U);
}

TEST(Closing, WhoCopiedADocumentDoesNotSignIt) {
  const std::string copier = "ĐẢNG ỦY - UBND\nXÃ BẠCH LƯU\nSố: 12/SY-UBND\n";
  const std::string signs =
      "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nTrần Thị Hoa\n";
  expect_original(
      plain_document(original + copier + "Bạch Lưu, ngày 10 tháng 8 năm 2023\nSAO Y\n" + signs)
          .record());
  expect_original(plain_document(original + "SAO Y BẢN CHÍNH\n" + copier + signs).record());
  const std::string unnamed = original.substr(0, original.find("Lê Thị Hạnh"));
  const Document document = read(unnamed + "SAO Y\n" + copier + signs);
  ASSERT_TRUE(document.signer);
  EXPECT_EQ(document.signer->position, "Phó Chủ tịch");
  EXPECT_FALSE(document.signer->name);
}

TEST(Letterhead, ACopysMarkIsNoTitle) {
  expect_original(
      plain_document("SAO Y\nỦY BAN NHÂN DÂN XÃ BẠCH LƯU\n10/08/2023 09:15:00 +07:00\n\n" +
                     original)
          .record());
}

TEST(Letterhead, AnIssuersMisreadWordIsTakenFromTheText) {
  const Document document = read(
      "ỦY BAN NHÂN DÂN QUẬN 3\nTRƯỜNG TIỂU HỌC NGUYỄN THALII\nSố: 5/KH-NT\n\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQuận 3, ngày 07 tháng 8 năm 2023\n\n"
      "KẾ HOẠCH\nTrồng cây\n\nTrường Tiểu học Nguyễn Thái trồng cây như sau:\n"
      "1. Giáo viên Trường Tiểu học Nguyễn Thái chọn giống.\n");
  EXPECT_EQ(document.issuer, "Trường Tiểu học Nguyễn Thái");
}

TEST(Letterhead, TheTitleIsFoundBehindPiecesOfAStamp) {
  const Document document = read(
      "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG LÔ\nSố: 231/KH-UBND\n\n"
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSông Lô, ngày 07 tháng 8 năm 2023\n\n"
      "—+ tx ) cu KẾ HOẠCH\nTuần tra đê điều\n\n1. Tuần tra.\n");
  ASSERT_TRUE(document.kind);
  EXPECT_EQ(document.evidence.at("kind").rule, "kind by the title line");
  EXPECT_EQ(document.subject, "Tuần tra đê điều");
}

}  // namespace
}  // namespace vanthu
