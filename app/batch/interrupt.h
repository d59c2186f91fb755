#pragma once

namespace vanthu {

// While one lives, the first SIGINT or SIGTERM only asks to stop, the second one ends the process at
// once (its workers with it). One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool asked() const;
};

}  // namespace vanthu
