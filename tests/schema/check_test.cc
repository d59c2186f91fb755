#include "schema/check.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "schema/record_json.h"

namespace vanthu {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A record that uses every member.
Record full_record() {
  const Evidence evidence{.page = 1,
                          .line_start = 2,
                          .line_end = 3,
                          .box = Box{72, 90.5, 300, 104.2},
                          .read_as = "S6: 12/KH-UBND",
                          .confidence = 0.75,
                          .text = {},
                          .rule = {}};
  Record record;
  record.source = {
      "a.pdf",
      std::string(64, 'a'),
      "application/pdf",
      {{"Sở Nội vụ", "2024-01-02"}},
      {{1, 595.0, 842.0, TextOrigin::ocr, 0.9, 4}, {2, {}, {}, TextOrigin::blank, {}, 0}}};
  record.document = {.kind = DocumentKind{"KH", "Kế hoạch"},
                     .number = Number{"12/KH-UBND", "12", {}, "KH-UBND"},
                     .issued_on = "2024-05-14",
                     .issued_in = "2024-05",
                     .place = "Hà Nội",
                     .issuer = "Ủy ban nhân dân quận Tây Hồ",
                     .parent_issuer = {},
                     .subject = "Chuyển đổi số",
                     .signer = Signer{"Trần Văn A", "Chủ tịch", "TM. ỦY BAN NHÂN DÂN"},
                     .recipients = {"Như trên"},
                     .evidence = {{"number", evidence}}};
  record.citations = {{.number = {"120/2020/NĐ-CP", "120", 2020, "NĐ-CP"},
                       .kind = "Nghị định",
                       .issued_on = "2020-10-07",
                       .issuer = "Chính phủ",
                       .subject = {},
                       .basis = true,
                       .evidence = evidence}};
  record.axes = {{"1", "Tham gia", {}, {{2023, 5.25}}, evidence}};
  record.units = {{"Phòng Nội vụ", {"Phòng Nội vụ quận"}, 1, 0}};
  const Deadline deadline{.text = "trước ngày 30/9",
                          .type = DeadlineType::before,
                          .start = {},
                          .end = "2024-09-30",
                          .rrule = {},
                          .offset = "P1M",
                          .after = "ban hành",
                          .evidence = evidence};
  record.tasks = {{.id = "t1",
                   .text = "Báo cáo.",
                   .lead = {"Phòng Nội vụ"},
                   .support = {},
                   .axis = "1",
                   .section = {"I. NHIỆM VỤ"},
                   .deliverable = "Báo cáo",
                   .deadline = deadline,
                   .evidence = evidence}};
  record.warnings = {{"task_without_unit", "nobody named", "t1", evidence}};
  return record;
}

TEST(RecordJson, survives_the_way_there_and_back) {
  EXPECT_EQ(record_from_json(to_json(full_record())), full_record());
}

TEST(RecordJson, of_a_wrong_shape_is_a_typed_error) {
  Json json = to_json(full_record());
  json["tasks"][0].erase("text");
  EXPECT_THROW(record_from_json(json), Error);
  EXPECT_THROW(record_from_json(Json::array()), Error);
}

TEST(CheckRecord, accepts_full_and_empty_records) {
  EXPECT_THAT(check_record(to_json(full_record())), IsEmpty());
  Record empty;
  empty.source.sha256 = std::string(64, '0');
  EXPECT_THAT(check_record(to_json(empty)), IsEmpty());
}

TEST(CheckRecord, names_the_place_of_a_violation) {
  Json json = to_json(full_record());
  json["tasks"][0]["deadline"]["type"] = "soon";
  EXPECT_THAT(check_record(json), Contains(HasSubstr("/tasks/0")));
}

TEST(CheckRecord, refuses_unknown_members_and_missing_ones) {
  Json json = to_json(full_record());
  json["document"]["mood"] = "good";
  EXPECT_FALSE(check_record(json).empty());
  json = to_json(full_record());
  json.erase("units");
  EXPECT_FALSE(check_record(json).empty());
  EXPECT_FALSE(check_record(Json("text")).empty());
}

TEST(CheckRecord, checks_references_inside_the_record) {
  Record record = full_record();
  record.tasks.push_back(record.tasks[0]);
  record.tasks[1].axis = "7";
  record.warnings[0].task = "t9";
  EXPECT_THAT(check_record(to_json(record)),
              ElementsAre("/tasks/1/id: 't1' is not unique", "/tasks/1/axis: no axis '7'",
                          "/warnings/0/task: no such task"));
}

TEST(CheckRecord, accepts_the_gold_records) {
  const std::filesystem::path gold = "../shared/gold";
  if (!std::filesystem::exists(gold)) GTEST_SKIP() << "no ../shared/gold";
  for (const auto& entry : std::filesystem::directory_iterator(gold)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path());
    const Json json = Json::parse(in);
    EXPECT_THAT(check_record(json), IsEmpty()) << entry.path();
    EXPECT_NO_THROW(record_from_json(json)) << entry.path();
  }
}

}  // namespace
}  // namespace vanthu
