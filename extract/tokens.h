#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"

namespace vanthu {

// A word of a passage for the grammars of names. Dashes between words are tokens of their own;
// punctuation is kept beside its word, white space dropped.
//   (Sở Lao động-Thương binh, ...  ->  Sở{before "("} Lao động - Thương binh{after ","}
struct Token {
  Span span;           // bytes of the word itself
  std::string folded;  // letters.h
  std::string before;  // opening punctuation: ( “ "
  std::string after;   // closing punctuation: , ; : . ) ” or several
  bool upper = false;  // begins with a capital or a digit
  bool capitals = false;
};

std::vector<Token> tokens(std::string_view text);

}  // namespace vanthu
