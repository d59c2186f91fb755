#include "normalize/emphasis.h"

#include <algorithm>
#include <cstddef>

namespace vanthu {
namespace {

struct Mark {
  std::size_t word, begin, length;
};

// Bytes beyond ASCII belong to letters or to quotes, after either of which a mark may stand.
bool is_wordlike(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c < 0;
}

bool can_open(const std::string& word, const Mark& mark) {
  const std::size_t end = mark.begin + mark.length;
  if (end >= word.size() || word[end] == ')') return false;
  const bool inside =
      mark.begin > 0 && is_wordlike(word[mark.begin - 1]) && word[mark.begin - 1] > 0;
  return !inside;
}

bool can_close(const std::string& word, const Mark& mark) {
  if (mark.begin == 0 || word[mark.begin - 1] == '(') return false;
  const std::size_t end = mark.begin + mark.length;
  return end >= word.size() || !is_wordlike(word[end]) || word[end] < 0;
}

std::vector<Mark> find_marks(const std::vector<std::string>& words) {
  std::vector<Mark> marks;
  for (std::size_t w = 0; w < words.size(); ++w)
    for (std::size_t i = words[w].find('*'); i != std::string::npos;) {
      const std::size_t end = std::min(words[w].find_first_not_of('*', i), words[w].size());
      if (end - i <= 3) marks.push_back({w, i, end - i});
      i = words[w].find('*', end);
    }
  return marks;
}

}  // namespace

void drop_emphasis(std::vector<std::string>& words) {
  std::vector<Mark> open, paired;
  for (const Mark& mark : find_marks(words)) {
    const auto match = std::find_if(open.rbegin(), open.rend(),
                                    [&](const Mark& m) { return m.length == mark.length; });
    if (match != open.rend() && can_close(words[mark.word], mark)) {
      paired.push_back(*match);
      paired.push_back(mark);
      open.erase(std::next(match).base(), open.end());
    } else if (can_open(words[mark.word], mark)) {
      open.push_back(mark);
    }
  }
  std::sort(paired.begin(), paired.end(), [](const Mark& a, const Mark& b) {
    return a.word != b.word ? a.word > b.word : a.begin > b.begin;
  });
  for (const Mark& mark : paired) words[mark.word].erase(mark.begin, mark.length);
}

}  // namespace vanthu
