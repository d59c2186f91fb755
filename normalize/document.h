#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "normalize/channel.h"
#include "normalize/lattice.h"

namespace vanthu {

// A line of a Text for the repair: where its words are.
struct DocumentLine {
  std::size_t page = 0;
  Span words;  // of the page
  bool begins_paragraph = false;
  bool recognised = false;  // by OCR with Vietnamese data
  std::string numeral;      // Roman, that the first word should be (headings.h); mostly empty
};

// The lines of all pages in order. A paragraph begins with every block and cell, and where a line
// opens like an item ("1.", "-", "a)") or follows one that ends like a paragraph.
std::vector<DocumentLine> lines_of(const Text& text);

// True where most letters of the words are capitals.
bool is_in_capitals(const TextPage& page, Span words);

// The slots of some words of a line, without options.
void append_slots(const Text& text, const std::vector<DocumentLine>& lines, std::size_t line,
                  Span words, std::vector<Slot>& slots);

// A piece with what was printed there.
struct PieceReading {
  std::size_t line = 0, word = 0;  // of its (first) slot
  Piece piece;
  std::size_t last_word = 0;  // the word of the last slot, another one where words are joined
  Piece last_piece;
  std::vector<std::string> words;  // one, or two where one is split; an empty one for stray signs
  bool literal = true;
  float confidence = 1;
};
// The order of place.
bool stands_before(const PieceReading& a, const PieceReading& b);
// Of stray signs with which a line begins, as nothing (items.h); none where there are no such.
std::optional<PieceReading> stray_reading(const Text& text, const std::vector<DocumentLine>& lines,
                                          std::size_t line);
// Of a document's number that the end of a recognised line parts, as one word of this line; none
// where there is no such:  "... số 3917/QĐ-"  "UBND ngày ..."
std::optional<PieceReading> broken_code(const Text& text, const std::vector<DocumentLine>& lines,
                                        std::size_t line);
// The reading that a choice stands for.
PieceReading reading_of(const std::vector<Slot>& slots, const Choice& choice,
                        const Lexicon& lexicon);

// Writes the readings, which are in order of place, into the text: its words, lines and repairs.
void apply(const std::vector<PieceReading>& readings, const std::vector<DocumentLine>& lines,
           Text& text);

}  // namespace vanthu
