#include "app/batch/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vanthu {
namespace {

constexpr std::size_t bar_width = 30;
constexpr std::size_t label_width = 60;  // characters
constexpr std::chrono::seconds line_interval{15};

std::string duration(double seconds) {
  const long rounded = std::lround(seconds);
  if (rounded < 90) return std::to_string(rounded) + " s";
  const long minutes = (rounded + 30) / 60;
  return minutes < 90 ? std::to_string(minutes) + " min"
                      : std::to_string((minutes + 30) / 60) + " h";
}

// The end of a long label, which tells files apart.
std::string shortened(const std::string& label) {
  std::size_t begin = label.size();
  for (std::size_t letters = 0; begin > 0; --begin)
    if ((label[begin - 1] & 0xC0) != 0x80 && ++letters == label_width) break;
  return begin < 2 ? label : "…" + label.substr(begin);
}

std::string worker_line(std::size_t number, const Pool::State& worker) {
  const std::string place = "  " + std::to_string(number) + "  ";
  if (worker.label.empty()) return place + "-";
  return place + shortened(printable(worker.label)) + "  " + duration(worker.seconds);
}

}  // namespace

Progress::Progress(Messages& messages, std::size_t documents)
    : messages_(messages), documents_(documents) {}

std::string Progress::figures() const {
  const std::chrono::duration<double> spent = Clock::now() - start_;
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.1f", pages_ / std::max(spent.count(), 0.001));
  std::string out = std::to_string(done_) + "/" + std::to_string(documents_) + " documents, " +
                    std::to_string(pages_) + " pages, " + rate + " pages/s";
  if (done_ > 0) out += ", " + duration(spent.count() / done_ * (documents_ - done_)) + " left";
  return out;
}

std::string Progress::bar() const {
  const std::size_t filled = documents_ == 0 ? bar_width : done_ * bar_width / documents_;
  return "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " + figures();
}

void Progress::tick(const std::vector<Pool::State>& workers) {
  if (messages_.terminal()) {
    std::string block;
    for (std::size_t i = 0; i < workers.size(); ++i) block += worker_line(i + 1, workers[i]) + "\n";
    messages_.status(block + bar());
  } else if (Clock::now() - last_line_ >= line_interval) {
    last_line_ = Clock::now();
    messages_.event({{"event", "progress"},
                     {"documents", documents_},
                     {"documents_done", done_},
                     {"pages_done", pages_}},
                    figures());
  }
}

void Progress::finish() { messages_.status(""); }

}  // namespace vanthu
