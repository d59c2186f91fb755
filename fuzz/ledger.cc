#include "app/batch/ledger.h"

#include <filesystem>
#include <fstream>

#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("fuzz-ledger-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  try {
    const auto file = folder / "ledger.sqlite";
    std::ofstream(file, std::ios::binary) << text_of(data, size);
    Ledger ledger(file);
    ledger.known_hash("a", {});
    ledger.content("x");
    ledger.pages("x");
    ledger.same_identity();
  } catch (const Error&) {
  }
  std::filesystem::remove_all(folder);
  return 0;
}
