#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace vanthu {

// A table of an enum's printed names, and the two look-ups that every such table needs.
template <typename Enum, std::size_t N>
struct EnumNames {
  std::array<std::pair<Enum, std::string_view>, N> entries;

  constexpr std::string_view name(Enum value) const {
    for (const auto& [key, text] : entries)
      if (key == value) return text;
    return "";
  }
  constexpr std::optional<Enum> value(std::string_view name) const {
    for (const auto& [key, text] : entries)
      if (text == name) return key;
    return std::nullopt;
  }
};

}  // namespace vanthu
