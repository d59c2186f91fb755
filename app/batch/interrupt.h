#pragma once

namespace vanthu {

// While one lives, the first SIGINT or SIGTERM only asks to stop, the second one ends the process
// at once (its workers with it). Those that live at the same time are asked together.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool asked() const;
};

}  // namespace vanthu
