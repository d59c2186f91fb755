#pragma once
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/tokens.h"

namespace vanthu {

// A lexicon of phrases, found by their words without regard to case and tone placement.
class Phrases {
 public:
  // From the first column of the rows; the other columns come back with what was found. Of equal
  // phrases the first counts.
  explicit Phrases(std::vector<std::vector<std::string_view>> rows);

  struct Found {
    std::size_t words = 0;  // tokens covered
    const std::vector<std::string_view>* row = nullptr;
    explicit operator bool() const { return row != nullptr; }
  };
  // The longest phrase that begins at token `at`. Commas inside a phrase must be in the text.
  Found longest(TokenView words, std::size_t at) const;

  const std::vector<std::vector<std::string_view>>& rows() const { return rows_; }

 private:
  struct Entry {
    Tokens words;
    std::size_t row = 0;
  };
  // A number by which most words are told from those that begin a phrase.
  static std::size_t digest(std::string_view word) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
    return (word.size() + 7 * byte(0) + 31 * byte(word.size() / 2) + 61 * byte(word.size() - 1)) %
           digests;
  }

  static constexpr std::size_t digests = 4096;
  std::bitset<digests> may_begin_;
  std::vector<std::vector<std::string_view>> rows_;
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_;  // longest first
};

}  // namespace vanthu
