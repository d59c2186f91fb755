#include "app/batch/pool.h"

#include <poll.h>

#include <algorithm>

namespace vanthu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int tick_ms = 200;
constexpr int wall_factor = 10;  // by the clock a page may take that much longer than it computes

Error error_of(const Json& error) {
  return {error_code(error.at("code").get<std::string>()).value_or(ErrorCode::internal), "",
          error.at("detail").get<std::string>()};
}

// What is told of time goes into records: the limit, which is the same in every run.
Error timed_out(const std::string& what, std::chrono::milliseconds limit) {
  return {ErrorCode::timed_out, "", what + " " + std::to_string(limit.count() / 1000) + " s"};
}

bool may_be_chance(const Error& error) {
  return error.code == ErrorCode::crashed || error.code == ErrorCode::out_of_memory;
}

}  // namespace

// A place where one worker after the other works.
class Pool::Seat {
 public:
  Seat(const Engine& engine, const Limits& limits) : engine_(engine), limits_(limits) {}

  bool busy() const { return work_.has_value(); }

  void give(Work work) {
    work_ = std::move(work);
    again_ = false;
    start();
  }

  pollfd poll() const {
    const short output = worker_->has_output() ? POLLOUT : 0;
    return {worker_->fd(), static_cast<short>(POLLIN | output), 0};
  }

  // Moves bytes, takes the answer, looks at the clocks.
  void step() {
    try {
      pump();
      while (worker_) {
        auto frame = worker_->next();
        if (!frame) break;
        if (frame->header.contains("sandbox")) continue;  // its greeting
        return take(std::move(*frame));
      }
      if (gone_) return lose(worker_->end());
      look_at_clocks();
    } catch (const Error& error) {
      if (error.code != ErrorCode::bad_json) throw;
      lose(Error(ErrorCode::crashed, "", "its reader wrote garbage"));
    }
  }

  State state() const {
    return busy()
               ? State{work_->label, std::chrono::duration<double>(Clock::now() - since_).count()}
               : State{};
  }

 private:
  void start() {
    if (!worker_) worker_ = std::make_unique<WorkerProcess>(engine_, limits_);
    gone_ = false;
    following_ = 0;
    since_ = last_moved_ = Clock::now();
    processor_time_ = processor_start_ = worker_->processor_time();
    Frame request = work_->request;
    request.header["milliseconds"] = allowed().count();
    worker_->queue(request);
  }

  std::chrono::milliseconds allowed() const { return limits_.page_time * work_->pages; }

  void pump() {
    if (worker_->has_output()) gone_ = !worker_->flush();
    while (!gone_ && !worker_->has_output() && work_->following) {
      const auto frame = work_->following(following_);
      if (!frame) break;
      ++following_;
      worker_->queue(*frame);
      gone_ = !worker_->flush();
    }
    pollfd input{worker_->fd(), POLLIN, 0};
    if (::poll(&input, 1, 0) > 0 && !worker_->read()) gone_ = true;
  }

  void take(Frame frame) {
    if (frame.header.contains("retire")) worker_.reset();
    if (const auto it = frame.header.find("error"); it != frame.header.end())
      return fail(error_of(*it));
    if (!worker_ && !again_) return try_again();
    const Work work = release();
    work.done(std::move(frame), std::nullopt);
  }

  // The worker is no good any more.
  void lose(const Error& error) {
    worker_.reset();
    fail(error);
  }

  void fail(const Error& error) {
    if (may_be_chance(error) && !again_) return try_again();
    const Work work = release();
    work.done({}, error);
  }

  void try_again() {
    again_ = true;
    worker_.reset();
    start();
  }

  Work release() {
    Work work = std::move(*work_);
    work_.reset();
    return work;
  }

  void look_at_clocks() {
    const auto now = Clock::now();
    const auto used = worker_->processor_time();
    if (used != processor_time_) last_moved_ = now;
    processor_time_ = used;
    if (used - processor_start_ > allowed() || now - since_ > wall_factor * allowed())
      lose(timed_out("not read within", allowed()));
    else if (now - last_moved_ > limits_.idle_time)
      lose(timed_out("no progress for", limits_.idle_time));
  }

  const Engine& engine_;
  const Limits& limits_;
  std::unique_ptr<WorkerProcess> worker_;
  std::optional<Work> work_;
  std::size_t following_ = 0;  // frames of work_->following that are out
  bool again_ = false;         // it is the second try
  bool gone_ = false;          // nobody at the other end
  Clock::time_point since_, last_moved_;
  std::chrono::nanoseconds processor_start_{}, processor_time_{};
};

Pool::Pool(unsigned workers, const Engine& engine, const Limits& limits) {
  for (unsigned i = 0; i < std::max(1u, workers); ++i)
    seats_.push_back(std::make_unique<Seat>(engine, limits));
}

Pool::~Pool() = default;

bool Pool::feed(const Source& source) {
  bool busy = false;
  for (std::size_t i = 0; i < seats_.size(); ++i) {
    if (!seats_[i]->busy())
      if (auto work = source(i)) seats_[i]->give(std::move(*work));
    busy = busy || seats_[i]->busy();
  }
  return busy;
}

void Pool::wait() const {
  std::vector<pollfd> fds;
  for (const auto& seat : seats_)
    if (seat->busy()) fds.push_back(seat->poll());
  ::poll(fds.data(), fds.size(), tick_ms);
}

void Pool::run(const Source& source, const std::function<void()>& tick) {
  auto last_tick = Clock::now();
  while (feed(source)) {
    wait();
    for (const auto& seat : seats_)
      if (seat->busy()) seat->step();
    if (Clock::now() - last_tick < std::chrono::milliseconds(tick_ms)) continue;
    last_tick = Clock::now();
    tick();
  }
}

std::vector<Pool::State> Pool::states() const {
  std::vector<State> out;
  for (const auto& seat : seats_) out.push_back(seat->state());
  return out;
}

SandboxReport sandbox_report(const Engine& engine, const Limits& limits) {
  WorkerProcess worker(engine, limits);
  pollfd input{worker.fd(), POLLIN, 0};
  while (::poll(&input, 1, 10'000) > 0 && worker.read())
    if (const auto frame = worker.next()) return frame->header.at("sandbox").get<SandboxReport>();
  throw Error(ErrorCode::internal, "", "no worker starts: " + worker.end().detail);
}

}  // namespace vanthu
