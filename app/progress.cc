#include "app/progress.h"

#include <cmath>

namespace vanthu {
namespace {

constexpr std::size_t bar_width = 30;

std::string duration(double seconds) {
  const long rounded = std::lround(seconds);
  return rounded < 90 ? std::to_string(rounded) + " s"
                      : std::to_string((rounded + 30) / 60) + " min";
}

}  // namespace

Progress::Progress(Messages& messages, std::size_t total)
    : messages_(messages), total_(total), start_(std::chrono::steady_clock::now()) {
  messages_.status(bar());
}

void Progress::done(const std::string& line, const Json& event) {
  const std::lock_guard lock(mutex_);
  ++count_;
  const std::string place = std::to_string(count_) + "/" + std::to_string(total_) + " ";
  messages_.event(event, messages_.terminal() ? "" : place + line);
  messages_.status(bar() + "  " + line);
}

void Progress::finish() { messages_.status(""); }

std::string Progress::bar() const {
  const std::size_t filled = total_ == 0 ? bar_width : count_ * bar_width / total_;
  std::string out = "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
                    std::to_string(count_) + "/" + std::to_string(total_);
  if (count_ == 0) return out;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
  return out + ", " + duration(spent.count() / count_ * (total_ - count_)) + " left";
}

}  // namespace vanthu
