#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/language_model.h"

namespace vanthu {

// Lines whose number in their file, from 0, is a multiple of this are left to the tests.
inline constexpr std::size_t held_out_every = 50;

// Calls `use` with each line of a text file that is not held out; a .xz file is read through
// `xz -dc`. A line of a .tsv file is a count, a tab and a text, which is used up to 20 times.
// Throws Error{not_readable}.
void for_each_line(const std::string& file, const std::function<void(std::string_view)>& use);

// A line's tokens for the language model: their names, and the case of words.
struct Token {
  std::string name;
  std::optional<Case> as;
};
std::vector<Token> tokens_of(std::string_view line);

// The line with its administrative units exchanged for those of towns before July 2025, which newer
// texts lack: huyện -> quận, xã -> phường, "tỉnh Bến Tre" -> "Quận 4". Empty where nothing changes.
std::string urban_twin(std::string_view line, std::size_t number);

// Token ids of a corpus, each line between sentence_begin() and sentence_end().
using IdStream = std::vector<WordId>;

// The vocabulary: <unk>, <s>, </s>, then names in byte order.
class Vocabulary {
 public:
  // Names seen at least `least` times; syllables of the inventory at least twice.
  Vocabulary(const std::unordered_map<std::string, std::uint64_t>& counts, std::uint64_t least);
  WordId id(const std::string& name) const;
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, WordId> ids_;
};

}  // namespace vanthu
