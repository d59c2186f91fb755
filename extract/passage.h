#pragma once
#include <string>
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
// come from several lines and pages.
struct Passage {
  std::string text;                  // words joined by single spaces
  std::vector<WordRef> words;        // in order
  std::vector<std::size_t> offsets;  // where each word begins in `text`

  void append(const Text& document, std::size_t page, Span words);
  // The words that the bytes of `span` touch.
  std::vector<WordRef> words_in(Span span) const;
  // The part of the passage under `span`, trimmed to whole words.
  Passage part(Span span) const;
  bool empty() const { return words.empty(); }
};

// Where the words of `span` were read: box and text as read on the page of the first of them, the
// least confidence of all.
Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, Span span,
                     std::string rule);
Evidence evidence_of(const Scan& scan, const Text& text, const Passage& passage, std::string rule);

}  // namespace vanthu
