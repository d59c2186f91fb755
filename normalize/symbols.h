#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "normalize/confusion.h"

namespace vanthu {

// The abbreviations that document symbols are made of (QĐ, UBND, NĐ-CP; Decree 30/2020, annex III).
class Symbols {
 public:
  // Reads lines "symbol, role"; throws Error{model_damaged}.
  explicit Symbols(std::string_view table);

  // A document symbol with misread parts repaired, digits and strokes as they are:
  //   "2417/QD-UBND" -> "2417/QĐ-UBND"
  // "QHI5", of the National Assembly's 15th term, becomes QH15. Parts that are in the table, or
  // that nothing in it explains well, stay. `confusions` null means that only Đ was lost.
  std::string repaired(std::string_view code, const ConfusionModel* confusions) const;

 private:
  std::string part(std::u32string_view read, const ConfusionModel* confusions) const;
  std::vector<std::u32string> symbols_;
};

}  // namespace vanthu
