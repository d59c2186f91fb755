#include "normalize/repair.h"

#include "app/read_document.h"
#include "core/error.h"
#include "fuzz/input.h"
#include "ingest/format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    static const auto model = load_repair_model(shipped_model());
    std::vector<std::string> lines(1);
    for (const char c : text_of(data, size)) {
      if (c == 10)
        lines.emplace_back();
      else
        lines.back() += c;
    }
    if (is_text(text_of(data, size))) repair_lines(*model, lines);
  } catch (const Error&) {
  }
  return 0;
}
