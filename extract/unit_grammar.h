#pragma once
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tokens.h"
#include "extract/unit_lexicon.h"

namespace vanthu {

// True where the list holds the word.
template <typename Words>
bool one_of(const Words& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// A unit as it stands in a passage, by its tokens.
struct UnitPhrase {
  std::size_t begin = 0, end = 0;
  HeadKind kind = HeadKind::none;
  std::string prefix;  // what an elliptic list leaves out: "Sở " in "các Sở: Nội vụ, Tài chính"
};

// Reads units from a passage: names by their structure (a head noun and what belongs to it), with
// the lexicon to decide where "và" or a comma stands inside a name. A name ends before a verb that
// opens a duty.
class UnitReader {
 public:
  explicit UnitReader(TokenView words) : words_(words) {}

  // The unit that begins at token `at`.
  std::optional<UnitPhrase> unit(std::size_t at) const;
  // The units of the list that begins there ("A, B và C; D"); empty where none does.
  std::vector<UnitPhrase> list(std::size_t at) const;
  // Only a group of common nouns with article or qualification: "các sở, ban, ngành".
  std::optional<UnitPhrase> group(std::size_t at, bool inside_official) const;

 private:
  std::optional<UnitPhrase> person(std::size_t at, std::size_t words) const;
  std::optional<UnitPhrase> official(std::size_t at, std::size_t words) const;
  std::vector<UnitPhrase> ellipsis(std::size_t at) const;
  std::size_t name_end(std::size_t begin, std::size_t at, bool named) const;
  std::size_t capital_end(std::size_t at, std::size_t& start, bool& named) const;
  std::size_t area_list_end(std::size_t at) const;
  std::size_t dashed_end(std::size_t at, std::size_t begin) const;
  std::size_t group_nouns_end(std::size_t at, bool inside_official, std::size_t& nouns) const;
  std::size_t qualification_end(std::size_t at) const;
  std::size_t article_end(std::size_t at) const;
  std::size_t joined_end(std::size_t at, std::size_t start, bool named) const;
  std::size_t small_word_end(std::size_t at, bool first, bool complete) const;
  std::size_t until_limit(std::size_t at) const;
  std::size_t until_duty(std::size_t at) const;
  bool reads_as_verb(std::size_t at, std::size_t head) const;
  bool ends_area(std::size_t at) const;
  bool names_area(std::size_t at) const;
  bool is_area_pair(std::size_t at) const;
  bool names_document(std::size_t at) const;
  bool begins_unit(std::size_t at) const;
  std::size_t member_end(std::size_t noun, std::size_t next) const;
  std::size_t known_name_end(std::size_t at) const;
  std::size_t repeated_end(std::size_t at) const;
  std::size_t clause_end(std::size_t at, std::size_t start) const;
  bool is_area(std::size_t at) const;
  bool is(std::size_t at, std::string_view word) const;
  bool breaks_before(std::size_t at) const;
  bool list_inside_name(std::size_t at) const;
  bool is_listed_area(std::size_t at) const;
  std::size_t provision_end(std::size_t at) const;
  std::size_t next_in_list(std::size_t at) const;

  static constexpr std::size_t longest_name = 30;  // words

  TokenView words_;
};

// The bytes of a phrase in the passage whose tokens these are.
Span span_of(TokenView words, const UnitPhrase& phrase);

}  // namespace vanthu
