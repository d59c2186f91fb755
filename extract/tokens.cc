#include "extract/tokens.h"

#include <algorithm>
#include <array>

#include "extract/letters.h"

namespace vanthu {
namespace {

constexpr std::string_view openers[] = {"(", "[", "{", "\"", "“", "‘", "'", "«"};
constexpr std::string_view closers[] = {",", ";", ":", ".", ")", "]", "}", "\"",
                                        "”", "’", "'", "!", "?", "…", "»"};
constexpr std::string_view dashes[] = {"-", "–", "—"};

bool is_dash(std::string_view word) {
  return std::find(std::begin(dashes), std::end(dashes), word) != std::end(dashes);
}

// Marks are ASCII or begin with one of these bytes (U+0080-00BF, U+2000-2FFF).
constexpr bool may_be_mark(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c == 0xC2 || c == 0xE2 || (c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') ||
         (c > 'z' && c < 0x80);
}

// Length of the mark that stands at the start, or at the end, of `word`; 0 where there is none.
template <typename Marks>
std::size_t leading(std::string_view word, const Marks& marks) {
  if (word.empty() || !may_be_mark(word.front())) return 0;
  for (const std::string_view mark : marks)
    if (mark.front() == word.front() && word.starts_with(mark)) return mark.size();
  return 0;
}
template <typename Marks>
std::size_t trailing(std::string_view word, const Marks& marks) {
  std::size_t last = word.size();
  while (last > 0 && (static_cast<unsigned char>(word[last - 1]) & 0xC0) == 0x80) --last;
  if (last == 0 || !may_be_mark(word[last - 1])) return 0;
  for (const std::string_view mark : marks)
    if (mark.back() == word.back() && word.ends_with(mark)) return mark.size();
  return 0;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Blanks, and what a mark or the dash of a compound may begin with.
constexpr auto ends_word = [] {
  Bytes ends{};
  for (int byte = 0; byte < 256; ++byte) ends[byte] = may_be_mark(static_cast<char>(byte));
  return ends;
}();

// Where a dash parts two words written together ("động-Thương"); the size of `word` where none
// does. What follows must be a capital, so that "xăng-dầu" and "2021-2025" stay whole.
std::size_t inner_dash(std::string_view word) {
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    const std::size_t size = leading(word.substr(at), dashes);
    if (size > 0 && starts_upper(word.substr(at + size)) && !all_upper(word)) return at;
  }
  return word.size();
}

// Where a colon or semicolon has lost the blank behind it ("Quận 1:Tham"): the byte after it, the
// end of the word where none has.
std::size_t lost_blank(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at + 1 < end; ++at)
    if ((text[at] == ':' || text[at] == ';') && starts_upper(text.substr(at + 1))) return at + 1;
  return end;
}

}  // namespace

void Tokens::add(std::string_view text, Span span) {
  add(span.begin, fold(text.substr(span.begin, span.size()), free_));
}

// The word at `begin`, which was folded to `free_`.
void Tokens::add(std::size_t begin, const Shape& shape) {
  push_back(
      {{begin, begin + shape.read}, {free_, shape.written}, {}, {}, shape.upper, shape.capitals});
  free_ += shape.written;
}

// Marks that stand alone, to those behind the word before them.
void Tokens::add_marks(std::string_view marks) {
  if (empty()) return;
  std::string_view& after = back().after;
  if (after.data() + after.size() != free_) {
    char* const begin = free_;
    free_ = std::copy(after.begin(), after.end(), begin);
    after = {begin, after.size()};
  }
  free_ = std::copy(marks.begin(), marks.end(), free_);
  after = {after.data(), after.size() + marks.size()};
}

void Tokens::add_marked(std::string_view text, Span span) {
  const Span whole = span;
  while (const std::size_t size = leading(text.substr(span.begin, span.size()), openers))
    span.begin += size;
  while (const std::size_t size = trailing(text.substr(span.begin, span.size()), closers))
    span.end -= size;
  if (span.empty()) return add_marks(text.substr(whole.begin, whole.size()));
  const std::string_view before = text.substr(whole.begin, span.begin - whole.begin);
  const std::string_view after = text.substr(span.end, whole.end - span.end);
  const std::size_t first = size();
  const std::string_view all = text.substr(span.begin, span.size());
  const std::size_t dash = leading(all, dashes), last_dash = trailing(all, dashes);
  if (dash > 0 && dash < span.size()) {  // "-Bộ Ngoại giao"
    add(text, {span.begin, span.begin + dash});
    span.begin += dash;
  }
  const std::size_t end = span.end;
  if (last_dash > 0 && last_dash < span.size()) span.end -= last_dash;  // "động- Thương"
  for (;;) {
    const std::string_view word = text.substr(span.begin, span.size());
    const std::size_t at = is_dash(word) ? word.size() : inner_dash(word);
    add(text, {span.begin, span.begin + at});
    if (at == word.size()) break;
    const std::size_t size = leading(word.substr(at), dashes);
    add(text, {span.begin + at, span.begin + at + size});
    span.begin += at + size;
  }
  if (span.end < end && after.empty()) add(text, {span.end, end});
  (*this)[first].before = before;
  back().after = after;
}

Tokens::Tokens(std::string_view text)
    : letters_(std::make_unique_for_overwrite<char[]>(3 * text.size())), free_(letters_.get()) {
  reserve(text.size() / 5 + 1);  // a syllable and its blank
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    const Shape shape = fold(text.substr(at), free_, ends_word);
    std::size_t end = at + shape.read;
    if (end == text.size() || is_blank(text[end])) {  // most words
      add(at, shape);
    } else {
      while (end < text.size() && !is_blank(text[end])) ++end;
      end = lost_blank(text, at, end);
      add_marked(text, {at, end});
    }
    at = end;
  }
}

}  // namespace vanthu
