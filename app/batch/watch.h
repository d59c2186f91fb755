#pragma once
#include <chrono>
#include <map>
#include <set>

#include "app/batch/batch.h"

namespace vanthu {

// Files that are still being written are left alone: one is settled when its size, time and inode
// have been the same for a while by a clock that nobody sets.
class Settling {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Settling(std::chrono::milliseconds quiet) : quiet_(quiet) {}

  // The files among these, seen now, that have settled. Forgets those that are gone.
  std::vector<InboxFile> settled(const std::vector<InboxFile>& files, Clock::time_point now);

 private:
  struct Seen {
    FileStamp stamp;
    Clock::time_point since;
  };
  const std::chrono::milliseconds quiet_;
  std::map<std::string, Seen> seen_;
};

struct WatchOptions {
  BatchOptions batch;
  std::chrono::milliseconds interval{5'000};  // between looks at the folder
  std::chrono::milliseconds quiet{10'000};    // that a file must not have changed
  bool move = false;  // afterwards to done/ or failed/ in the inbox, with the error beside it
};

// Looks at the folder again and again and reads what has come, until SIGTERM or SIGINT. An inbox
// that cannot be listed for a while (a network drive) is told once and waited for. Throws Error
// where the output cannot be written.
void watch(const WatchOptions& options, const Engine& engine, Messages& messages);

}  // namespace vanthu
