#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands.h"
#include "tests/ingest/fake_readers.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Plain text needs no engine; an image finds one that fails.
Engine failing_engine(const EngineOptions&) {
  return {std::make_shared<ThrowingReader>(ErrorCode::page_failed),
          std::make_shared<NoRepair>(),
          {},
          {}};
}

constexpr const char* plan =
    "ỦY BAN NHÂN DÂN QUẬN TÂY HỒ\n"
    "Số: 45/KH-UBND\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "Tây Hồ, ngày 14 tháng 5 năm 2024\n\n"
    "KẾ HOẠCH\n"
    "Trồng cây xanh năm 2024\n\n"
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;\n\n"
    "I. NHIỆM VỤ\n\n"
    "1. Phòng Kinh tế: Lập danh mục cây trồng trước ngày 30 tháng 9 năm 2024.\n";

class CommandLineTest : public testing::Test {
 protected:
  CommandLineTest() {
    folder = fs::path(testing::TempDir()) /
             testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~CommandLineTest() override { fs::remove_all(folder); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path path = folder / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  int run(std::vector<std::string> arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out, err;
    const int status = run_command_line(std::move(arguments), {in, out, err}, failing_engine);
    output = out.str();
    messages = err.str();
    return status;
  }

  fs::path folder;
  std::string output, messages;
};

TEST_F(CommandLineTest, reads_one_file_as_one_document) {
  ASSERT_EQ(run({"read", write("plan.txt", plan)}), 0) << messages;
  const Json record = Json::parse(output);
  EXPECT_EQ(record["document"]["number"]["text"], "45/KH-UBND");
  EXPECT_EQ(record["document"]["issued_on"], "2024-05-14");
  EXPECT_EQ(record["source"]["file"], "plan.txt");
}

TEST_F(CommandLineTest, reads_several_files_as_json_lines) {
  ASSERT_EQ(run({"read", write("a.txt", plan), write("b.txt", plan)}), 0) << messages;
  std::istringstream lines(output);
  std::string line;
  int records = 0;
  while (std::getline(lines, line)) {
    EXPECT_TRUE(Json::accept(line)) << line;
    ++records;
  }
  EXPECT_EQ(records, 2);
}

TEST_F(CommandLineTest, a_page_that_fails_is_in_the_record) {
  ASSERT_EQ(run({"read", "tests/data/line.png"}), 0) << messages;
  const Json record = Json::parse(output);
  EXPECT_EQ(record["source"]["pages"].size(), 1u);
  EXPECT_EQ(record["warnings"][0]["code"], "page_failed");
  EXPECT_EQ(record["warnings"][0]["evidence"]["page"], 1);
  EXPECT_THAT(messages, HasSubstr("page 1 could not be read: engine trouble"));
}

TEST_F(CommandLineTest, exit_status_says_how_many_were_read) {
  const std::string good = write("good.txt", plan), empty = write("empty.txt", "");
  EXPECT_EQ(run({"read", good, empty}), 3);
  EXPECT_THAT(messages, HasSubstr("empty_file"));
  EXPECT_EQ(run({"read", empty}), 2);
  EXPECT_EQ(run({"read", (folder / "none.pdf").string()}), 2);
  EXPECT_THAT(messages, HasSubstr("not_found"));
  EXPECT_EQ(run({"read", folder.string()}), 2);
  EXPECT_THAT(messages, HasSubstr("is_directory"));
}

TEST_F(CommandLineTest, wrong_usage_is_status_1_and_help_is_0) {
  EXPECT_EQ(run({}), 1);
  EXPECT_EQ(run({"read"}), 1);
  EXPECT_EQ(run({"reed", "a.pdf"}), 1);
  EXPECT_EQ(run({"read", "a.pdf", "--text-layer", "perhaps"}), 1);
  EXPECT_THAT(output, IsEmpty());
  EXPECT_THAT(messages, Not(IsEmpty()));
  EXPECT_EQ(run({"--help"}), 0);
}

TEST_F(CommandLineTest, every_command_has_help_with_an_example) {
  for (const char* command :
       {"read", "text", "batch", "ingest", "normalize", "extract", "explain", "check"}) {
    EXPECT_EQ(run({command, "--help"}), 0) << command;
    EXPECT_THAT(output, HasSubstr("Example:\n  vanthu ")) << command;
  }
}

TEST_F(CommandLineTest, messages_are_json_lines_on_demand) {
  EXPECT_EQ(run({"read", "--json", write("empty.txt", "")}), 2);
  const Json message = Json::parse(messages);
  EXPECT_EQ(message["code"], "empty_file");
  EXPECT_THAT(message["advice"].get<std::string>(), Not(IsEmpty()));
}

TEST_F(CommandLineTest, stages_piped_one_into_the_next_make_the_same_record) {
  const std::string file = write("plan.txt", plan);
  ASSERT_EQ(run({"read", file}), 0);
  const Json whole = Json::parse(output);
  ASSERT_EQ(run({"ingest", file}), 0) << messages;
  ASSERT_EQ(run({"normalize"}, output), 0) << messages;
  ASSERT_EQ(run({"extract"}, output), 0) << messages;
  EXPECT_EQ(Json::parse(output), whole);
}

TEST_F(CommandLineTest, stages_refuse_what_is_not_theirs) {
  for (const char* input : {"", "{}", "[1]", "{\"scan\": {}, \"text\": {}}"}) {
    EXPECT_EQ(run({"normalize"}, input), 2) << input;
    EXPECT_THAT(messages, HasSubstr("bad_json")) << input;
    EXPECT_EQ(run({"extract"}, input), 2) << input;
    EXPECT_THAT(messages, HasSubstr("bad_json")) << input;
  }
}

TEST_F(CommandLineTest, text_parts_pages_by_form_feeds) {
  ASSERT_EQ(run({"text", write("two.txt", "Trang một\n\fTrang hai\n")}), 0);
  EXPECT_EQ(output, "Trang một\n\fTrang hai\n");
}

TEST_F(CommandLineTest, checks_records) {
  ASSERT_EQ(run({"read", write("plan.txt", plan)}), 0);
  Json record = Json::parse(output);
  EXPECT_EQ(run({"check", write("good.json", record.dump())}), 0) << output;
  record["tasks"] = 3;
  EXPECT_EQ(run({"check", write("bad.json", record.dump())}), 2);
  EXPECT_THAT(output, HasSubstr("bad.json: /"));
  EXPECT_THAT(messages, HasSubstr("schema_violation"));
}

TEST_F(CommandLineTest, explains_a_field) {
  const std::string file = write("plan.txt", plan);
  ASSERT_EQ(run({"explain", file, "number"}), 0) << messages;
  EXPECT_THAT(output, HasSubstr("45/KH-UBND"));
  EXPECT_THAT(output, HasSubstr("as read   "));
  EXPECT_THAT(output, HasSubstr("page 1, lines 2-2"));
  EXPECT_EQ(run({"explain", file, "colour"}), 1);
  EXPECT_THAT(messages, HasSubstr("no field 'colour'"));
}

TEST_F(CommandLineTest, batch_writes_a_record_a_file_and_goes_on_after_a_failure) {
  write("in/a.txt", plan);
  write("in/deep/b.txt", plan);
  write("in/broken.pdf", "no pdf");
  write("in/empty.txt", "");
  write("in/notes.html", "<p>");
  const std::string out = (folder / "in/out").string();
  EXPECT_EQ(run({"batch", (folder / "in").string(), "--out", out, "--jobs", "2"}), 3);
  EXPECT_TRUE(fs::exists(folder / "in/out/a.txt.json"));
  EXPECT_FALSE(fs::exists(folder / "in/out/deep/b.txt.json"));  // the same content
  EXPECT_FALSE(fs::exists(folder / "in/out/broken.pdf.json"));
  EXPECT_THAT(messages, HasSubstr("5 files: 1 done, 0 unchanged, 1 duplicate, 2 failed, 1 skipped"));
  EXPECT_EQ(run({"check", out + "/a.txt.json"}), 0);
  // Its own records are not taken for documents the second time.
  EXPECT_EQ(run({"batch", (folder / "in").string(), "--out", out, "--json"}), 3);
  EXPECT_THAT(messages, HasSubstr("\"files\":5"));
}

TEST_F(CommandLineTest, batch_without_an_inbox_or_an_output_is_an_error) {
  EXPECT_EQ(run({"batch", (folder / "none").string(), "--out", (folder / "out").string()}), 2);
  EXPECT_THAT(messages, HasSubstr("not_found"));
  EXPECT_FALSE(std::filesystem::exists(folder / "out"));
  const std::string file = write("in/a.txt", plan);
  EXPECT_EQ(run({"batch", (folder / "in").string(), "--out", file + "/out"}), 2);
  EXPECT_THAT(messages, HasSubstr("not_writable"));
}

TEST_F(CommandLineTest, date_prints_what_a_phrase_says) {
  ASSERT_EQ(run({"date", "trước ngày 30 tháng 9", "--on", "2024-05-14"}), 0) << messages;
  const Json value = Json::parse(output);
  EXPECT_EQ(value["type"], "before");
  EXPECT_EQ(value["end"], "2024-09-30");
}

TEST_F(CommandLineTest, date_takes_decomposed_letters) {
  ASSERT_EQ(run({"date", "nga\u0300y mai", "--on", "2024-05-14"}), 0) << messages;
  EXPECT_EQ(Json::parse(output)["start"], "2024-05-15");
}

TEST_F(CommandLineTest, date_reads_a_phrase_a_line) {
  EXPECT_EQ(run({"date", "-", "--on", "2024-05-14"}, "ngày mai\nxin chào\nlúc 8h30\n"), 3);
  EXPECT_THAT(output, HasSubstr("2024-05-15"));
  EXPECT_THAT(output, HasSubstr("2024-05-14T08:30"));
  EXPECT_THAT(messages, HasSubstr("no_date"));
}

TEST_F(CommandLineTest, date_refuses_what_it_cannot_place) {
  EXPECT_EQ(run({"date", "rằm tháng bảy", "--on", "2024-05-14"}), 2);
  EXPECT_THAT(messages, HasSubstr("lunar"));
  EXPECT_EQ(run({"date", "ngày mai", "--on", "14/5/2024"}), 1);
  EXPECT_EQ(run({"date", "ngày mai"}), 1);
}

}  // namespace
}  // namespace vanthu
