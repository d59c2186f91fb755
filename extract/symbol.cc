#include "extract/symbol.h"

#include "extract/letters.h"

namespace vanthu {

std::string symbol_of_kind(const std::string& symbol, const std::string& code) {
  const std::string read = symbol.substr(0, symbol.find_first_of("-/"));
  if (read.size() == symbol.size() || code.size() < 2) return symbol;
  return one_letter_apart(read, code) ? code + symbol.substr(read.size()) : symbol;
}

}  // namespace vanthu
