#include "app/batch/interrupt.h"

#include <unistd.h>

#include <csignal>

#include "app/messages.h"

namespace vanthu {
namespace {

volatile std::sig_atomic_t signals = 0;
int listeners = 0;

void count_signal(int) {
  signals = signals + 1;
  if (signals > 1) _exit(static_cast<int>(Exit::some_failed));
}

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  if (listeners++ > 0) return;
  signals = 0;
  handle(count_signal);
}

Interrupt::~Interrupt() {
  if (--listeners == 0) handle(SIG_DFL);
}

bool Interrupt::asked() const { return signals > 0; }

}  // namespace vanthu
