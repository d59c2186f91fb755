#include "app/batch/frame.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    FrameParser parser;
    parser.feed(text_of(data, size));
    while (const auto frame = parser.next()) encode(*frame);
  } catch (const Error&) {
  }
  return 0;
}
