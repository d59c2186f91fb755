#include "core/text.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/json.h"

namespace vanthu {
namespace {

// Two pages: a heading, then a table of one full row and one row whose first cell spans both
// columns; the second page is a failed one.
Scan sample_scan() {
  Page page;
  page.number = 1;
  page.width_pt = 595;
  page.height_pt = 842;
  page.dpi = 200;
  page.text_origin = TextOrigin::ocr;
  page.reason = "no layer";
  page.fonts = {"Tinos"};
  const Box box{1.5, 2, 3, 4};
  for (const char* text : {"KẾ", "HOẠCH", "TT", "Nội", "dung", "Mục", "I"})
    page.words.push_back({.text = text, .box = box, .confidence = 0.5, .font = 0});
  page.lines = {{{0, 2}, box, 1}, {{2, 3}, box, 2}, {{3, 5}, box, 3}, {{5, 7}, {}, 4}};
  page.tables = {{2,
                  2,
                  {{0, 0, 1, 1, {1, 2}, box}, {0, 1, 1, 1, {2, 3}, box}, {1, 0, 1, 2, {3, 4}, {}}},
                  box}};
  page.blocks = {{BlockKind::text, {0, 1}, box, -1}, {BlockKind::table, {1, 4}, box, 0}};
  page.digits = {{DigitField::Part::day, box, {{"07", 0.75, {1, 2}}, {"", 0.25, {}}}}};
  page.ink = {{InkRegion::Kind::seal, box}, {InkRegion::Kind::handwriting, box}};
  Page failed;
  failed.number = 2;
  failed.failure = PageFailure{ErrorCode::page_failed, "broken strip"};
  return {"a.pdf", std::string(64, '0'), "application/pdf", {{"Sở Nội vụ", {}}}, {page, failed}};
}

Text sample_text() {
  Text text;
  TextPage page;
  page.number = 1;
  page.text_origin = TextOrigin::ocr;
  page.words = {{"KẾ", {0, 1}, 0.5}, {"HOẠCH", {1, 3}, 0.75}};
  page.lines = {{{0, 2}, {}, 1}};
  page.blocks = {{BlockKind::text, {0, 1}, {}, -1}};
  text.pages = {page};
  text.repairs = {{0, {1, 2}, "HO ACH", "HOẠCH", RepairKind::join, 0.75}};
  return text;
}

TEST(PlainText, parts_blocks_cells_and_pages) {
  EXPECT_EQ(plain_text(sample_scan()), "KẾ HOẠCH\n\nTT\tNội dung\nMục I\n\f");
}

TEST(ScanJson, survives_the_way_there_and_back) {
  EXPECT_EQ(scan_from_json(to_json(sample_scan())), sample_scan());
  EXPECT_EQ(scan_from_json(parse_json(to_json(sample_scan()).dump())), sample_scan());
}

TEST(TextJson, survives_the_way_there_and_back) {
  EXPECT_EQ(text_from_json(parse_json(to_json(sample_text()).dump())), sample_text());
}

// What a broken or hostile producer may write must not be indexed with.
TEST(ScanJson, with_spans_out_of_range_is_a_typed_error) {
  for (const char* place : {"/pages/0/lines/0/words/1", "/pages/0/blocks/0/lines/1",
                            "/pages/0/tables/0/cells/0/lines/1", "/pages/0/blocks/1/table"}) {
    Json json = to_json(sample_scan());
    json[Json::json_pointer(place)] = 99;
    EXPECT_THROW((void)scan_from_json(json), Error) << place;
  }
}

TEST(TextJson, with_repairs_out_of_range_is_a_typed_error) {
  Json json = to_json(sample_text());
  json["repairs"][0]["page"] = 7;
  EXPECT_THROW((void)text_from_json(json), Error);
}

TEST(ScanJson, of_another_shape_is_a_typed_error) {
  for (const char* text : {"[]", "{}", "{\"file\": 3}", "nonsense", ""})
    EXPECT_THROW((void)scan_from_json(parse_json(text)), Error) << text;
}

TEST(Error, says_file_page_reason_and_advice) {
  const Error error(ErrorCode::encrypted, "a.pdf", "wants a password", 3);
  EXPECT_STREQ(error.what(),
               "a.pdf, page 3: wants a password (encrypted). Remove the password (for example with "
               "`qpdf --decrypt`) and try again.");
  EXPECT_EQ(error_code("encrypted"), ErrorCode::encrypted);
  EXPECT_EQ(error_code("nonsense"), std::nullopt);
}

}  // namespace
}  // namespace vanthu
