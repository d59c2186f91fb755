#include "extract/outline.h"

#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

std::string outlined(const std::string& text) { return dump(outline(plain_document(text).text)); }

const std::string head =
    "ỦY BAN NHÂN DÂN XÃ AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "Số: 15/KH-UBND An Bình, ngày 03 tháng 02 năm 2025\n"
    "KẾ HOẠCH\n"
    "Trồng cây xanh dọc tuyến đường liên thôn\n"
    "năm 2025\n\n";

// The dump without the lines of the head.
std::string body(const std::string& text) {
  const std::string all = outlined(head + text);
  const std::string subject = "subject \"Trồng cây xanh dọc tuyến đường liên thôn năm 2025\"\n";
  const std::size_t at = all.find(subject);
  EXPECT_NE(at, all.npos) << all;
  return at == all.npos ? all : all.substr(at + subject.size());
}

TEST(Outline, PartsTheColumnsOfALetterhead) {
  EXPECT_EQ(outlined(head),
            "letterhead \"ỦY BAN NHÂN DÂN XÃ AN BÌNH\"\n"
            "letterhead \"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\"\n"
            "letterhead \"Độc lập - Tự do - Hạnh phúc\"\n"
            "letterhead \"Số: 15/KH-UBND\"\n"
            "letterhead \"An Bình, ngày 03 tháng 02 năm 2025\"\n"
            "title \"KẾ HOẠCH\"\n"
            "subject \"Trồng cây xanh dọc tuyến đường liên thôn năm 2025\"\n");
}

TEST(Outline, StampsAboveTheLetterheadAreNoPartOfIt) {
  const std::string text =
      outlined("Ký bởi: Ủy ban nhân dân xã An Bình\nThời gian ký: 03/02/2025\n" + head);
  EXPECT_TRUE(
      text.starts_with("other \"Ký bởi: Ủy ban nhân dân xã An Bình\"\n"
                       "other \"Thời gian ký: 03/02/2025\"\nletterhead"))
      << text;
}

TEST(Outline, LetterHasItsSubjectUnderTheNumber) {
  EXPECT_EQ(outlined("SỞ XÂY DỰNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                     "Độc lập - Tự do - Hạnh phúc\n"
                     "Số: 88/SXD-QLN\n"
                     "V/v rà soát nhà ở\n"
                     "cho công nhân\n\n"
                     "Kính gửi:\n"
                     "- Ủy ban nhân dân các huyện;\n"
                     "- Ban Quản lý khu công nghiệp.\n\n"
                     "Thực hiện chỉ đạo của tỉnh, Sở Xây dựng đề nghị báo cáo.\n"),
            "letterhead \"SỞ XÂY DỰNG\"\n"
            "letterhead \"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\"\n"
            "letterhead \"Độc lập - Tự do - Hạnh phúc\"\n"
            "letterhead \"Số: 88/SXD-QLN\"\n"
            "subject \"V/v rà soát nhà ở cho công nhân\"\n"
            "addressee \"Kính gửi:\"\n"
            "addressee - \"Ủy ban nhân dân các huyện;\"\n"
            "addressee - \"Ban Quản lý khu công nghiệp.\"\n"
            "basis \"Thực hiện chỉ đạo của tỉnh, Sở Xây dựng đề nghị báo cáo.\"\n");
}

TEST(Outline, HeadingsHaveItemsBelowThem) {
  EXPECT_EQ(body("I. MỤC ĐÍCH\n"
                 "- Tăng độ che phủ.\n"
                 "II. NHIỆM VỤ\n"
                 "1. Công chức địa chính\n"
                 "1.1. Khảo sát các tuyến đường.\n"
                 "1.2. Lập danh mục:\n"
                 "a) Cây bóng mát;\n"
                 "b) Cây hoa.\n"
                 "2. Hội Nông dân xã vận động hội viên tham gia.\n"),
            "heading I. \"MỤC ĐÍCH\"\n"
            "  item - \"Tăng độ che phủ.\"\n"
            "heading II. \"NHIỆM VỤ\"\n"
            "  heading 1. \"Công chức địa chính\"\n"
            "    item 1.1. \"Khảo sát các tuyến đường.\"\n"
            "    heading 1.2. \"Lập danh mục:\"\n"
            "      item a) \"Cây bóng mát;\"\n"
            "      item b) \"Cây hoa.\"\n"
            "  item 2. \"Hội Nông dân xã vận động hội viên tham gia.\"\n");
}

TEST(Outline, LinesJoinWhereASentenceGoesOn) {
  EXPECT_EQ(body("1. Rà soát quỹ đất dọc tuyến đường liên thôn đã được nâng cấp trong năm qua\n"
                 "và lập danh sách hộ dân đăng ký nhận cây giống tại nhà văn hóa của các thôn\n"
                 "trước khi vào mùa mưa.\n"
                 "2. Chuẩn bị cây giống.\n"),
            "item 1. \"Rà soát quỹ đất dọc tuyến đường liên thôn đã được nâng cấp trong năm qua và "
            "lập danh sách hộ dân đăng ký nhận cây giống tại nhà văn hóa của các thôn trước khi "
            "vào mùa mưa.\"\n"
            "item 2. \"Chuẩn bị cây giống.\"\n");
}

TEST(Outline, NumberAtALinesStartMayBeRunningText) {
  EXPECT_EQ(body("1. Phối hợp với các hộ dân ở hai bên đường thuộc địa bàn khu phố\n"
                 "2. Trồng cây theo đúng khoảng cách đã cắm mốc.\n"),
            "item 1. \"Phối hợp với các hộ dân ở hai bên đường thuộc địa bàn khu phố 2. Trồng cây "
            "theo đúng khoảng cách đã cắm mốc.\"\n");
}

