#include "app/batch/watch.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "app/batch/moving.h"
#include "tests/app/batch_fixture.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(SettlingTest, a_file_is_taken_when_it_has_been_the_same_for_a_while) {
  Settling settling(10s);
  const auto start = Settling::Clock::now();
  const auto file = [](std::int64_t size) { return InboxFile{"in/a.pdf", "a.pdf", {size, 1, 1}}; };
  EXPECT_THAT(settling.settled({file(100)}, start), IsEmpty());
  EXPECT_THAT(settling.settled({file(200)}, start + 9s), IsEmpty());
  EXPECT_THAT(settling.settled({file(200)}, start + 18s), IsEmpty());
  EXPECT_THAT(settling.settled({file(200)}, start + 19s), SizeIs(1));
  EXPECT_THAT(settling.settled({}, start + 20s), IsEmpty());
  EXPECT_THAT(settling.settled({file(200)}, start + 30s), IsEmpty());  // it has come anew
}

class Watching : public BatchTest {
 protected:
  Watching() { options.jobs = 1; }

  // Watches until `done`, then SIGTERM; at most some seconds.
  void watch_until(const std::function<bool()>& done) {
    const pid_t self = getpid(), watcher = fork();
    if (watcher == 0) {
      std::ostringstream err;
      Messages messages(err, false, false);
      try {
        watch({options, 50ms, 100ms, true}, engine, messages);
      } catch (const Error&) {
        _exit(2);
      }
      _exit(getppid() == self ? 0 : 1);
    }
    for (int i = 0; i < 300 && !done(); ++i) std::this_thread::sleep_for(50ms);
    kill(watcher, SIGTERM);
    waitpid(watcher, &status, 0);
  }

  bool is_there(const std::string& name) const { return fs::exists(options.inbox / name); }

  int status = -1;
};

TEST_F(Watching, moves_what_it_has_read_and_goes_on_after_a_restart) {
  put("a.txt", text(1));
  put("b.pdf", "no pdf");
  watch_until([&] { return is_there("done/a.txt") && is_there("failed/b.pdf.error.txt"); });
  EXPECT_TRUE(is_there("done/a.txt"));
  EXPECT_TRUE(is_there("failed/b.pdf"));
  EXPECT_THAT(bytes(options.inbox / "failed/b.pdf.error.txt"), HasSubstr("(damaged)"));
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  put("a.txt", text(1));  // the same again, and a new one
  put("c.txt", text(3));
  watch_until([&] { return is_there("done/a (2).txt") && is_there("done/c.txt"); });
  EXPECT_TRUE(is_there("done/a (2).txt"));
  EXPECT_TRUE(is_there("done/c.txt"));
  EXPECT_THAT(records(), SizeIs(2));
}

// Has a page in hand for as long as a file is there.
class WaitingReader : public FixedReader {
 public:
  explicit WaitingReader(fs::path file)
      : FixedReader({word_at("chữ", {50, 50, 90, 60})}), file_(std::move(file)) {}
  std::vector<std::vector<ReadLine>> read(const PageImage& image,
                                          const std::vector<Region>& regions) const override {
    while (fs::exists(file_)) std::this_thread::sleep_for(20ms);
    return FixedReader::read(image, regions);
  }

 private:
  fs::path file_;
};

TEST_F(Watching, a_file_that_changes_while_its_turn_comes_has_not_failed) {
  const fs::path mark = folder.write("mark", "");
  use(std::make_shared<WaitingReader>(mark));
  put("a.tif", scans({400}));
  put("b.txt", text(1));
  int looks = 0;
  watch_until([&] {
    if (++looks == 20) {
      put("b.txt", text(2));
      fs::remove(mark);
    }
    return is_there("done/b.txt") || is_there("failed/b.txt");
  });
  EXPECT_TRUE(is_there("done/a.tif"));
  EXPECT_TRUE(is_there("done/b.txt"));
  EXPECT_EQ(record("b.txt")["document"]["number"]["text"], "2/KH-UBND");
}

TEST_F(Watching, scanners_give_the_same_name_every_day_and_no_record_is_lost) {
  for (const int day : {1, 2, 3}) {
    put("scan.txt", text(day));
    watch_until([&] { return !is_there("scan.txt"); });
  }
  EXPECT_EQ(record("scan.txt")["document"]["number"]["text"], "1/KH-UBND");
  EXPECT_EQ(record("scan (2).txt")["document"]["number"]["text"], "2/KH-UBND");
  EXPECT_EQ(record("scan (3).txt")["document"]["number"]["text"], "3/KH-UBND");
  EXPECT_TRUE(is_there("done/scan (3).txt"));
}

TEST_F(Watching, what_cannot_be_moved_is_tried_again) {
  put("a.txt", text(1));
  put("done", "a file where the folder should be");
  int looks = 0;
  watch_until([&] {
    if (++looks == 20) fs::remove(options.inbox / "done");
    return is_there("done/a.txt");
  });
  EXPECT_TRUE(is_there("done/a.txt"));
}

TEST_F(Watching, survives_an_inbox_that_is_gone_for_a_while) {
  const fs::path away = folder.path("away");
  fs::rename(options.inbox, away);
  int looks = 0;
  watch_until([&] {
    if (++looks == 10) {
      fs::rename(away, options.inbox);
      put("a.txt", text(1));
    }
    return is_there("done/a.txt");
  });
  EXPECT_TRUE(is_there("done/a.txt"));
}

}  // namespace
}  // namespace vanthu
