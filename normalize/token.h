#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "normalize/language_model.h"

namespace vanthu {

// What a piece of a word is, for the language model and for protection.
enum class PieceKind {
  word,    // letters, perhaps with misread characters among them: "dân", "s6", "K&"
  number,  // digits with signs: "14", "3.184", "21/3/2024", "98,5%"
  roman,   // capitals I, V, X
  code,    // capitals, digits and strokes: "758/KH-UBND", "QD-UBND"
  link     // URL or e-mail address
};

// A part of a word that is looked up for itself, without the punctuation around it.
struct Piece {
  Span bytes;  // of the word
  PieceKind kind = PieceKind::word;
  friend bool operator==(const Piece&, const Piece&) = default;
};

// The pieces of one word of NFC text; none where it is punctuation only. Outer brackets, quotes,
// stops and dashes belong to no piece; words parted by an inner stroke, dash, comma or stop are
// several, and so is a number that a sign parts from letters.
//   "(SIPAS)," -> {1..6 word};  "và/hoặc" -> {word, word};  "758/KH-UBND" -> {code};
//   "6,ngay" -> {number, word}
std::vector<Piece> pieces(std::string_view word);

// The case that all letters of a word follow ("Quận" title, "UBND" upper; a lone capital is title);
// none where they follow none ("tAm").
std::optional<Case> case_of(std::u32string_view word);

// The name under which the language model counts a piece: words in lower case with the tone placed
// in the newer way, the others by class: <d1> <d2> <year> <num> <date> <roman> <code> <link>, and
// <mix> for letters mixed with digits.
std::string lm_name(std::string_view piece, PieceKind kind);

}  // namespace vanthu
