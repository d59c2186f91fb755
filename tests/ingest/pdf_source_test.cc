#include <gtest/gtest.h>

#include "core/text.h"
#include "ingest/ingest.h"
#include "ingest/pdf_objects.h"
#include "ingest/pdf_signature.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

std::vector<PdfText> vietnamese_lines(double top = 100) {
  std::vector<PdfText> out;
  for (int i = 0; i < 20; ++i)
    out.push_back(
        {60, top + i * 20, "Phòng Nội vụ chủ trì, phối hợp với các đơn vị rà soát kế hoạch"});
  return out;
}

std::vector<PdfText> garbled_lines() {
  std::vector<PdfText> out;
  for (int i = 0; i < 20; ++i)
    out.push_back(
        {60, 100.0 + i * 20, "Phéng N6i vu chi tri, phéi hgp véi cac don vi ra soat k& hoach"});
  return out;
}

Scan read(const std::vector<PdfPage>& pages, TextLayerPolicy policy = TextLayerPolicy::automatic) {
  const TempFolder folder;
  const FixedReader reader({word_at("đọc", {310, 250, 400, 280})});
  return ingest(folder.write("a.pdf", pdf(pages)), reader, {policy});
}

std::string first_words(const Page& page, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < std::min(count, page.words.size()); ++i)
    out += (i > 0 ? " " : "") + page.words[i].text;
  return out;
}

TEST(PdfSource, ReadsATextLayerWithBoxesAndFonts) {
  const Scan scan = read({{.text = vietnamese_lines()}});
  const Page& page = scan.pages.at(0);
  EXPECT_EQ(page.text_origin, TextOrigin::text_layer);
  EXPECT_EQ(first_words(page, 4), "Phòng Nội vụ chủ");
  EXPECT_EQ(page.lines.size(), 20U);
  EXPECT_EQ(page.dpi, 0);
  EXPECT_EQ(page.width_pt, 595);
  EXPECT_EQ(page.fonts, std::vector<std::string>{"Helvetica"});
  EXPECT_EQ(page.words[0].font, 0);
  const Box box = *page.words[0].box;
  EXPECT_NEAR(box.x0, 60, 1);
  EXPECT_NEAR(box.x1, 60 + 5 * 6, 1);
  EXPECT_TRUE(box.contains(70, 97));
  EXPECT_EQ(scan.media_type, "application/pdf");
  EXPECT_EQ(scan.sha256.size(), 64U);
}

TEST(PdfSource, RecognisesUnderAGarbledLayer) {
  const PageImage image = written_paper(30);
  const PdfPage page{.text = garbled_lines(), .picture = &image};
  EXPECT_EQ(read({page}).pages.at(0).text_origin, TextOrigin::ocr);
  EXPECT_EQ(first_words(read({page}).pages.at(0), 1), "đọc");
  const Scan kept = read({page}, TextLayerPolicy::always);
  EXPECT_EQ(kept.pages.at(0).text_origin, TextOrigin::repaired_text_layer);
  EXPECT_EQ(read({{.text = garbled_lines()}}).pages.at(0).text_origin,
            TextOrigin::repaired_text_layer);
}

TEST(PdfSource, KeepsAGarbledLayerWhereThePictureIsWorse) {
  const TempFolder folder;
  const PageImage image = written_paper(30);
  const FixedReader unreadable({word_at("wzqk", {310, 250, 400, 280})});
  const auto file = folder.write("a.pdf", pdf({{.text = garbled_lines(), .picture = &image}}));
  const Page page = ingest(file, unreadable, {}).pages.at(0);
  EXPECT_EQ(page.text_origin, TextOrigin::repaired_text_layer);
  EXPECT_NE(first_words(page, 1), "wzqk");
}

TEST(PdfSource, NeverMeansNever) {
  const Page page = read({{.text = vietnamese_lines()}}, TextLayerPolicy::never).pages.at(0);
  EXPECT_EQ(page.text_origin, TextOrigin::ocr);
  EXPECT_EQ(page.dpi, 300);
}

TEST(PdfSource, KeepsAStampBesideTheScan) {
  const PageImage image = written_paper(30);
  const PdfPage page{
      .text = {{350, 30, "Ký bởi: Sở Xây dựng"}, {350, 45, "Thời gian ký: 05/06/2031"}},
      .picture = &image};
  const Page read_page = read({page}).pages.at(0);
  EXPECT_EQ(read_page.text_origin, TextOrigin::ocr);
  ASSERT_GE(read_page.blocks.size(), 2U);
  EXPECT_EQ(read_page.blocks[0].kind, BlockKind::stamp);
  EXPECT_EQ(first_words(read_page, 3), "Ký bởi: Sở");
  EXPECT_EQ(read_page.blocks[1].kind, BlockKind::text);
}

TEST(PdfSource, AShortPageIsNoStamp) {
  const PageImage blank = paper(827, 1169, 100);
  const Page page =
      read({{.text = {{60, 60, "Hết kế hoạch của phòng"}}, .picture = &blank}}).pages.at(0);
  EXPECT_EQ(page.text_origin, TextOrigin::text_layer);
  EXPECT_EQ(page.blocks.at(0).kind, BlockKind::text);
}

