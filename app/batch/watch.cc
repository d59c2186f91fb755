#include "app/batch/watch.h"

#include <algorithm>
#include <thread>

#include "app/batch/interrupt.h"
#include "app/batch/moving.h"

namespace vanthu {
namespace {

class Watch {
 public:
  Watch(const WatchOptions& options, const Engine& engine, Messages& messages)
      : options_(options),
        messages_(messages),
        settling_(options.quiet),
        batch_(batch_options(options), engine, messages) {}

  void run() {
    messages_.event({{"event", "watching"}, {"folder", options_.batch.inbox.string()}},
                    "watching " + printable(options_.batch.inbox.string()));
    while (!interrupt_.asked()) {
      look();
      wait();
    }
  }

 private:
  static BatchOptions batch_options(const WatchOptions& options) {
    BatchOptions out = options.batch;
    out.keep_others = options.move;  // what they are of lies in done/
    if (options.move) out.except = moved_folders(out.inbox);
    return out;
  }

  void look() {
    try {
      Inbox inbox = batch_.list();
      lost_ = false;
      inbox.documents = settling_.settled(inbox.documents, Settling::Clock::now());
      std::erase_if(inbox.documents, [this](const InboxFile& f) { return is_known(f); });
      inbox.skipped.clear();
      inbox.unreadable.clear();
      if (!inbox.documents.empty()) read(inbox);
    } catch (const Error& error) {
      if (error.code == ErrorCode::not_writable || error.code == ErrorCode::engine_missing) throw;
      if (!lost_) messages_.error(error);
      lost_ = true;
    }
  }

  bool is_known(const InboxFile& file) const {
    const auto it = known_.find(file.name);
    return it != known_.end() && it->second == file.stamp;
  }

  void read(const Inbox& inbox) {
    const BatchSummary summary = batch_.run(inbox);
    messages_.event(to_json(summary), to_text(summary));
    if (summary.stopped) throw Error(*summary.stopped);
    for (const InboxFile& file : inbox.documents) known_[file.name] = file.stamp;
    for (const FileReport& report : summary.files) {
      if (options_.move && !is_to_come(report)) move(report);
      if (options_.move || is_to_come(report)) known_.erase(report.name);
    }
  }

  // Not reached, or still being written: the next look finds it again.
  static bool is_to_come(const FileReport& report) {
    return report.outcome == Outcome::left ||
           (report.error && report.error->code == ErrorCode::changed);
  }

  // What cannot be moved is told, and tried again at the next look.
  void move(const FileReport& report) {
    try {
      move_away(options_.batch.inbox, report);
    } catch (const Error& error) {
      messages_.error(error);
    }
  }

  void wait() const {
    constexpr std::chrono::milliseconds nap{100};
    for (auto left = options_.interval; left.count() > 0 && !interrupt_.asked(); left -= nap)
      std::this_thread::sleep_for(std::min(nap, left));
  }

  const WatchOptions& options_;
  Messages& messages_;
  Settling settling_;
  const Interrupt interrupt_;
  Batch batch_;
  std::map<std::string, FileStamp> known_;  // read, in this state
  bool lost_ = false;                       // the inbox was not there at the last look
};

}  // namespace

std::vector<InboxFile> Settling::settled(const std::vector<InboxFile>& files,
                                         Clock::time_point now) {
  std::map<std::string, Seen> seen;
  std::vector<InboxFile> out;
  for (const InboxFile& file : files) {
    const auto before = seen_.find(file.name);
    const bool same = before != seen_.end() && before->second.stamp == file.stamp;
    const auto since = same ? before->second.since : now;
    seen[file.name] = {file.stamp, since};
    if (now - since >= quiet_) out.push_back(file);
  }
  seen_ = std::move(seen);
  return out;
}

void watch(const WatchOptions& options, const Engine& engine, Messages& messages) {
  Watch(options, engine, messages).run();
}

}  // namespace vanthu
