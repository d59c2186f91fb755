#include "normalize/user_lexicon.h"

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "core/syllable.h"
#include "normalize/token.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr std::size_t longest = 20;  // characters of a word, as far as is searched

bool is_letters(std::string_view word) {
  const std::string bare = skeleton(lower_case(word));
  return std::all_of(bare.begin(), bare.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Collects the words of a phrase; returns what is wrong with it, nothing where all is well.
std::string append_words(std::string_view phrase, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', i), phrase.size());
    const std::string_view token = phrase.substr(i, end - i);
    for (const Piece& piece : pieces(token)) {
      if (piece.kind != PieceKind::word) continue;
      const std::string word(token.substr(piece.bytes.begin, piece.bytes.size()));
      if (!is_letters(word)) return "'" + word + "' has other characters than letters";
      if (code_points(word).size() > longest) return "'" + word + "' is longer than 20 letters";
      out.push_back(word);
    }
    i = end + 1;
  }
  return "";
}

// What is wrong with a line, if anything.
std::string read_line(const std::string& line, bool header, UserLexicon& out) {
  if (valid_utf8(line) != line) return "is not UTF-8";
  const std::string phrase = line.substr(0, line.find('\t'));
  if (header) return phrase == "word" ? "" : "a header line is wanted whose first field is 'word'";
  if (line.empty()) return "";
  if (std::count(line.begin(), line.end(), '\t') > 1) return "has more than two fields";
  if (phrase.find_first_not_of(' ') == phrase.npos) return "has no word";
  std::vector<std::string> words;
  const std::string wrong = append_words(nfc(phrase), words);
  if (!wrong.empty()) return wrong;
  out.words.insert(out.words.end(), words.begin(), words.end());
  if (words.size() > 1) out.phrases.push_back(std::move(words));
  return "";
}

}  // namespace

void read_user_lexicon(const std::filesystem::path& file, UserLexicon& lexicon) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorCode::model_damaged, file.string(), "lexicon cannot be opened");
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const bool header = ++number == 1;
    if (header && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const std::string wrong = read_line(line, header, lexicon);
    if (!wrong.empty())
      throw Error(ErrorCode::model_damaged, file.string(),
                  "line " + std::to_string(number) + ": " + wrong);
  }
  if (number == 0)
    throw Error(ErrorCode::model_damaged, file.string(), "line 1: a header line is wanted");
}

}  // namespace vanthu
