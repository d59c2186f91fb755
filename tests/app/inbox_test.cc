#include "app/batch/inbox.h"

#include <sys/stat.h>
#include <unistd.h>

#include "app/batch/record_file.h"
#include "tests/app/batch_fixture.h"

// Any name, any kind of file.
namespace vanthu {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

class Names : public BatchTest {
 protected:
  std::string why(const BatchSummary& summary, const std::string& name) {
    for (const FileReport& file : summary.files)
      if (file.name == name) return file.note;
    return "not seen";
  }
};

TEST_F(Names, any_bytes) {
  const std::vector<std::string> names{"with blanks .txt",
                                       "Kế hoạch.txt",                  // NFC
                                       "Ke\xCC\x82\xCC\x81 hoach.txt",  // NFD
                                       "two\nlines.txt",
                                       "-rf.txt",
                                       "\xFF\xFE no utf8.txt",
                                       "\"quoted\" 'twice'.txt",
                                       std::string(251, 'x') + ".txt",
                                       std::string(248, 'x') + "ế.PDF",
                                       "deep/in/folders/a.txt"};
  int number = 0;
  for (const std::string& name : names) put(name, text(++number));
  const BatchSummary summary = run();
  EXPECT_EQ(summary.count(Outcome::done), names.size() - 1) << to_text(summary);
  EXPECT_EQ(summary.count(Outcome::failed), 1U);  // a text that is called PDF
  EXPECT_THAT(records(), SizeIs(names.size() - 1));
  for (const auto& [name, record] : records()) EXPECT_TRUE(Json::accept(record)) << name;
  EXPECT_EQ(run().count(Outcome::unchanged), names.size() - 1);
  EXPECT_THAT(to_json(summary).dump(-1, ' ', false, Json::error_handler_t::replace),
              HasSubstr("two\\nlines.txt"));
}

TEST_F(Names, control_characters_never_reach_a_terminal) {
  EXPECT_EQ(printable("a\nb\x1b[2Jc\x7f"), "a\\nb\\x1b[2Jc\\x7f");
  EXPECT_EQ(printable("Kế hoạch"), "Kế hoạch");
  EXPECT_EQ(printable("\xFFx"), "\xEF\xBF\xBDx");
}

TEST_F(Names, long_ones_are_cut_and_stay_apart) {
  const std::string a = std::string(251, 'x') + "a.pdf", b = std::string(251, 'x') + "b.pdf";
  EXPECT_LE(record_name(a).size(), 255U);
  EXPECT_NE(record_name(a), record_name(b));
  EXPECT_EQ(record_name("deep/a.pdf"), "deep/a.pdf.json");
}

TEST_F(Names, what_is_no_document_is_named_with_its_reason) {
  put("a.txt", text(1));
  put("scans.zip", "PK");
  put("notes.docx", "x");
  put(".hidden.txt", text(2));
  put(".hidden/b.txt", text(3));
  fs::create_symlink(options.inbox / "a.txt", options.inbox / "link.txt");
  mkfifo((options.inbox / "pipe.txt").c_str(), 0600);
  const BatchSummary summary = run();
  EXPECT_EQ(
      outcomes(summary),
      ".hidden skipped, .hidden.txt skipped, a.txt done, link.txt skipped, notes.docx skipped, "
      "pipe.txt skipped, scans.zip skipped");
  EXPECT_EQ(why(summary, "scans.zip"), "an archive: unpack it");
  EXPECT_EQ(why(summary, "link.txt"), "a symbolic link");
  EXPECT_EQ(why(summary, "pipe.txt"), "no regular file");
  EXPECT_EQ(exit_for(summary), Exit::all_read);
}

TEST_F(Names, links_are_followed_on_demand_and_never_in_a_circle) {
  fs::create_directories(folder.path("elsewhere"));
  folder.write("elsewhere/b.txt", text(2));
  put("deep/a.txt", text(1));
  fs::create_directory_symlink(folder.path("elsewhere"), options.inbox / "there");
  fs::create_directory_symlink(options.inbox, options.inbox / "deep/back");
  fs::create_symlink("nowhere.txt", options.inbox / "dangling.txt");
  options.follow_links = true;
  const BatchSummary summary = run();
  EXPECT_EQ(outcomes(summary), "dangling.txt skipped, deep/a.txt done, there/b.txt done");
}

TEST_F(Names, an_output_folder_inside_the_inbox) {
  options.out = options.inbox / "records";
  put("a.txt", text(1));
  EXPECT_EQ(outcomes(run()), "a.txt done");
  EXPECT_EQ(outcomes(run()), "a.txt unchanged");
  options.out = options.inbox;
  EXPECT_THROW(run(), Error);
  EXPECT_FALSE(fs::exists(options.inbox / "ledger.sqlite"));
}

TEST_F(Names, read_only_files_are_read_and_locked_ones_told) {
  fs::permissions(put("a.txt", text(1)), fs::perms::owner_read);
  EXPECT_EQ(outcomes(run()), "a.txt done");
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  fs::permissions(put("b.txt", text(2)), fs::perms::none);
  const BatchSummary summary = run();
  EXPECT_EQ(outcomes(summary), "a.txt unchanged, b.txt failed");
  EXPECT_EQ(summary.files[1].error->code, ErrorCode::not_readable);
}

TEST_F(Names, files_that_vanish_are_told) {
  put("a.txt", text(1));
  put("b.txt", text(2));
  std::ostringstream err;
  Messages messages(err, false, false);
  Batch batch(options, engine, messages);
  const Inbox inbox = batch.list();
  fs::remove(options.inbox / "b.txt");
  const BatchSummary summary = batch.run(inbox);
  EXPECT_EQ(outcomes(summary), "a.txt done, b.txt failed");
  EXPECT_EQ(summary.files[1].error->code, ErrorCode::not_found);
}

}  // namespace
}  // namespace vanthu
