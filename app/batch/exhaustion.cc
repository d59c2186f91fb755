#include "app/batch/exhaustion.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>

namespace vanthu {
namespace {

std::uint64_t limit = 0;  // bytes of address space
std::array<char, 1 << 14> stack;

// Safe in a signal handler.
std::uint64_t address_space() {
  std::array<char, 32> text{};
  const int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0 || read(fd, text.data(), text.size()) <= 0) return 0;
  std::uint64_t pages = 0;
  std::from_chars(text.begin(), text.end(), pages);
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// A library that exits has mostly asked for a large piece in vain.
void at_exit() {
  if (address_space() > limit / 2) _exit(exhausted_status);
}

// Where memory is not the reason the same signal kills.
void handle(int signal) {
  if (address_space() > limit / 8 * 7) _exit(exhausted_status);
  raise(signal);
}

}  // namespace

void tell_exhaustion(std::uint64_t memory) {
  if (memory == 0) return;
  limit = memory;
  std::atexit(at_exit);
  const stack_t other{stack.data(), 0, stack.size()};  // its own may be what could not grow
  sigaltstack(&other, nullptr);
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS}) sigaction(signal, &action, nullptr);
}

}  // namespace vanthu
