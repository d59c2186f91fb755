#include "ingest/tiff_directory.h"

#include <cstdint>
#include <optional>
#include <set>

namespace vanthu {
namespace {

constexpr int max_pages = 10'000;

class TiffBytes {
 public:
  explicit TiffBytes(std::string_view bytes)
      : bytes_(bytes),
        little_(bytes.starts_with('I')),
        big_(bytes.size() > 3 && (bytes[2] == 43 || bytes[3] == 43)) {}

  std::optional<std::uint64_t> first() const { return big_ ? number(8, 8) : number(4, 4); }

  // The place of the directory after that one; none where it cannot be read.
  std::optional<std::uint64_t> next(std::uint64_t directory) const {
    const auto count = number(directory, big_ ? 8 : 2);
    if (!count || *count > bytes_.size()) return std::nullopt;
    return number(directory + (big_ ? 8 : 2) + *count * (big_ ? 20 : 12), big_ ? 8 : 4);
  }

 private:
  std::optional<std::uint64_t> number(std::uint64_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size; ++i)
      out = out << 8 | static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
    return out;
  }

  std::string_view bytes_;
  bool little_, big_;
};

}  // namespace

int tiff_pages(std::string_view bytes) {
  const TiffBytes tiff(bytes);
  std::set<std::uint64_t> seen;
  auto directory = tiff.first();
  int pages = 0;
  while (directory && *directory != 0 && pages < max_pages && seen.insert(*directory).second) {
    ++pages;
    directory = tiff.next(*directory);
  }
  return pages;
}

}  // namespace vanthu
