#include "normalize/user_lexicon.h"

#include "core/error.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vanthu;
  try {
    UserLexicon lexicon;
    read_user_lexicon(InputFile(text_of(data, size)).path(), lexicon);
  } catch (const Error&) {
  }
  return 0;
}
