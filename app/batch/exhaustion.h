#pragma once
#include <cstdint>

namespace vanthu {

// Libraries answer a lack of memory as they like: they throw, exit, abort or write to address 0,
// and which comes first is chance. After this call a process that does so near its limit of address
// space (the last eighth, for an exit the last half) ends with `exhausted_status` instead. 0 bytes
// for no limit.
void tell_exhaustion(std::uint64_t memory);

inline constexpr int exhausted_status = 90;

}  // namespace vanthu
