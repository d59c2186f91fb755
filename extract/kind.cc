#include "extract/kind.h"

#include <algorithm>
#include <vector>

#include "extract/letters.h"
#include "extract/vocabulary.h"

namespace vanthu {
namespace {

struct Kind {
  std::string code, name, folded;
};

// Longest names first.
const std::vector<Kind>& kinds() {
  static const std::vector<Kind> table = [] {
    std::vector<Kind> all;
    for (const auto& row : vocabulary("kinds.tsv"))
      all.push_back({std::string(row[0]), std::string(row[1]), folded_words(row[1])});
    std::stable_sort(all.begin(), all.end(), [](const Kind& a, const Kind& b) {
      return a.folded.size() > b.folded.size();
    });
    return all;
  }();
  return table;
}

// The words of the longest name.
std::size_t longest_kind() {
  static const std::size_t words = [] {
    std::ptrdiff_t most = 0;
    for (const Kind& kind : kinds())
      most = std::max(most, std::ranges::count(kind.folded, ' ') + 1);
    return static_cast<std::size_t>(most);
  }();
  return words;
}

std::string_view last_words(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  for (; begin > 0 && count > 0; --count) {
    const std::size_t end = text.find_last_not_of(" \t\r\n", begin - 1);
    if (end == text.npos) return text;
    begin = text.find_last_of(" \t\r\n", end) + 1;  // 0 where there is none
  }
  return text.substr(begin);
}

}  // namespace

std::string folded_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    if (!out.empty()) out += ' ';
    out += folded(text.substr(begin, end - begin));
    at = end;
  }
  return out;
}

std::optional<std::string> kind_at_end(std::string_view text) {
  const std::string before = folded_words(last_words(text, longest_kind() + 1));
  for (const Kind& kind : kinds()) {
    if (!before.ends_with(kind.folded)) continue;
    const std::size_t edge = before.size() - kind.folded.size();
    if (edge == 0 || std::string_view(" (\"").find(before[edge - 1]) != std::string_view::npos ||
        before.substr(0, edge).ends_with("“"))
      return kind.name;
  }
  return std::nullopt;
}

std::optional<DocumentKind> kind_of_symbol(std::string_view symbol) {
  const std::string_view code = symbol.substr(0, symbol.find_first_of("-/"));
  for (const Kind& kind : kinds())
    if (!kind.code.empty() && kind.code == code) return DocumentKind{kind.code, kind.name};
  return std::nullopt;
}

std::optional<DocumentKind> kind_of_title(std::string_view title) {
  std::string name = folded_words(title);
  while (!name.empty() && std::string_view(" .:*").find(name.back()) != std::string_view::npos)
    name.pop_back();
  for (const Kind& kind : kinds())
    if (!kind.code.empty() && kind.folded == name) return DocumentKind{kind.code, kind.name};
  return std::nullopt;
}

}  // namespace vanthu