TEST(PdfSource, ReadsAtTheScansResolution) {
  const PageImage fine = scaled(written_paper(30), 2);
  EXPECT_EQ(read({{.picture = &fine}}).pages.at(0).dpi, 200);
  const PageImage coarse = written_paper(30);  // 100 dpi
  EXPECT_EQ(read({{.picture = &coarse}}).pages.at(0).dpi, 150);
}

TEST(PdfSource, BlankPagesStayInTheirPlace) {
  const Scan scan = read({{.text = vietnamese_lines()}, {}, {.text = vietnamese_lines()}});
  ASSERT_EQ(scan.pages.size(), 3U);
  EXPECT_EQ(scan.pages[1].text_origin, TextOrigin::blank);
  EXPECT_EQ(scan.pages[2].number, 3);
}

TEST(PdfSource, ReadsRuledTablesOfTheLayer) {
  PdfPage page{.text = vietnamese_lines(300)};
  page.text.push_back({70, 120, "TT"});
  page.text.push_back({210, 120, "Nội dung"});
  page.text.push_back({210, 150, "Rà soát"});
  page.text.push_back({70, 180, "Lĩnh vực chung"});
  for (const double y : {100.0, 130.0, 160.0, 190.0}) page.strokes.push_back({60, y, 540, y});
  for (const double x : {60.0, 540.0}) page.strokes.push_back({x, 100, x, 190});
  page.strokes.push_back({200, 100, 200, 160});
  const Page read_page = read({page}).pages.at(0);
  ASSERT_EQ(read_page.tables.size(), 1U);
  const Table& table = read_page.tables[0];
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 2);
  ASSERT_EQ(table.cells.size(), 5U);
  EXPECT_TRUE(table.cells[2].lines.empty());
  EXPECT_EQ(table.cells[4].column_span, 2);
  EXPECT_TRUE(plain_text(read({page})).starts_with("TT\tNội dung\n\tRà soát\nLĩnh vực chung\n"));
}

TEST(PdfSource, TurnsPagesAsTheyAreShown) {
  const Page page = read({{.text = vietnamese_lines(), .rotate = 90}}).pages.at(0);
  EXPECT_EQ(page.width_pt, 842);
  EXPECT_EQ(page.height_pt, 595);
}

TEST(PdfObjects, FollowsImagesThroughTheTransformation) {
  const PageImage image = paper(827, 1169, 100);
  const std::string whole = pdf({{.picture = &image}, {}});
  const PdfObjects objects(whole);
  EXPECT_NEAR(objects.picture(1).coverage, 1, 0.01);
  EXPECT_NEAR(objects.picture(1).dpi, 100, 1);
  EXPECT_EQ(objects.picture(2).coverage, 0);
  EXPECT_EQ(objects.picture(9).dpi, 0);
  EXPECT_EQ(PdfObjects("no pdf").picture(1).coverage, 0);
  EXPECT_TRUE(objects.signatures().empty());
}

TEST(PdfSignature, Dates) {
  EXPECT_EQ(iso_time("D:20310506070809+07'00'"), "2031-05-06T07:08:09+07:00");
  EXPECT_EQ(iso_time("D:20310506070809Z"), "2031-05-06T07:08:09Z");
  EXPECT_EQ(iso_time("D:20310506"), "2031-05-06");
  EXPECT_EQ(iso_time("20310506070809"), "2031-05-06T07:08:09");
  EXPECT_EQ(iso_time("yesterday"), std::nullopt);
  EXPECT_EQ(iso_time(""), std::nullopt);
  EXPECT_EQ(certificate_name("no certificate"), "");
}

TEST(PdfObjects, GivesTheImageOfAScanAsItStandsInTheFile) {
  const PageImage picture = written_paper(20);
  const std::string bytes = pdf({{.picture = &picture}});
  const auto scan = PdfObjects(bytes).scan(1, 150);
  ASSERT_TRUE(scan);
  EXPECT_EQ(scan->width, picture.width);
  EXPECT_EQ(scan->pixels, picture.pixels);
}

TEST(PdfObjects, TurnsTheImageOfATurnedPage) {
  const PageImage picture = written_paper(20);
  const std::string bytes = pdf({{.picture = &picture, .rotate = 90}});
  const auto scan = PdfObjects(bytes).scan(1, 150);
  ASSERT_TRUE(scan);
  EXPECT_EQ(scan->width, picture.height);
  EXPECT_EQ(scan->at(picture.height - 1, 0), picture.at(0, 0));
}

TEST(PdfObjects, WhatIsDrawnOverAnImageHasToBeDrawn) {
  const PageImage picture = written_paper(20);
  EXPECT_FALSE(PdfObjects(pdf({{.text = {{60, 60, "Số"}}, .picture = &picture}})).scan(1, 150));
  EXPECT_FALSE(
      PdfObjects(pdf({{.picture = &picture, .strokes = {{60, 60, 90, 60}}}})).scan(1, 150));
  EXPECT_FALSE(PdfObjects(pdf({{.text = vietnamese_lines()}})).scan(1, 150));
}

}  // namespace
}  // namespace vanthu
