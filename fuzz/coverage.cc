#include <cstdint>

// GCC calls this at every edge of code that is built with -fsanitize-coverage=trace-pc; libFuzzer
// reads counters of this section like those that clang would make.
namespace {
constexpr std::size_t size = 1 << 16;
__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t counters[size];
}  // namespace

extern "C" __attribute__((no_sanitize_coverage, no_sanitize("address", "undefined"))) void
__sanitizer_cov_trace_pc() {
  const auto place = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  ++counters[(place ^ place >> 16) % size];
}

// Comparisons of floating-point numbers, which GCC tells and libFuzzer does not know.
extern "C" void __sanitizer_cov_trace_cmpf(float, float) {}
extern "C" void __sanitizer_cov_trace_cmpd(double, double) {}
