#include "extract/vocabulary.h"

#include <re2/re2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "embedded/abbreviations_tsv.h"
#include "embedded/agencies_tsv.h"
#include "embedded/group_nouns_tsv.h"
#include "embedded/heads_tsv.h"
#include "embedded/holidays_tsv.h"
#include "embedded/kinds_tsv.h"
#include "embedded/places_tsv.h"
#include "embedded/verbs_tsv.h"
#include "extract/deadline_rules.h"
#include "extract/tsv.h"

namespace vanthu {
namespace {

// A table's file, its header line, what is compiled in, and which words its second column takes.
struct Vocabulary {
  std::string_view file, header;
  std::string_view (*built_in)();
  std::string_view second;  // parted by '|'; empty where anything goes
};

constexpr std::array tables{
    Vocabulary{"abbreviations.tsv", "short\tfull", data::abbreviations_tsv, ""},
    Vocabulary{"agencies.tsv", "name", data::agencies_tsv, ""},
    Vocabulary{"group_nouns.tsv", "noun", data::group_nouns_tsv, ""},
    Vocabulary{"heads.tsv", "head\tkind\tdrops_area", data::heads_tsv, "body|whole|official|person"},
    Vocabulary{"holidays.tsv", "name\tday\tmonth", data::holidays_tsv, ""},
    Vocabulary{"kinds.tsv", "code\tname\tlaw", data::kinds_tsv, ""},
    Vocabulary{"places.tsv", "place\tlevel", data::places_tsv, ""},
    Vocabulary{"verbs.tsv", "verb\tkind", data::verbs_tsv, "verb|weak|adverb|limit|noun"},
    Vocabulary{"headers.tsv", "header\tcolumn", nullptr,
          "ordinal|axis|content|lead|support|deliverable|time|note"},
    Vocabulary{"deadlines.tsv", "pattern\tmeans", nullptr, ""},
};

const Vocabulary* table_named(std::string_view file) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const Vocabulary& table) { return table.file == file; });
  return found == tables.end() ? nullptr : &*found;
}

std::string known_files() {
  std::string names;
  for (const Vocabulary& table : tables)
    names.append(names.empty() ? "" : ", ").append(table.file);
  return names;
}

[[noreturn]] void fail(const std::string& file, int line, const std::string& what) {
  throw Error(ErrorCode::bad_grammar, file,
              (line > 0 ? "line " + std::to_string(line) + ": " : "") + what);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts{""};
  for (const char c : text)
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

bool is_utf8(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
    if (c < 0) return false;
  }
  return true;
}

// What is wrong with a pattern and its meaning; empty where nothing is.
std::string fault_of_deadline(const std::vector<std::string>& row) {
  const RE2 pattern("(?i)" + spaced(row[0]), RE2::Quiet);
  std::string error;
  if (!pattern.ok()) return "the pattern is no regular expression (" + pattern.error() + ")";
  if (RE2::FullMatch("", pattern)) return "the pattern matches nothing at all";
  if (!pattern.CheckRewriteString(row[1], &error)) return "the meaning: " + error;
  if (row[1].find('\\') == std::string::npos && !names_time(row[1]))
    return "'" + row[1] + "' is no deadline that is known; write one such as 'quý II'";
  return {};
}

std::string fault_of(const Vocabulary& table, const std::vector<std::string>& row) {
  const auto columns = split(table.header, '\t');
  if (row.size() > columns.size())
    return std::to_string(row.size()) + " cells; the columns are " +
           std::to_string(columns.size()) + ", parted by tabs";
  if (row[0].empty()) return "the first cell is empty";
  if (table.file == "agencies.tsv" || table.file == "group_nouns.tsv") return {};
  if (row.size() < 2 || row[1].empty()) return "no '" + columns[1] + "'";
  const auto words = split(table.second, '|');
  if (!table.second.empty() && std::find(words.begin(), words.end(), row[1]) == words.end())
    return "'" + row[1] + "' is no " + columns[1] + "; it is one of " + std::string(table.second);
  return table.file == "deadlines.tsv" ? fault_of_deadline(row) : std::string();
}

std::vector<std::vector<std::string>> read_table(const std::filesystem::path& path,
                                                 const Vocabulary& table) {
  const std::string name = path.string();
  std::ifstream file(path);
  if (!file) fail(name, 0, "cannot be opened");
  std::vector<std::vector<std::string>> rows;
  int number = 0;
  bool header = false;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (!is_utf8(line)) fail(name, number, "not UTF-8");
    if (line.empty() || line[0] == '#') continue;
    if (!header) {
      if (line != table.header)
        fail(name, number, "the first line must name the columns: " + std::string(table.header));
      header = true;
      continue;
    }
    auto row = split(line, '\t');
    if (const std::string fault = fault_of(table, row); !fault.empty()) fail(name, number, fault);
    row.resize(split(table.header, '\t').size());
    rows.push_back(std::move(row));
  }
  return rows;
}

UserGrammar& user_grammar() {
  static UserGrammar grammar;
  return grammar;
}

}  // namespace

UserGrammar read_grammar(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) fail(folder.string(), 0, "no such folder");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  if (files.empty()) fail(folder.string(), 0, "no table in it; the files are " + known_files());
  UserGrammar grammar;
  for (const auto& file : files) {
    const Vocabulary* table = table_named(file.filename().string());
    if (!table) fail(file.string(), 0, "no table of that name; the files are " + known_files());
    grammar.tables[std::string(table->file)] = read_table(file, *table);
  }
  return grammar;
}

void use_grammar(UserGrammar grammar) { user_grammar() = std::move(grammar); }

TableRows vocabulary(std::string_view file) {
  TableRows rows;
  const auto& tables_of_user = user_grammar().tables;
  if (const auto own = tables_of_user.find(file); own != tables_of_user.end())
    for (const auto& row : own->second) rows.emplace_back(row.begin(), row.end());
  const Vocabulary* table = table_named(file);
  if (!table || !table->built_in) return rows;
  for (auto& row : tsv_rows(table->built_in())) rows.push_back(std::move(row));
  return rows;
}

}  // namespace vanthu
