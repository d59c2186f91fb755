#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vanthu {

// What one worker may use.
struct Limits {
  std::uint64_t memory = std::uint64_t{1} << 30;  // bytes of address space, 0 for no limit
  // Of the processor, for one page; on a busy machine it may take ten times that by the clock.
  std::chrono::milliseconds page_time{120'000};
  std::chrono::milliseconds idle_time{60'000};  // without using the processor
};

// The limits that can be kept: none on memory under AddressSanitizer, which reserves terabytes.
Limits in_force(Limits limits);

// What holds a worker back, one line each: "network: denied by seccomp, Landlock (ABI 7)".
using SandboxReport = std::vector<std::string>;

// Takes from the calling process, for good: memory beyond the limit, writing to any file, making or
// removing files, sockets, other programs and processes, signals to others. Files can still be
// read. Uses resource limits everywhere, seccomp and Landlock where the kernel has them; reports
// what is in force, each of it tried out.
SandboxReport confine(const Limits& limits);

// Lets the process use that much more processor time and some seconds; it is killed beyond
// (SIGXCPU), should nobody have done so before.
void allow_processor_time(std::chrono::milliseconds more);

}  // namespace vanthu