TEST(Outline, ParagraphsGoOnOverThePagesEnd) {
  EXPECT_EQ(body("- Giao các thôn vận động nhân dân đóng góp ngày công trồng và chăm sóc\n"
                 "\f2\n\ncây trong hai năm đầu.\n- Tưới nước.\n"),
            "item - \"Giao các thôn vận động nhân dân đóng góp ngày công trồng và chăm sóc cây "
            "trong hai năm đầu.\"\n"
            "other \"2\"\n"
            "item - \"Tưới nước.\"\n");
}

TEST(Outline, FootnotesStandApartAndTheirMarksAreDropped) {
  EXPECT_EQ(body("- Trồng cây theo quy hoạch đã được duyệt1 và chăm sóc cây ở những\n"
                 "1 Quyết định số 9/QĐ-UBND ngày 02/01/2025.\n"
                 "đoạn đường mới mở2 trong xã.\n"),
            "item - \"Trồng cây theo quy hoạch đã được duyệt và chăm sóc cây ở những đoạn đường "
            "mới mở2 trong xã.\"\n"
            "footnote \"1 Quyết định số 9/QĐ-UBND ngày 02/01/2025.\"\n");
}

TEST(Outline, RepeatedNumberChangesNothing) {
  EXPECT_EQ(body("II. NHIỆM VỤ\n3. Trưởng thôn:\n- Họp dân.\n3. Hội Phụ nữ:\n- Tưới cây.\n"),
            "heading II. \"NHIỆM VỤ\"\n"
            "  heading 3. \"Trưởng thôn:\"\n"
            "    item - \"Họp dân.\"\n"
            "  heading 3. \"Hội Phụ nữ:\"\n"
            "    item - \"Tưới cây.\"\n");
}

TEST(Outline, BulletsUnderBullets) {
  EXPECT_EQ(body("1. Các thôn\n- Chuẩn bị:\n+ Cuốc, xẻng;\n+ Cây giống.\n- Ra quân.\n"),
            "heading 1. \"Các thôn\"\n"
            "  heading - \"Chuẩn bị:\"\n"
            "    item + \"Cuốc, xẻng;\"\n"
            "    item + \"Cây giống.\"\n"
            "  item - \"Ra quân.\"\n");
}

TEST(Outline, RecipientsAndSignatureOfOneLine) {
  EXPECT_EQ(
      body("1. Trồng cây.\n\n"
           "Nơi nhận: KT. CHỦ TỊCH\n- Đảng ủy xã; PHÓ CHỦ TỊCH\n- Lưu: VT.\n\nTrần Thị Mai\n"),
      "item 1. \"Trồng cây.\"\n"
      "signature \"KT. CHỦ TỊCH\"\n"
      "recipients - \"Đảng ủy xã;\"\n"
      "signature \"PHÓ CHỦ TỊCH\"\n"
      "recipients - \"Lưu: VT.\"\n"
      "signature \"Trần Thị Mai\"\n");
}

TEST(Outline, TableGoesOnOverThePagesEnd) {
  EXPECT_EQ(
      body("PHỤ LỤC\nPhân công nhiệm vụ\n\n"
           "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n"
           "I\tChuẩn bị\t\t\n"
           "1\tKhảo sát các tuyến đường và\tĐịa chính\tTháng 2\n"
           "\fTT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n"
           "\tcắm mốc\t\t\n"
           "2\tĐào hố\tCác thôn\tTháng 3\n"),
      "attachment \"PHỤ LỤC\"\n"
      "attachment \"Phân công nhiệm vụ\"\n"
      "  table\n"
      "    header | \"TT\" | \"Nhiệm vụ\" | \"Đơn vị chủ trì\" | \"Thời gian\"\n"
      "    group | \"I\" | \"Chuẩn bị\" | |\n"
      "    row | \"1\" | \"Khảo sát các tuyến đường và cắm mốc\" | \"Địa chính\" | \"Tháng 2\"\n"
      "    row | \"2\" | \"Đào hố\" | \"Các thôn\" | \"Tháng 3\"\n");
}

TEST(Outline, AnotherHeaderIsAnotherTable) {
  const std::string text = body(
      "TT\tNhiệm vụ\tĐơn vị chủ trì\n1\tĐào hố\tCác thôn\n"
      "TT\tĐịa điểm\tThời gian\n1\tThôn Đông\tThứ Hai\n");
  EXPECT_EQ(text,
            "table\n"
            "  header | \"TT\" | \"Nhiệm vụ\" | \"Đơn vị chủ trì\"\n"
            "  row | \"1\" | \"Đào hố\" | \"Các thôn\"\n"
            "table\n"
            "  header | \"TT\" | \"Địa điểm\" | \"Thời gian\"\n"
            "  row | \"1\" | \"Thôn Đông\" | \"Thứ Hai\"\n");
}

TEST(Outline, AGroupsLineMayBeItsMarkerAlone) {
  EXPECT_EQ(outlined("1\tViệc\tSở Y tế\tQuý II\n\nĐiều 1.\n\n2\tViệc\tSở Y tế\tQuý III\n"),
            "table\n"
            "  row | \"1\" | \"Việc\" | \"Sở Y tế\" | \"Quý II\"\n"
            "  group | \"\" | | |\n"
            "  row | \"2\" | \"Việc\" | \"Sở Y tế\" | \"Quý III\"\n");
}

TEST(Outline, OfNothingIsEmpty) {
  EXPECT_EQ(outlined(""), "");
  EXPECT_EQ(dump(outline(Text{})), "");
}

}  // namespace
}  // namespace vanthu
