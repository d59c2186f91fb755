#include "schema/record_json.h"

#include "core/error.h"
#include "fuzz/input.h"
#include "schema/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const Json json = parse_json(text_of(data, size));
    check_record(json);
    to_json(record_from_json(json));
  } catch (const Error&) {
  }
  return 0;
}
