#include "app/batch/worker_process.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

#include "app/batch/exhaustion.h"
#include "app/batch/worker.h"

namespace vanthu {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool quiet = false;  // a sanitizer's report is wanted
#else
constexpr bool quiet = true;  // libraries complain about broken files
#endif

// Input and output nowhere, nothing open but the pipe, no handlers of the batch's.
int prepare(int pipe, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // it died before that
  prctl(PR_SET_NAME, "vanthu-worker");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, SIG_IGN);
  const int null = open("/dev/null", O_RDWR);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (quiet || fd != STDERR_FILENO) dup2(null, fd);
  constexpr int place = STDERR_FILENO + 1;
  if (pipe != place) dup2(pipe, place);
  syscall(SYS_close_range, place + 1, ~0U, 0);
  return place;
}

std::string ending(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return "killed by signal " + std::to_string(signal) + " (" + strsignal(signal) + ")";
  }
  return "ended with status " + std::to_string(WEXITSTATUS(status));
}

Error error_of(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == exhausted_status)
    return {ErrorCode::out_of_memory, "", "not enough memory"};
  return {ErrorCode::crashed, "", "its reader was " + ending(status)};
}

}  // namespace

WorkerProcess::WorkerProcess(const Engine& engine, const Limits& limits) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw Error(ErrorCode::internal, "", std::string("no pipe to a worker: ") + strerror(errno));
  const pid_t parent = getpid();
  pid_ = fork();
  if (pid_ == 0) run_worker(prepare(ends[1], parent), engine, limits);
  close(ends[1]);
  fd_ = ends[0];
  if (pid_ < 0) {
    close(fd_);
    throw Error(ErrorCode::internal, "", std::string("no worker: ") + strerror(errno));
  }
  fcntl(fd_, F_SETFL, O_NONBLOCK);
}

WorkerProcess::~WorkerProcess() {
  if (pid_ >= 0) end();
}

bool WorkerProcess::flush() {
  const ssize_t sent = ::send(fd_, outbox_.data(), outbox_.size(), MSG_NOSIGNAL);
  if (sent < 0) return errno == EAGAIN || errno == EINTR;
  outbox_.erase(0, static_cast<std::size_t>(sent));
  return true;
}

bool WorkerProcess::read() {
  char bytes[1 << 16];
  const ssize_t got = ::read(fd_, bytes, sizeof bytes);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  parser_.feed({bytes, static_cast<std::size_t>(got)});
  return got > 0;
}

std::chrono::nanoseconds WorkerProcess::processor_time() const {
  clockid_t clock{};
  timespec time{};
  if (clock_getcpuclockid(pid_, &clock) == 0) clock_gettime(clock, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Error WorkerProcess::end() {
  close(fd_);
  int status = 0;
  // One that died by itself has its own story; it may still be dying when its pipe is closed.
  pid_t gone = 0;
  for (int i = 0; i < 100 && gone == 0; ++i) {
    gone = waitpid(pid_, &status, WNOHANG);
    if (gone == 0) usleep(1000);
  }
  if (gone == 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, &status, 0);
  }
  pid_ = -1;
  return error_of(status);
}

}  // namespace vanthu
