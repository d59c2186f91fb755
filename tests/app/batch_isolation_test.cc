#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "app/batch/pool.h"
#include "schema/check.h"
#include "tests/app/batch_fixture.h"

// An engine that does what it must not costs the page in its hands, and nothing else.
namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int good = 400, bad = 500;  // page widths

// Reads pages well but for those of a width, on which it does its mischief, or reads garbage.
class FaultyReader : public PageReader {
 public:
  explicit FaultyReader(std::function<void()> fault) : fault_(std::move(fault)) {}
  explicit FaultyReader(Word garbage) : garbage_(std::move(garbage)) {}
  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override {
    const bool is_bad = image.width > (good + bad) / 2;
    if (is_bad && fault_) fault_();
    const Word word = is_bad && !fault_ ? garbage_ : word_at("chữ", {50, 50, 90, 60});
    return {regions.size(), {ReadLine{{50, 50, 90, 60}, {word}}}};
  }
  std::string version() const override { return "faulty"; }

 private:
  std::function<void()> fault_ = nullptr;
  Word garbage_ = {};
};

class Isolation : public BatchTest {
 protected:
  Isolation() {
    options.limits.page_time = std::chrono::seconds(20);
    options.limits.idle_time = std::chrono::seconds(20);
  }

  // Reads a document with one bad page among three, and one without.
  template <typename Fault>
  void read_with(Fault fault) {
    use(std::make_shared<FaultyReader>(std::move(fault)));
    put("bad.tif", scans({good, bad, good}));
    put("good.tif", scans({good, good}));
    summary = run();
  }

  // The numbers and messages of the pages that the record names as failed.
  std::vector<std::string> failures(const std::string& name) const {
    std::vector<std::string> out;
    const Json record = this->record(name);
    for (const Json& warning : record["warnings"])
      if (warning["code"] == "page_failed") out.push_back(warning["message"]);
    return out;
  }

  void expect_only_its_page(const std::string& message) {
    EXPECT_EQ(outcomes(summary), "bad.tif done, good.tif done") << output;
    EXPECT_THAT(failures("bad.tif"), ElementsAre(HasSubstr(message)));
    EXPECT_THAT(failures("bad.tif"), ElementsAre(HasSubstr("page 2")));
    EXPECT_EQ(record("bad.tif")["source"]["pages"].size(), 3U);
    EXPECT_THAT(failures("good.tif"), IsEmpty());
    EXPECT_EQ(summary.pages, 5U);
    EXPECT_EQ(summary.failed_pages, 1U);
    EXPECT_EQ(exit_for(summary), Exit::some_failed);
  }

  BatchSummary summary;
};

TEST_F(Isolation, crash) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer takes the signal and reports it itself";
#endif
  read_with([] { raise(SIGSEGV); });
  expect_only_its_page("killed by signal 11");
}

TEST_F(Isolation, abort) {
  read_with([] { std::abort(); });
  expect_only_its_page("killed by signal 6");
}

TEST_F(Isolation, end_of_the_process) {
  read_with([] { _exit(0); });
  expect_only_its_page("ended with status 0");
}

TEST_F(Isolation, endless_loop) {
  options.limits.page_time = std::chrono::milliseconds(1500);
  read_with([] {
    std::atomic<int> turns = 0;
    while (true) ++turns;
  });
  expect_only_its_page("not read within 1 s");
}

TEST_F(Isolation, standstill) {
  options.limits.idle_time = std::chrono::milliseconds(1000);
  read_with([] { std::this_thread::sleep_for(std::chrono::minutes(5)); });
  expect_only_its_page("no progress for");
}

TEST_F(Isolation, memory) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "no memory limit under AddressSanitizer";
#endif
  options.limits.memory = std::uint64_t{600} << 20;
  read_with([] {
    std::vector<std::string> all;
    while (true) all.emplace_back(std::size_t{16} << 20, 'x');
  });
  expect_only_its_page("not enough memory");
}

// Which comes first is chance, and must not show in the record.
TEST_F(Isolation, libraries_that_give_up_for_want_of_memory) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "no memory limit under AddressSanitizer";
#endif
  options.limits.memory = std::uint64_t{600} << 20;
  const std::vector<void (*)()> ends{[] { std::exit(1); }, [] { std::abort(); },
                                     [] { raise(SIGSEGV); }};
  for (const auto end : ends) {
    std::filesystem::remove_all(options.out);
    read_with([end] {
      void* volatile last = nullptr;  // or the compiler leaves the loop out
      do last = std::malloc(std::size_t{1} << 20);
      while (last);
      end();
    });
    expect_only_its_page("page 2 could not be read: not enough memory");
  }
}

TEST_F(Isolation, garbage_on_the_pipe) {
  read_with([] {
    constexpr int pipe = 3;
    const std::string garbage(1000, '\xEE');
    for (int i = 0; i < 10; ++i)
      if (write(pipe, garbage.data(), garbage.size()) < 0) return;
  });
  expect_only_its_page("wrote garbage");
}

TEST_F(Isolation, garbage_for_words) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  read_with(word_at("a\xFF\xFE\x01", {nan, -1e300, 1e300, nan}, nan));
  EXPECT_EQ(outcomes(summary), "bad.tif done, good.tif done") << output;
  EXPECT_THAT(failures("good.tif"), IsEmpty());
  const Json record = this->record("bad.tif");
  EXPECT_EQ(record["source"]["pages"].size(), 3U);
  EXPECT_THAT(check_record(record), IsEmpty());
}

TEST_F(Isolation, huge_words) {
  read_with(word_at(std::string(std::size_t{100} << 20, 'x'), {50, 50, 90, 60}));
  expect_only_its_page("page 2");
}

TEST_F(Isolation, slow_pages_are_read) {
  read_with([] { std::this_thread::sleep_for(std::chrono::milliseconds(800)); });
  EXPECT_EQ(outcomes(summary), "bad.tif done, good.tif done");
  EXPECT_EQ(exit_for(summary), Exit::all_read);
}

TEST_F(Isolation, a_crash_that_does_not_come_again_costs_nothing) {
  const auto mark = folder.path("once");
  std::ofstream(mark) << "x";
  // A worker cannot write: the page is waited for until the test's process has taken the mark away.
  std::jthread remover([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    std::filesystem::remove(mark);
  });
  read_with([mark] {
    if (!std::filesystem::exists(mark)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    raise(SIGSEGV);
  });
  EXPECT_EQ(exit_for(summary), Exit::all_read) << output;
}

TEST_F(Isolation, workers_write_no_files_and_open_no_sockets) {
  std::string report;
  for (const std::string& line : sandbox_report(engine, options.limits)) report += line + "\n";
  EXPECT_THAT(report, HasSubstr("writing files: denied"));
  EXPECT_THAT(report, HasSubstr("network: denied"));
  const auto file = folder.path("written");
  read_with([file] { std::ofstream(file) << "x"; });
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Isolation, a_missing_engine_stops_the_batch) {
  use(std::make_shared<ThrowingReader>(ErrorCode::engine_missing));
  put("a.tif", scans({good}));
  summary = run();
  ASSERT_TRUE(summary.stopped);
  EXPECT_EQ(summary.stopped->code, ErrorCode::engine_missing);
  EXPECT_EQ(outcomes(summary), "a.tif left");
  EXPECT_EQ(exit_for(summary), Exit::nothing_read);
}

}  // namespace
}  // namespace vanthu
