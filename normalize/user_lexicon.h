#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace vanthu {

// The words of a user's lexicon, NFC, in the case they are listed in; words of a phrase are apart,
// numbers and dashes among them left out. The file is UTF-8 with a header line, then on each line a
// word or a phrase and, optionally, its class, which is for the reader only:
//
//   word<TAB>class
//   Hủa Phăn<TAB>place
//   SIPAS<TAB>index
//
// Empty lines are skipped. Throws Error{model_damaged} that names the line and what is wrong there.
std::vector<std::string> read_user_lexicon(const std::filesystem::path& file);

}  // namespace vanthu
