#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The tables that the grammars read: those compiled in (extract/data) and the user's own.
namespace vanthu {

using TableRows = std::vector<std::vector<std::string_view>>;

// A folder of the user's: files of the same names and columns as in extract/data, and two more.
//   abbreviations.tsv  short, full          agencies.tsv     name
//   group_nouns.tsv    noun                 heads.tsv        head, kind, drops_area
//   holidays.tsv       name, day, month     kinds.tsv        code, name, law
//   places.tsv         place, level         verbs.tsv        verb, kind
//   headers.tsv        header, column       deadlines.tsv    pattern, means
// A deadline's pattern is RE2 in which a blank is any white space; it means another phrase, in which
// \1 is the pattern's first group: "trước kỳ họp thứ nhất" means "trước ngày 30 tháng 6".
struct UserGrammar {
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> tables;  // by file
};

// Reads and checks a folder. Throws Error{bad_grammar} with the file, the line and what is wrong.
UserGrammar read_grammar(const std::filesystem::path& folder);

// Puts the user's rows before our own. Once, before the first document is read: the tables are
// compiled at their first use.
void use_grammar(UserGrammar grammar);

// The rows of a table by its file's name, the user's first; cells stay valid until the end.
TableRows vocabulary(std::string_view file);

}  // namespace vanthu
