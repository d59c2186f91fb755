#include "extract/passage.h"

#include <algorithm>

namespace vanthu {
namespace {

// Numbers of the lines that hold words [first, last] of a page.
void set_lines(const TextPage& page, Span words, Evidence& evidence) {
  auto line = std::partition_point(page.lines.begin(), page.lines.end(),
                                   [&](const Line& l) { return l.words.end <= words.begin; });
  for (; line != page.lines.end() && line->words.begin < words.end; ++line) {
    if (line->words.empty()) continue;
    if (evidence.line_start == 0) evidence.line_start = line->number;
    evidence.line_start = std::min(evidence.line_start, line->number);
    evidence.line_end = std::max(evidence.line_end, line->number);
  }
}

void add_source(const Page& page, Span source, Evidence& evidence) {
  std::string& text = evidence.read_as;
  for (std::size_t i = source.begin; i < std::min(source.end, page.words.size()); ++i) {
    const Word& word = page.words[i];
    if (word.box) evidence.box = united(evidence.box, word.box);
    if (!text.empty()) text.push_back(' ');
    text.append(word.text);
  }
}

}  // namespace

void Passage::append(const Text& document, std::size_t page, Span span) {
  const std::vector<TextWord>& all = document.pages[page].words;
  std::size_t bytes = text.size();
  for (std::size_t i = span.begin; i < span.end; ++i) bytes += all[i].text.size() + 1;
  reserve(bytes, words.size() + span.size());
  std::size_t end = text.size();
  text.resize(bytes);
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const std::string& word = all[i].text;
    if (word.empty()) continue;
    if (end > 0) text[end++] = ' ';
    offsets.push_back(end);
    words.push_back({page, i});
    end += word.copy(text.data() + end, word.size());
  }
  text.resize(end);
}

void Passage::append(const Passage& other) {
  if (empty())
    *this = other;
  else
    append(other, {0, other.words.size()}, 0);
}

void Passage::append(WordRef word, std::string_view shown) {
  if (shown.empty()) return;
  if (!text.empty()) text += ' ';
  offsets.push_back(text.size());
  words.push_back(word);
  text += shown;
}

void Passage::append(const Passage& other, Span range, std::size_t from) {
  if (range.empty()) return;
  const std::size_t begin = std::max(other.offsets[range.begin], from);
  const std::size_t end = other.word_span(range.end - 1).end;
  reserve(text.size() + 1 + end - begin, words.size() + range.size());
  if (!text.empty()) text += ' ';
  const std::size_t moved = text.size();
  text.append(other.text, begin, end - begin);
  words.insert(words.end(), other.words.begin() + range.begin, other.words.begin() + range.end);
  offsets.push_back(moved);
  for (std::size_t i = range.begin + 1; i < range.end; ++i)
    offsets.push_back(other.offsets[i] - begin + moved);
}

// Room for so much; what grows again and again grows by doubling.
void Passage::reserve(std::size_t bytes, std::size_t count) {
  if (bytes > text.capacity()) text.reserve(std::max(bytes, 2 * text.size()));
  if (count <= words.capacity()) return;
  words.reserve(std::max(count, 2 * words.size()));
  offsets.reserve(std::max(count, 2 * words.size()));
}

Span Passage::word_span(std::size_t i) const {
  return {offsets[i], i + 1 < offsets.size() ? offsets[i + 1] - 1 : text.size()};
}

std::string_view Passage::word_text(std::size_t i) const {
  const Span span = word_span(i);
  return std::string_view(text).substr(span.begin, span.size());
}

std::vector<WordRef> Passage::words_in(Span span) const {
  const Span found = range(span);
  return {words.begin() + found.begin, words.begin() + found.end};
}

Span Passage::range(Span span) const {
  const auto begins_before = [&](std::size_t byte) {
    return static_cast<std::size_t>(std::ranges::lower_bound(offsets, byte) - offsets.begin());
  };
  std::size_t first = begins_before(span.begin);
  if (first > 0 && word_span(first - 1).end > span.begin) --first;
  return {first, std::max(first, begins_before(span.end))};
}

Passage Passage::part(Span span) const {
  Passage out;
  out.append(*this, range(span), 0);
  return out;
}

Passage Passage::without_prefix(std::size_t bytes) const {
  if (bytes == 0) return *this;
  Passage out;
  out.append(*this, range({bytes, text.size()}), bytes);
  return out;
}

Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, Span span,
                     std::string rule) {
  Evidence evidence;
  evidence.rule = std::move(rule);
  const Span part = passage.range(span);
  if (part.empty()) return evidence;
  const std::size_t begin = passage.offsets[part.begin];
  evidence.text = passage.text.substr(begin, passage.word_span(part.end - 1).end - begin);
  evidence.read_as.reserve(evidence.text.size());
  const std::size_t page = passage.words[part.begin].page;
  evidence.page = text.pages[page].number;
  const std::size_t first = passage.words[part.begin].word;
  Span on_page{first, first + 1};
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const WordRef& ref = passage.words[i];
    const TextWord& word = text.pages[ref.page].words[ref.word];
    evidence.confidence = std::min(evidence.confidence, word.confidence);
    if (ref.page != page) continue;
    on_page = {std::min(on_page.begin, ref.word), std::max(on_page.end, ref.word + 1)};
    if (page < scan.pages.size()) add_source(scan.pages[page], word.source, evidence);
  }
  set_lines(text.pages[page], on_page, evidence);
  return evidence;
}

Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, std::string rule) {
  return evidence_of(scan, text, passage, {0, passage.text.size()}, std::move(rule));
}

}  // namespace vanthu
