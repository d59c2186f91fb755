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
  for (std::size_t i = source.begin; i < std::min(source.end, page.words.size()); ++i) {
    evidence.box = united(evidence.box, page.words[i].box);
    if (!evidence.read_as.empty()) evidence.read_as += ' ';
    evidence.read_as += page.words[i].text;
  }
}

}  // namespace

void Passage::append(const Text& document, std::size_t page, Span span) {
  for (std::size_t i = span.begin; i < span.end; ++i)
    append({page, i}, document.pages[page].words[i].text);
}

void Passage::append(const Passage& other) {
  for (std::size_t i = 0; i < other.words.size(); ++i) append(other.words[i], other.word_text(i));
}

void Passage::append(WordRef word, std::string_view shown) {
  if (shown.empty()) return;
  if (!text.empty()) text += ' ';
  offsets.push_back(text.size());
  words.push_back(word);
  text += shown;
}

Span Passage::word_span(std::size_t i) const {
  return {offsets[i], i + 1 < offsets.size() ? offsets[i + 1] - 1 : text.size()};
}

std::string_view Passage::word_text(std::size_t i) const {
  const Span span = word_span(i);
  return std::string_view(text).substr(span.begin, span.size());
}

std::vector<WordRef> Passage::words_in(Span span) const { return part(span).words; }

Passage Passage::part(Span span) const {
  Passage out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span word = word_span(i);
    if (word.begin < span.end && word.end > span.begin) out.append(words[i], word_text(i));
  }
  return out;
}

Passage Passage::without_prefix(std::size_t bytes) const {
  Passage out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span word = word_span(i);
    if (word.end <= bytes) continue;
    const std::size_t begin = std::max(word.begin, bytes);
    out.append(words[i], std::string_view(text).substr(begin, word.end - begin));
  }
  return out;
}

Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, Span span,
                     std::string rule) {
  Evidence evidence;
  evidence.rule = std::move(rule);
  const Passage part = passage.part(span);
  const std::vector<WordRef>& words = part.words;
  if (words.empty()) return evidence;
  evidence.text = part.text;
  const std::size_t page = words.front().page;
  evidence.page = text.pages[page].number;
  Span on_page;
  for (const WordRef& ref : words) {
    const TextWord& word = text.pages[ref.page].words[ref.word];
    evidence.confidence = std::min(evidence.confidence, word.confidence);
    if (ref.page != page) continue;
    on_page = united(on_page, {ref.word, ref.word + 1});
    if (page < scan.pages.size()) add_source(scan.pages[page], word.source, evidence);
  }
  set_lines(text.pages[page], on_page, evidence);
  return evidence;
}

Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, std::string rule) {
  return evidence_of(scan, text, passage, {0, passage.text.size()}, std::move(rule));
}

}  // namespace vanthu
