#pragma once
#include <chrono>
#include <mutex>
#include <string>

#include "app/messages.h"

namespace vanthu {

// Progress of long work over `total` documents: a bar on a terminal, a line a document elsewhere.
// Thread-safe.
class Progress {
 public:
  Progress(Messages& messages, std::size_t total);

  // One more document is through: "a.pdf: 3 pages, 12 tasks".
  void done(const std::string& line, const Json& event);
  // Takes the bar away.
  void finish();

 private:
  std::string bar() const;

  Messages& messages_;
  const std::size_t total_;
  std::size_t count_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::mutex mutex_;
};

}  // namespace vanthu
