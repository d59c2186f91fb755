#pragma once
#include <string>

#include "core/geometry.h"

namespace vanthu {

// What a grammar found in a passage: the bytes it covers, the value, and the rule that made it.
template <typename T>
struct Match {
  Span span;  // byte offsets into the UTF-8 text that was searched
  T value;
  std::string rule;  // name of the rule, in plain English
};

}  // namespace vanthu
