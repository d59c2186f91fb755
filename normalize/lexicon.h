#pragma once
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/language_model.h"

namespace vanthu {

// The words of the language model and those that a user adds, by a trie over their skeletons'
// letters. Added words have ids from the model's size on; to the model they are unknown(). Const
// after building; building takes a few milliseconds.
class Lexicon {
 public:
  // Throws Error{model_damaged} where `added`, which are words of letters, are too many.
  explicit Lexicon(const LanguageModel& model, const std::vector<std::string>& added = {});

  static constexpr WordId none = 0;
  struct Node {
    std::uint32_t first_child = 0;
    std::uint32_t first_word = 0, words = 0;  // with this skeleton, in words()
    std::uint8_t children = 0;
    std::uint8_t letter = 0;  // 0..25 for a..z
    float best = 0;           // least -ln p(word) of the words at it and below
  };
  const std::vector<Node>& nodes() const { return nodes_; }  // [0] is the root
  const std::vector<WordId>& words() const { return words_; }

  // The letters in use, first all lower-case ones, then their capitals in the same order.
  std::u32string_view letters() const { return letters_; }
  std::size_t capital_offset() const { return letters_.size() / 2; }
  // The skeleton's letter, 0..25, of each of letters().
  const std::vector<std::uint8_t>& classes() const { return classes_; }
  // A word's letters as indices into letters(), lower case.
  const std::vector<std::uint8_t>& spelling(WordId word) const { return spellings_[word]; }

  // Words whose skeleton this is ("quan" -> quan, quân, quản, quận, ...); lower case.
  const std::vector<WordId>& with_skeleton(std::string_view skeleton) const;

  // -ln p(word), without context.
  float word_cost(WordId word) const { return is_added(word) ? 9 : -model_.unigram(word); }

  bool is_added(WordId word) const { return word >= model_.size(); }
  // The case that an added word is listed in.
  Case listed_case(WordId word) const { return listed_[word - model_.size()]; }

  // A word in the given case.
  std::string spelled(WordId word, Case as) const;
  const std::u32string& points(WordId word) const { return points_[word]; }

 private:
  struct Entry {  // of the sorted words that the trie is built from
    std::string skeleton;
    WordId word;
  };
  void build(const std::vector<Entry>& sorted, std::size_t begin, std::size_t end,
             std::size_t depth, std::uint32_t node);

  const LanguageModel& model_;
  void add(WordId word, std::string_view name, std::set<char32_t>& letters,
           std::vector<Entry>& sorted);
  void add_listed(const std::vector<std::string>& added, std::set<char32_t>& letters,
                  std::vector<Entry>& sorted);

  std::vector<Case> listed_;            // by added word
  std::vector<std::u32string> points_;  // by word, empty where it is a class
  std::vector<Node> nodes_;
  std::vector<WordId> words_;
  std::vector<std::vector<std::uint8_t>> spellings_;
  std::u32string letters_;
  std::vector<std::uint8_t> classes_;
  std::unordered_map<std::string, std::vector<WordId>> skeletons_;
};

}  // namespace vanthu
