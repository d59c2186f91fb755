#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

// What recognition makes of a page: specks read as signs, misread numerals, strokes of the pen.
namespace vanthu {
namespace {

// The document as if it had been recognised from pictures: every line has a box, one below the
// other from the left edge.
PlainDocument recognised(std::string_view source) {
  PlainDocument document = plain_document(source);
  for (TextPage& page : document.text.pages) {
    page.text_origin = TextOrigin::ocr;
    for (Line& line : page.lines) {
      double width = 0;
      for (std::size_t i = line.words.begin; i < line.words.end; ++i)
        width += 5.0 * page.words[i].text.size();
      line.box = Box{70, 20.0 * line.number, 70 + width, 20.0 * line.number + 12};
    }
  }
  return document;
}

const std::string head =
    "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n"
    "Số: 15/KH-UBND\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "An Bình, ngày 03 tháng 02 năm 2025\n\n"
    "KẾ HOẠCH\n"
    "Trồng cây xanh\n\n"
    "I. NHIỆM VỤ\n"
    "1. Phòng Kinh tế chuẩn bị cây giống.\n\n";

const std::string table_head =
    "STT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian\n";

std::vector<std::string> codes(const std::vector<Axis>& axes) {
  std::vector<std::string> out;
  for (const Axis& axis : axes) out.push_back(axis.code + " " + axis.name);
  return out;
}

using Names = std::vector<std::string>;

TEST(Recognised, SpecksAtTheEndsOfLinesAreNoText) {
  const Record record =
      recognised("`_ ỦY BAN NHÂN DÂN XÃ AN BÌNH -\n" + head.substr(head.find('\n') + 1)).record();
  EXPECT_EQ(record.document.issuer, "Ủy ban nhân dân xã An Bình");
}

TEST(Recognised, AnAmpersandThatOpensALineIsText) {
  const Record record =
      recognised(head + "2. Phòng Nội vụ mua phần mềm cho máy tính\n& máy in trong quý II.\n")
          .record();
  ASSERT_EQ(record.tasks.size(), 2U);
  EXPECT_EQ(record.tasks[1].text, "Phòng Nội vụ mua phần mềm cho máy tính & máy in trong quý II.");
}

TEST(Recognised, TheLeftColumnMayStandAboveTheMottoBehindSpecks) {
  std::string page = head;
  page.replace(page.find("Số:"), 4, "— _ Số:");
  const Record record = recognised(page).record();
  ASSERT_TRUE(record.document.number);
  EXPECT_EQ(record.document.number->text, "15/KH-UBND");
}

TEST(Recognised, SignsOfPrintedTextStay) {
  const Record record =
      plain_document(head + "2. Phòng Kinh tế lập danh sách cây ~ tre.\n").record();
  EXPECT_EQ(record.tasks.back().text, "Phòng Kinh tế lập danh sách cây ~ tre.");
}

TEST(Recognised, GroupNumeralsRiseByOne) {
  const Record record = plain_document(head + table_head +
                                       "1\tLĩnh vực cây xanh\t\t\t\n"
                                       "1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                                       "H\tLĩnh vực thoát nước\t\t\t\n"
                                       "1\tNạo vét mương\tPhòng Kinh tế\t\tTháng 4\n"
                                       "HI\tLĩnh vực chiếu sáng\t\t\t\n"
                                       "1\tThay bóng đèn\tPhòng Kinh tế\t\tTháng 5\n"
                                       "IV\tLĩnh vực vỉa hè\t\t\t\n"
                                       "1\tLát gạch\tPhòng Kinh tế\t\tTháng 6\n")
                            .record();
  EXPECT_EQ(codes(record.axes), (Names{"I Lĩnh vực cây xanh", "II Lĩnh vực thoát nước",
                                       "III Lĩnh vực chiếu sáng", "IV Lĩnh vực vỉa hè"}));
  EXPECT_EQ(record.tasks.size(), 5u);
  EXPECT_EQ(record.tasks.back().axis, "IV");
}

TEST(Recognised, AGroupWhoseNumeralWasNotReadStandsBetweenItsNeighbours) {
  const Record record = plain_document(head + table_head +
                                       "I\tLĩnh vực cây xanh\t\t\t\n"
                                       "1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                                       "\tLĩnh vực thoát nước\t\t\t\n"
                                       "1\tNạo vét mương\tPhòng Kinh tế\t\tTháng 4\n"
                                       "III\tLĩnh vực vỉa hè\t\t\t\n"
                                       "1\tLát gạch\tPhòng Kinh tế\t\tTháng 6\n")
                            .record();
  EXPECT_EQ(codes(record.axes),
            (Names{"I Lĩnh vực cây xanh", "II Lĩnh vực thoát nước", "III Lĩnh vực vỉa hè"}));
}

TEST(Recognised, AxesThatBeginAlikeMendEachOther) {
  const std::string source = head + table_head +
                             "I\tLĩnh vực cây xanh\t\t\t\n"
                             "1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                             "II\tTĩnh vực thoát nước\t\t\t\n"
                             "1\tNạo vét mương\tPhòng Kinh tế\t\tTháng 4\n"
                             "III\tLĩnh vực vỉa hè\t\t\t\n"
                             "1\tLát gạch\tPhòng Kinh tế\t\tTháng 6\n"
                             "IV\tKhu vực chợ\t\t\t\n"
                             "1\tQuét vôi\tPhòng Kinh tế\t\tTháng 7\n";
  EXPECT_EQ(codes(recognised(source).record().axes),
            (Names{"I Lĩnh vực cây xanh", "II Lĩnh vực thoát nước", "III Lĩnh vực vỉa hè",
                   "IV Khu vực chợ"}));
  EXPECT_EQ(plain_document(source).record().axes[1].name, "Tĩnh vực thoát nước");
}

TEST(Recognised, FirstWordsThatSeveralAxesHaveStay) {
  const Record record =
      recognised(head + table_head +
                 "I\tTâm điểm chợ\t\t\t\n1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                 "II\tTầm điểm rừng\t\t\t\n1\tTỉa cây\tPhòng Kinh tế\t\tTháng 4\n"
                 "III\tTâm điểm bến\t\t\t\n1\tVét bùn\tPhòng Kinh tế\t\tTháng 5\n"
                 "IV\tTầm điểm núi\t\t\t\n1\tTrồng cây\tPhòng Kinh tế\t\tTháng 6\n")
          .record();
  EXPECT_EQ(codes(record.axes),
            (Names{"I Tâm điểm chợ", "II Tầm điểm rừng", "III Tâm điểm bến", "IV Tầm điểm núi"}));
}

TEST(Recognised, ALostGroupLeavesTheOthersTheirNumerals) {
  const Record record = plain_document(head + table_head +
                                       "I\tLĩnh vực cây xanh\t\t\t\n"
                                       "1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                                       "III\tLĩnh vực chiếu sáng\t\t\t\n"
                                       "1\tThay bóng đèn\tPhòng Kinh tế\t\tTháng 5\n")
                            .record();
  EXPECT_EQ(codes(record.axes), (Names{"I Lĩnh vực cây xanh", "III Lĩnh vực chiếu sáng"}));
}

TEST(Recognised, ArabicGroupsStayArabic) {
  const Record record = plain_document(head + table_head +
                                       "1\tLĩnh vực cây xanh\t\t\t\n"
                                       "1.1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n"
                                       "2\tLĩnh vực thoát nước\t\t\t\n"
                                       "2.1\tNạo vét mương\tPhòng Kinh tế\t\tTháng 4\n")
                            .record();
  EXPECT_EQ(codes(record.axes), (Names{"1 Lĩnh vực cây xanh", "2 Lĩnh vực thoát nước"}));
}

TEST(Recognised, AScoreWithoutItsCommaIsLeftOut) {
  const Record record =
      plain_document(head +
                     "l`ục\t2023\t2024\tĐơn vị chủ trì\tNhiệm vụ\tThời gian\n"
                     "1.1. Tri thức\t1,69\t175\tPhòng Kinh tế\tMở lớp học\tTháng 3\n")
          .record();
  ASSERT_EQ(record.axes.size(), 1u);
  EXPECT_EQ(record.axes[0].scores, (std::vector<Score>{{2023, 1.69}}));
}

TEST(Recognised, ATableGoesOnAfterAPageThatWasNotReadAsOne) {
  const Record record = plain_document(head + table_head +
                                       "1\tĐào hố\tPhòng Kinh tế\tPhòng Nội vụ\tTháng 3\n\f"
                                       "Nạo vét mương Phòng Kinh\n\f"
                                       "3\tLát gạch\tPhòng Nội vụ\tPhòng Kinh tế\tTháng 6\n")
                            .record();
  ASSERT_GE(record.tasks.size(), 3u);
  EXPECT_EQ(record.tasks[2].text, "Lát gạch");
  EXPECT_EQ(record.tasks[2].lead, Names{"Phòng Nội vụ"});
}

TEST(Recognised, HeadingsOfColumnsThatWereMisread) {
  const Record mended = plain_document(head +
                                       "TT\tNhiệ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\n"
                                       "1\tĐào hố\tPhòng Kinh tế\t\tTháng 3\n")
                            .record();
  ASSERT_EQ(mended.tasks.size(), 2u);
  EXPECT_EQ(mended.tasks[1].text, "Đào hố");
}

TEST(Recognised, AListOfPeopleIsNoTableOfTasks) {
  const Record record = plain_document(head +
                                       "TT\tHọ và tên\tĐơn vị\tThời gian\n"
                                       "1\tLê Văn An\tPhòng Kinh tế\tTháng 3\n")
                            .record();
  EXPECT_EQ(record.tasks.size(), 1u);
}

TEST(Recognised, SignatureUnderAStamp) {
  const Record record = recognised(head +
                                   "Nơi nhận:\n"
                                   "~ Như trên;\n"
                                   "- Phòng Kinh tế; -\n"
                                   "_ : '\n"
                                   "- Lưu: VI, KT.\n\n"
                                   "TM. ỦY BAN NHÂN DÂN\n"
                                   "/- KT: CHỦ TỊCH ° _ ` á b\n"
                                   "PHÓ GHỦ TỊCH (*\n"
                                   "`\" Lê Văn An\n")
                            .record();
  EXPECT_EQ(record.document.recipients, (Names{"Như trên", "Phòng Kinh tế", "Lưu: VT, KT"}));
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->name, "Lê Văn An");
  EXPECT_EQ(record.document.signer->position, "Phó Chủ tịch");
}

TEST(Recognised, TheTitleMendsTheKindInASymbol) {
  const auto symbol = [](const std::string& read) {
    return recognised("ỦY BAN NHÂN DÂN\nHUYỆN SÔNG LÔ\nSố: 42/" + read +
                      "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSông Lô, ngày 07 tháng 8 năm "
                      "2023\n\nCHƯƠNG TRÌNH\nTrồng rừng\n\n1. Trồng cây.\n")
        .record()
        .document.number->symbol;
  };
  EXPECT_EQ(symbol("CT-UBND"), "CTr-UBND");
  EXPECT_EQ(symbol("GI-UBND"), "CTr-UBND");
  EXPECT_EQ(symbol("KH-UBND"), "KH-UBND");
}

TEST(Recognised, TheSymbolBehindAHandwrittenPartyNumber) {
  const Record record = recognised(
                            "HUYỆN ỦY SÔNG LÔ\n*\nSố: j -KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
                            "Sông Lô, ngày 07 tháng 8 năm 2023\n\nKẾ HOẠCH\nTrồng rừng\n\n"
                            "1. Trồng cây.\n")
                            .record();
  ASSERT_TRUE(record.document.number);
  EXPECT_EQ(record.document.number->symbol, "KH/HU");
  EXPECT_FALSE(record.document.number->serial);
}

TEST(Recognised, RecipientsWhoseDashIsLost) {
  const Record record = plain_document(head +
                                       "Nơi nhận:\n- Sở Nội vụ;\nSở Y tế và Sở Tài chính;\n"
                                       "- Các phòng, ban thuộc\nỦy ban nhân dân huyện;\n"
                                       "- Lưu: VT, NV.\n\nCHỦ TỊCH\n\nLê Văn An\n")
                            .record();
  EXPECT_EQ(record.document.recipients,
            (Names{"Sở Nội vụ", "Sở Y tế và Sở Tài chính",
                   "Các phòng, ban thuộc Ủy ban nhân dân huyện", "Lưu: VT, NV"}));
}

TEST(Recognised, RecipientsEndBeforeWhatASealHasLeft) {
  const Record record = plain_document(head +
                                       "Nơi nhận:\n"
                                       "- Sở Nội vụ; .L\\,E:;;EH\\Q\n"
                                       "- Các phòng, ban; ở 7 25 2\\\n"
                                       "- Lưu: VT; NV.\n\nCHỦ TỊCH\n\nLê Văn An\n")
                            .record();
  EXPECT_EQ(record.document.recipients, (Names{"Sở Nội vụ", "Các phòng, ban", "Lưu: VT; NV"}));
}

TEST(Recognised, WhoSignsForTheHeadIsItsDeputy) {
  const Record record = plain_document(head +
                                       "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\n"
                                       "GIÁM ĐỐC\n\nLê Văn An\n")
                            .record();
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->position, "Phó Giám đốc");
}

