#include "core/error.h"
#include "fuzz/input.h"
#include "normalize/repair.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    const InputFile file(text_of(data, size));
    const auto model = load_repair_model(file.path());
    repair_lines(*model, {"Ké hoach s6 12/KH-UBND", "céng hoa xa hôi"});
  } catch (const Error&) {
  }
  return 0;
}
