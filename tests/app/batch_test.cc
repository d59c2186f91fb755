#include <sys/resource.h>

#include <csignal>

#include "app/batch/ledger.h"
#include "app/batch/record_file.h"
#include "tests/app/batch_fixture.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(BatchTest, second_run_finds_everything_unchanged) {
  put("a.txt", text(1));
  put("deep/b.txt", text(2));
  EXPECT_EQ(outcomes(run()), "a.txt done, deep/b.txt done");
  const auto first = records();
  ASSERT_EQ(first.size(), 2U);
  const BatchSummary second = run();
  EXPECT_EQ(outcomes(second), "a.txt unchanged, deep/b.txt unchanged");
  EXPECT_EQ(second.pages, 0U);
  EXPECT_EQ(exit_for(second), Exit::all_read);
  EXPECT_EQ(records(), first);
}

TEST_F(BatchTest, renamed_and_moved_files_are_unchanged) {
  put("a.txt", text(1));
  run();
  fs::create_directory(options.inbox / "deep");
  fs::rename(options.inbox / "a.txt", options.inbox / "deep/new name.txt");
  const BatchSummary second = run();
  EXPECT_EQ(outcomes(second), "deep/new name.txt unchanged");
  EXPECT_EQ(second.files[0].note, "read as a.txt");
}

TEST_F(BatchTest, a_name_that_has_other_content_now) {
  put("a.txt", text(1));
  run();
  fs::rename(options.inbox / "a.txt", options.inbox / "b.txt");
  put("a.txt", text(2));
  EXPECT_EQ(outcomes(run()), "a.txt done, b.txt done");
  EXPECT_EQ(record("a.txt")["document"]["number"]["text"], "2/KH-UBND");
  EXPECT_EQ(record("b.txt")["document"]["number"]["text"], "1/KH-UBND");
}

TEST_F(BatchTest, changed_files_are_read_again) {
  const auto file = put("a.txt", text(1));
  run();
  put("a.txt", text(2));
  EXPECT_EQ(outcomes(run()), "a.txt done");
  EXPECT_EQ(record("a.txt")["document"]["number"]["text"], "2/KH-UBND");
}

TEST_F(BatchTest, a_record_that_replaces_another_is_told) {
  put("a.txt", text(1));
  put("b.txt", text(3));
  run();
  put("a.txt", text(2));
  EXPECT_THAT(to_text(run()), HasSubstr("done: a.txt, its record replaces"));
  EXPECT_THAT(to_text(run()), Not(HasSubstr("replaces")));
}

TEST_F(BatchTest, content_that_comes_back_is_not_taken_for_what_replaced_it) {
  put("a.txt", text(1));
  run();
  put("a.txt", text(2));  // its record is as long
  run();
  fs::remove(options.inbox / "a.txt");
  put("c.txt", text(1));
  EXPECT_EQ(outcomes(run()), "c.txt done");
  EXPECT_EQ(record("c.txt")["document"]["number"]["text"], "1/KH-UBND");
}

TEST_F(BatchTest, a_record_that_was_lost_is_made_again) {
  put("a.txt", text(1));
  run();
  const auto first = records();
  fs::remove(options.out / "a.txt.json");
  EXPECT_EQ(outcomes(run()), "a.txt done");
  EXPECT_EQ(records(), first);
}

TEST_F(BatchTest, another_engine_makes_records_stale) {
  put("a.txt", text(1));
  run();
  options.fingerprint = "engine 2";
  options.keep_stale = true;
  EXPECT_EQ(outcomes(run()), "a.txt unchanged");
  options.keep_stale = false;
  EXPECT_EQ(outcomes(run()), "a.txt done");
  EXPECT_EQ(outcomes(run()), "a.txt unchanged");
}

TEST_F(BatchTest, same_content_twice_gives_one_record) {
  put("b.txt", text(1));
  put("a.txt", text(1));
  const BatchSummary summary = run();
  EXPECT_EQ(outcomes(summary), "a.txt done, b.txt duplicate");
  EXPECT_EQ(summary.files[1].note, "a.txt");
  EXPECT_EQ(records().size(), 1U);
  EXPECT_EQ(outcomes(run()), "a.txt unchanged, b.txt duplicate");
}

TEST_F(BatchTest, same_number_with_other_content_is_told) {
  put("a.txt", text(1));
  put("b.txt", text(1) + "\n2. Phòng Nội vụ: Báo cáo.\n");
  put("c.txt", text(2));
  const BatchSummary summary = run();
  EXPECT_THAT(summary.same_number,
              ElementsAre("1/KH-UBND, Ủy ban nhân dân quận Tây Hồ, 2024: a.txt b.txt"));
  EXPECT_THAT(to_text(summary), HasSubstr("same number, other content: 1/KH-UBND"));
}

TEST_F(BatchTest, failed_documents_are_told_again_and_retried_on_demand) {
  put("a.pdf", "%PDF-1.4 broken");
  put("b.txt", text(1));
  BatchSummary summary = run();
  EXPECT_EQ(outcomes(summary), "a.pdf failed, b.txt done");
  EXPECT_EQ(exit_for(summary), Exit::some_failed);
  summary = run();
  EXPECT_EQ(outcomes(summary), "a.pdf failed, b.txt unchanged");
  EXPECT_EQ(summary.files[0].error->code, ErrorCode::damaged);
  EXPECT_THAT(summary.files[0].note, HasSubstr("--retry-failed"));
  options.retry_failed = true;
  summary = run();
  EXPECT_EQ(outcomes(summary), "a.pdf failed, b.txt unchanged");
  EXPECT_EQ(summary.files[0].note, "");
}

