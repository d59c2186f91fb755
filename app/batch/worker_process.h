#pragma once
#include <sys/types.h>

#include <chrono>
#include <string>

#include "app/batch/frame.h"
#include "app/batch/sandbox.h"
#include "app/read_document.h"

namespace vanthu {

// The batch's end of a worker: a child process, confined, that runs run_worker(). It dies with this
// object, with the batch's process, or by itself.
class WorkerProcess {
 public:
  // Forks; the calling process must have no other threads. Throws Error{internal} where the system
  // has no process left.
  WorkerProcess(const Engine& engine, const Limits& limits);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  int fd() const { return fd_; }

  // Neither blocks: what is queued goes out as the worker takes it. flush() and read() are false
  // when it has gone.
  void queue(const Frame& frame) { outbox_ += encode(frame); }
  bool has_output() const { return !outbox_.empty(); }
  bool flush();
  bool read();
  // Throws Error{bad_json} where the worker writes no frames.
  std::optional<Frame> next() { return parser_.next(); }

  std::chrono::nanoseconds processor_time() const;

  // Ends it, waits, and says how it ended: out_of_memory, or crashed "its reader was killed by
  // signal 11 (Segmentation fault)".
  Error end();

 private:
  pid_t pid_ = -1;
  int fd_ = -1;
  std::string outbox_;
  FrameParser parser_;
};

}  // namespace vanthu
