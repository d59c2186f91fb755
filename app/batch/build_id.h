#pragma once
#include <string>

namespace vanthu {

// The linker's digest of the running program, in hexadecimal digits: other code, rules or built-in
// tables have another one, the same sources built alike the same. Empty where it was linked without
// (--build-id).
std::string build_id();

}  // namespace vanthu
