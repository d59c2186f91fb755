#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/evidence.h"
#include "core/scan.h"
#include "core/text.h"

namespace vanthu {

// A word of Text by its place.
struct WordRef {
  std::size_t page = 0, word = 0;
  friend bool operator==(const WordRef&, const WordRef&) = default;
};

// A run of words as one string for the grammars, with the way back from bytes to words. Words may
// come from several lines and pages. A word may stand in `text` shorter than it was read: without
// a footnote's mark or the dash that is stuck to it.
struct Passage {
  std::string text;                  // words joined by single spaces
  std::vector<WordRef> words;        // in order
  std::vector<std::size_t> offsets;  // where each word begins in `text`

  void append(const Text& document, std::size_t page, Span words);
  void append(const Passage& other);
  // One word that reads `shown` in `text`; nothing where that is empty.
  void append(WordRef word, std::string_view shown);

  // The bytes of word number `i`.
  Span word_span(std::size_t i) const;
  std::string_view word_text(std::size_t i) const;
  // The words that the bytes of `span` touch.
  std::vector<WordRef> words_in(Span span) const;
  // The part of the passage under `span`, trimmed to whole words.
  Passage part(Span span) const;
  // The rest after the first `bytes`; a word that they cut stays with its rest.
  Passage without_prefix(std::size_t bytes) const;
  // The words that the bytes of `span` touch, by number.
  Span range(Span span) const;
  bool empty() const { return words.empty(); }
  friend bool operator==(const Passage&, const Passage&) = default;

 private:
  // The words `range` of `other`, of the first only what stands from byte `from` on.
  void append(const Passage& other, Span range, std::size_t from);
  void reserve(std::size_t bytes, std::size_t count);
};

// Where the words of `span` were read: box and text as read on the page of the first of them, the
// least confidence of all.
Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, Span span,
                     std::string rule);
Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, std::string rule);

}  // namespace vanthu
