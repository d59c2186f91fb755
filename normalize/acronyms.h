#pragma once
#include <string>
#include <unordered_map>

#include "core/text.h"

namespace vanthu {

// The acronyms of a document, by which a misread one is known: where "UBND" stands many times and
// "UBNP" once, that is UBND.
class Acronyms {
 public:
  // Of words in four capitals and more.
  explicit Acronyms(const Text& text);

  // The acronym that `read`, which stands but once, was most likely printed as: the commonest one of
  // a letter's difference, where that stands five times and more. Empty where there is none.
  std::u32string meant(const std::u32string& read) const;

 private:
  std::unordered_map<std::u32string, int> counts_;
};

}  // namespace vanthu
