#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/language_model.h"

namespace vanthu {

// How a word is capitalised.
enum class Case : std::uint8_t { lower, title, upper };

// The words of the language model as a trie over letters, and by their skeletons. Const after
// building; building takes a few milliseconds.
class Lexicon {
 public:
  explicit Lexicon(const LanguageModel& model);

  static constexpr WordId none = 0;
  struct Node {
    std::uint32_t first_child = 0;
    std::uint8_t children = 0;
    std::uint8_t letter = 0;  // index into letters()
    WordId word = none;       // that ends here
    float best = 0;           // least -ln p(word) of the words below
  };
  const std::vector<Node>& nodes() const { return nodes_; }  // [0] is the root

  // The letters in use, first all lower-case ones, then their capitals in the same order.
  std::u32string_view letters() const { return letters_; }
  std::size_t capital_offset() const { return letters_.size() / 2; }
  // Index of a lower-case letter, -1 where no word has it.
  int letter(char32_t lower) const;

  // Words whose skeleton this is ("quan" -> quan, quân, quản, quận, ...); lower case.
  const std::vector<WordId>& with_skeleton(std::string_view skeleton) const;

  // -ln p(word), without context.
  float word_cost(WordId word) const { return -model_.unigram(word); }

  // A word in the given case.
  std::string spelled(WordId word, Case as) const;
  const std::u32string& points(WordId word) const { return points_[word]; }

 private:
  void build(const std::vector<WordId>& sorted, std::size_t begin, std::size_t end,
             std::size_t depth, std::uint32_t node);

  const LanguageModel& model_;
  std::vector<std::u32string> points_;  // by word, empty where it is a class
  std::vector<Node> nodes_;
  std::u32string letters_;
  std::unordered_map<char32_t, int> letter_index_;
  std::unordered_map<std::string, std::vector<WordId>> skeletons_;
};

}  // namespace vanthu
