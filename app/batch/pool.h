#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/batch/worker_process.h"

namespace vanthu {

// A request to a worker and what becomes of its answer.
struct Work {
  Frame request;
  int pages = 1;      // that much page time it may take
  std::string label;  // for the progress: "a.pdf, page 3"
  // The frame of that number that follows the request; none after the last.
  std::function<std::optional<Frame>(std::size_t)> following = nullptr;
  // Called with the answer; the error says that there is none.
  std::function<void(Frame, const std::optional<Error>&)> done;
};

// Workers that are fed and watched. One that crashes, hangs or takes too much is replaced; the work
// in its hands is given to a fresh worker once more where it crashed or ran out of memory, which
// may have been another one's fault, and is answered by an Error after that (crashed, timed_out,
// out_of_memory, or what the worker said).
class Pool {
 public:
  // What the worker of that index should do next; none where there is nothing for it now.
  using Source = std::function<std::optional<Work>(std::size_t worker)>;

  Pool(unsigned workers, const Engine& engine, const Limits& limits);
  ~Pool();

  // Until there is no work in hand and none to be had; `tick` is called several times a second.
  // Exceptions of a `done` pass through and leave the pool unusable.
  void run(const Source& source, const std::function<void()>& tick);

  // What each worker has in hand, and since when; empty for an idle one.
  struct State {
    std::string label;
    double seconds = 0;
  };
  std::vector<State> states() const;

 private:
  class Seat;
  bool feed(const Source& source);
  void wait() const;

  std::vector<std::unique_ptr<Seat>> seats_;
};

// What holds the workers back (confine()), as one of them reports it.
SandboxReport sandbox_report(const Engine& engine, const Limits& limits);

}  // namespace vanthu
