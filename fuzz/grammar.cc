#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "extract/vocabulary.h"
#include "fuzz/input.h"

// A folder with one table of the user's: the input's first line is its name, the rest its content.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  static const std::filesystem::path folder = [] {
    std::string name = std::filesystem::temp_directory_path() / "vanthu-grammar-XXXXXX";
    return std::filesystem::path(mkdtemp(name.data()));
  }();
  const std::string_view input = text_of(data, size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string_view name = input.substr(0, line);
  if (name.empty() || name.find_first_of(std::string_view("/\0", 2)) != name.npos ||
      name.size() > 40 || name[0] == '.')
    return 0;
  const std::filesystem::path file = folder / name;
  std::ofstream(file) << input.substr(std::min(line + 1, input.size()));
  try {
    read_grammar(folder);
  } catch (const Error&) {
  }
  std::filesystem::remove(file);
  return 0;
}
