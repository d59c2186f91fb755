#pragma once
#include <optional>
#include <string>

#include "core/geometry.h"

namespace vanthu {

// Where a value was found and what made it.
struct Evidence {
  int page = 1;                      // 1-based
  int line_start = 0, line_end = 0;  // 1-based lines of that page, inclusive; 0 where unknown
  std::optional<Box> box;            // around its words on that page; none in plain text
  std::string read_as;               // the words as read, before repair
  double confidence = 1;             // 0..1
  // Shown by `explain`, no part of the record:
  std::string text;  // the words after repair
  std::string rule;  // name of the rule
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What a person should look at; the codes are listed in docs/warnings.md.
struct Warning {
  std::string code;
  std::string message;
  std::optional<std::string> task;  // id of the task it concerns
  std::optional<Evidence> evidence;
  friend bool operator==(const Warning&, const Warning&) = default;
};

}  // namespace vanthu
