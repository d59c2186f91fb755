#pragma once
#include <string_view>
#include <vector>

#include "extract/phrases.h"

// The vocabulary of the unit grammar, from extract/data. Compiled in, built once.
namespace vanthu {

enum class HeadKind {
  none,
  body,      // Phòng, Sở, Trung tâm: a name follows
  whole,     // Chính phủ, Thành ủy: complete in itself
  official,  // Thủ trưởng, Giám đốc: a unit or a group follows
  person,    // đồng chí: a name follows
  group      // cơ quan, đơn vị, sở: common nouns
};

struct Head {
  HeadKind kind = HeadKind::none;
  std::size_t words = 0;
  bool named = false;  // not only a head noun, but a whole name from the list of agencies
  explicit operator bool() const { return kind != HeadKind::none; }
};

// What unit begins at token `at`, groups aside: an agency's full name, a head noun, or an
// abbreviation of either ("UBND", "BCĐ").
Head head_at(TokenView words, std::size_t at);
// The words of the common noun at token `at`; 0 where there is none.
std::size_t group_noun_at(TokenView words, std::size_t at);

// What a word in small letters does to a name that it follows.
enum class WordKind {
  none,
  verb,  // opens a duty and ends the name
  weak,  // the same, but may be the first word of a name: Ban Chỉ đạo thực hiện Đề án 06
  adverb,  // stands before such a verb
  limit,   // ends the name and opens no duty: để, tại, nhằm
  noun     // a common noun that begins like a head: hội nghị, trường hợp
};
struct Opening {
  WordKind kind = WordKind::none;
  std::size_t words = 0;
};
Opening opening_at(TokenView words, std::size_t at);

// True where the own area is dropped from the end of a name that begins with this head.
bool drops_area(TokenView words);

const Phrases& agencies();
const Phrases& heads();
const Phrases& abbreviations();
const Phrases& places();

}  // namespace vanthu
