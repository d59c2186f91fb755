#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace vanthu {

// What a user adds to the words that the repair knows: NFC, in the case they are listed in.
struct UserLexicon {
  std::vector<std::string> words;                 // those of phrases among them, each for itself
  std::vector<std::vector<std::string>> phrases;  // of two words and more
};

// Adds the words and phrases of a file, numbers and dashes among them left out. It is UTF-8 with a
// header line, then on each line a word or a phrase and, optionally, its class, which is for the
// reader only:
//
//   word<TAB>class
//   Hủa Phăn<TAB>place
//   SIPAS<TAB>index
//
// Empty lines are skipped. Throws Error{model_damaged} that names the line and what is wrong there.
void read_user_lexicon(const std::filesystem::path& file, UserLexicon& lexicon);

}  // namespace vanthu
