#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Small tests on Vietnamese text that the structural part of the stage shares. All take NFC.
namespace vanthu {

// Without tone and vowel marks, lower case, đ as d, any dash as a hyphen, runs of white
// space as one blank:
// "Nơi nhận" -> "noi nhan". For comparing anchors only, never for values.
std::string plain_form(std::string_view text);
// Its beginning, not much longer than `limit` bytes.
std::string plain_form(std::string_view text, std::size_t limit);

// By how many letters the skeletons differ (Levenshtein's distance).
std::size_t difference(std::string_view text, std::string_view anchor);

// A fixed phrase that texts are compared with, its plain_form() made once.
class Anchor {
 public:
  explicit Anchor(std::string_view phrase);

  // True where the skeletons differ by at most one letter in eight: the anchor was read with light
  // noise ("Nơi nhân" is near "Nơi nhận").
  bool near(std::string_view text) const { return slips(text).has_value(); }
  // How many they are, where they are few enough.
  std::optional<std::size_t> slips(std::string_view text) const;
  // False where no part of `plain`, a plain_form(), is near, and where no end of it is. Of the
  // anchor in one part more than it may have slips, one stands whole in what is near, as far from
  // the end but for the slips.
  bool may_be_in(std::string_view plain) const;
  bool may_end(std::string_view plain) const;

 private:
  std::string plain_;
  std::size_t letters_, slips_;
};

// The same for a phrase that is used once.
bool near(std::string_view text, std::string_view anchor);

// At least two letters, none of them small: "PHỤ LỤC I".
bool is_capitals(std::string_view text);

// The first letter or digit (quotes and brackets passed over) is a capital, is a small letter.
bool opens_upper(std::string_view text);
bool opens_lower(std::string_view text);

// Ends in . ; : ! ? or an ellipsis, closing quotes and brackets passed over.
bool ends_sentence(std::string_view text);

// True where there is a letter or a digit: not a rule of hyphens, not an ornament.
bool has_letters(std::string_view text);

// Without blanks and the given ASCII characters at the end: trim_end("Sở Nội vụ; ", ";.").
std::string_view trim_end(std::string_view text, std::string_view characters);

// More letters and signs, blanks aside, than so many; looks no further.
bool has_more_letters(std::string_view text, std::size_t than);

// Number of Unicode characters.
std::size_t length(std::string_view text);

}  // namespace vanthu
