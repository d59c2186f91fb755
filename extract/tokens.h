#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "extract/letters.h"

namespace vanthu {

// A word of a passage for the grammars of names. Dashes between words are tokens of their own;
// punctuation is kept beside its word, white space dropped.
//   (Sở Lao động-Thương binh, ...  ->  Sở{before "("} Lao động - Thương binh{after ","}
struct Token {
  Span span;                // bytes of the word itself
  std::string_view folded;  // letters.h
  std::string_view before;  // opening punctuation: ( “ "
  std::string_view after;   // closing punctuation: , ; : . ) ” or several
  bool upper = false;       // begins with a capital or a digit
  bool capitals = false;
};

using TokenView = std::span<const Token>;

// The words of a text, which must outlive them.
class Tokens : private std::vector<Token> {
 public:
  Tokens() = default;
  explicit Tokens(std::string_view text);

  using std::vector<Token>::begin, std::vector<Token>::end, std::vector<Token>::size,
      std::vector<Token>::empty, std::vector<Token>::data, std::vector<Token>::operator[],
      std::vector<Token>::front, std::vector<Token>::back;

 private:
  void add(std::string_view text, Span span);
  void add(std::size_t begin, const Shape& shape);
  void add_marked(std::string_view text, Span span);
  void add_marks(std::string_view marks);

  std::unique_ptr<char[]> letters_;  // what the views show that does not stand so in the text
  char* free_ = nullptr;             // in `letters_`
};

inline Tokens tokens(std::string_view text) { return Tokens(text); }

}  // namespace vanthu
