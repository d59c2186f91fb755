#include "normalize/legacy.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    std::vector<std::string> words(1);
    for (const char c : text_of(data, size)) {
      if (c == 32)
        words.emplace_back();
      else
        words.back() += c;
    }
    const std::vector<std::string_view> fonts(words.size());
    convert_legacy(words, fonts);
    for (const std::string& word : words) font_encoding(word);
  } catch (const Error&) {
  }
  return 0;
}
