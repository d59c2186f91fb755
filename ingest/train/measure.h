#pragma once
#include <filesystem>
#include <iosfwd>
#include <vector>

namespace vanthu {

// Shares of held-out digits read right: single ones as the sets have them, and composed strings of
// one to five digits on letterheads; for strings also how many are right and wrong where only
// those above a probability count. The same for strange lines (Composer::strange_line).
void print_measures(const std::filesystem::path& network, const std::filesystem::path& digits,
                    const std::filesystem::path& fonts,
                    const std::vector<std::filesystem::path>& pages, std::uint64_t seed,
                    std::ostream& out);

}  // namespace vanthu