TEST(Recognised, TextOfADigitalSignatureIsNoTask) {
  const Record record =
      plain_document(head +
                     "CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN - Email: ca@x.vn\n"
                     "2025-02-03T17:14:37+0700\n"
                     "ỦY BAN NHÂN DÂN TỈNH\n"
                     "ỦY BAN NHÂN DÂN XÃ AN BÌNH ký số bản sao văn bản điện tử!\n")
          .record();
  EXPECT_EQ(record.tasks.size(), 1u);
}

TEST(Recognised, ClausesOfTheBasisWhoseFirstWordsWereMisread) {
  std::string page = head;
  page.insert(page.find("I. NHIỆM VỤ"),
              "Căn cứ Luật Lâm nghiệp năm 2017;\n\n"
              "Cắn ở Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2025 của UBND tỉnh;\n\n"
              "Căn cứ Kế hoạch số 7/KH-UBND ngày 10 tháng 01 năm 2025 của UBND huyện.\n\n");
  const Record record = plain_document(page).record();
  ASSERT_EQ(record.citations.size(), 2u);
  EXPECT_TRUE(record.citations[0].basis);
  EXPECT_TRUE(record.citations[1].basis);
}

TEST(Recognised, OfficesThatLookAlikeAreNotMixedUp) {
  for (const auto& [printed, name] :
       {std::pair{"THỦ TƯỚNG", "Thủ tướng"}, std::pair{"THỨ TRƯỞNG", "Thứ trưởng"}}) {
    const Record record =
        recognised(head + "Nơi nhận:\n- Như trên;\n\n" + printed + "\nLê Văn An\n").record();
    ASSERT_TRUE(record.document.signer);
    EXPECT_EQ(record.document.signer->position, name);
  }
}

TEST(Recognised, PiecesOfASealBehindAnOfficeAreDropped) {
  const Record record =
      recognised(head + "Nơi nhận:\n- Như trên;\n\nVIỆN TRƯỞNG Y Ă\nLê Văn An\n").record();
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->position, "Viện trưởng");
}

TEST(Recognised, TwoOfficesAndANameOnOneLine) {
  const Record record = recognised(head +
                                   "Nơi nhận:\n"
                                   "- Như trên;\n"
                                   "- KT. CHỦ TỊCH /_ PHÓ CHỦ TỊCH `Lê Văn An\n")
                            .record();
  ASSERT_TRUE(record.document.signer);
  EXPECT_EQ(record.document.signer->authority, "KT. CHỦ TỊCH");
  EXPECT_EQ(record.document.signer->position, "Phó Chủ tịch");
  EXPECT_EQ(record.document.signer->name, "Lê Văn An");
}

}  // namespace
}  // namespace vanthu
