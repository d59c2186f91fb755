#include "extract/reading.h"

namespace vanthu {
namespace {

constexpr double doubtful = 0.5;  // below it the repair is more likely wrong than right

}  // namespace

void read_repairs(Reading& reading) {
  for (const Repair& repair : reading.text.repairs) {
    if (repair.confidence >= doubtful || repair.words.empty()) continue;
    Passage place;
    place.append(reading.text, repair.page, repair.words);
    reading.warn(
        "repair_doubtful",
        "\"" + repair.as_read + "\" was taken for \"" + repair.repaired + "\", which is a guess",
        std::nullopt, reading.evidence(place, "doubtful repair"));
  }
}

}  // namespace vanthu