TEST_F(BatchTest, documents_with_failed_pages_are_never_a_full_success) {
  use(std::make_shared<ThrowingReader>(ErrorCode::page_failed));
  put("a.tif", scans({400, 400}));
  BatchSummary summary = run();
  EXPECT_EQ(outcomes(summary), "a.tif done");
  EXPECT_EQ(exit_for(summary), Exit::some_failed);
  summary = run();
  EXPECT_EQ(outcomes(summary), "a.tif unchanged");
  EXPECT_EQ(exit_for(summary), Exit::some_failed);
  EXPECT_THAT(to_text(summary), HasSubstr("a.tif, but 2 pages failed"));
  use(std::make_shared<FixedReader>(std::vector<Word>{word_at("chữ", {50, 50, 90, 60})}));
  options.retry_failed = true;
  summary = run();
  EXPECT_EQ(outcomes(summary), "a.tif done");
  EXPECT_EQ(exit_for(summary), Exit::all_read);
}

TEST_F(BatchTest, the_number_of_workers_makes_no_difference) {
  for (int i = 0; i < 6; ++i) put("t" + std::to_string(i) + ".txt", text(i));
  put("scan.tif", scans({400, 410, 420, 430, 440}));
  options.jobs = 1;
  run();
  const auto one = records();
  fs::remove_all(options.out);
  options.jobs = 4;
  run();
  EXPECT_EQ(records(), one);
  EXPECT_EQ(one.size(), 7U);
}

TEST_F(BatchTest, records_say_nothing_of_the_machine) {
  put("a.txt", text(1));
  run();
  EXPECT_THAT(bytes(options.out / "a.txt.json"), Not(HasSubstr(options.inbox.string())));
}

// Reads pages up to a width; a wider one means that the machine went down.
class StoppingReader : public FixedReader {
 public:
  explicit StoppingReader(int width, int least = 0)
      : FixedReader({word_at("chữ", {50, 50, 90, 60})}), width_(width), least_(least) {}
  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override {
    if (image.width > width_ || image.width < least_)
      throw Error(ErrorCode::engine_missing, "", "down");
    return FixedReader::read(image, regions);
  }

 private:
  int width_, least_;
};

TEST_F(BatchTest, finished_pages_are_not_read_again) {
  options.jobs = 1;
  put("a.tif", scans({400, 500, 600}));
  use(std::make_shared<StoppingReader>(1000));
  run();
  const auto whole = records();
  fs::remove_all(options.out);
  use(std::make_shared<StoppingReader>(550));  // stops at the third page
  EXPECT_TRUE(run().stopped);
  EXPECT_THAT(records(), IsEmpty());
  use(std::make_shared<StoppingReader>(1000, 550));  // can read only that one
  EXPECT_EQ(outcomes(run()), "a.tif done");
  EXPECT_EQ(records(), whole);
}

TEST_F(BatchTest, pages_of_another_engine_are_read_again) {
  options.jobs = 1;
  put("a.tif", scans({400, 600}));
  use(std::make_shared<StoppingReader>(500));
  EXPECT_TRUE(run().stopped);
  options.fingerprint = "engine 2";
  use(std::make_shared<StoppingReader>(1000, 500));  // cannot read the first
  EXPECT_TRUE(run().stopped);
}

TEST_F(BatchTest, two_runs_at_once_do_not_share_a_folder) {
  put("a.txt", text(1));
  std::ostringstream err;
  Messages messages(err, false, false);
  const Batch first(options, engine, messages);
  try {
    const Batch second(options, engine, messages);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::in_use);
  }
}

// Files may not grow beyond a size while one lives, as on a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit before_{};
};

TEST_F(BatchTest, a_full_disk_stops_it_with_nothing_half_written) {
  std::string tasks = text(1);
  for (int i = 2; i < 60; ++i) tasks += "\n" + std::to_string(i) + ". Phòng Nội vụ: Báo cáo.\n";
  put("a.txt", tasks);
  put("b.txt", text(2));
  run();
  const auto whole = records();
  fs::remove_all(options.out);
  for (const rlim_t size : {20'000, 50'000, 100'000}) {
    const FullDisk full(size);
    try {
      const BatchSummary summary = run();
      ASSERT_TRUE(summary.stopped) << size;
      EXPECT_EQ(summary.stopped->code, ErrorCode::not_writable);
      EXPECT_NE(exit_for(summary), Exit::all_read);
    } catch (const Error& error) {
      EXPECT_EQ(error.code, ErrorCode::not_writable);
    }
    for (const auto& [name, bytes] : records()) EXPECT_EQ(bytes, whole.at(name));
    for (const auto& entry : fs::directory_iterator(options.out))
      EXPECT_NE(entry.path().extension(), ".part");
  }
  run();
  EXPECT_EQ(records(), whole);
}

TEST_F(BatchTest, a_record_that_cannot_be_written_leaves_the_old_one) {
  const fs::path path = folder.path("a.json");
  write_record(path, "old");
  const FullDisk full(1000);
  EXPECT_THROW(write_record(path, std::string(5000, 'x')), Error);
  EXPECT_EQ(bytes(path), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path("")), {}), 2);  // and the inbox
}

TEST_F(BatchTest, a_damaged_ledger_is_told) {
  fs::create_directory(options.out);
  std::ofstream(options.out / "ledger.sqlite") << std::string(5000, 'x');
  try {
    run();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::ledger_damaged);
  }
}

}  // namespace
}  // namespace vanthu
