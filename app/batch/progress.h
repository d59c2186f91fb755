#pragma once
#include <chrono>
#include <string>

#include "app/batch/pool.h"
#include "app/messages.h"

namespace vanthu {

// Progress of a batch. On a terminal a line a worker and a bar; elsewhere a plain line now and
// then.
//
//   [############..................] 12/30 documents, 48 pages, 1.6 pages/s, 2 min left
class Progress {
 public:
  // `documents` are to be read.
  Progress(Messages& messages, std::size_t documents);

  void page() { ++pages_; }
  void document() { ++done_; }
  void tick(const std::vector<Pool::State>& workers);
  // Takes the bar away.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  std::string figures() const;
  std::string bar() const;

  Messages& messages_;
  const std::size_t documents_;
  std::size_t done_ = 0, pages_ = 0;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_line_ = start_;
};

}  // namespace vanthu
