#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/error.h"
#include "ingest/digit_network.h"

namespace vanthu {

// Throws Error{not_found} or Error{model_damaged}.
inline DigitNetwork read_network(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::not_found, path.string(), "no such network");
  return DigitNetwork::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

inline void write_network(const std::filesystem::path& path, const DigitNetwork& network) {
  if (!(std::ofstream(path, std::ios::binary) << network.serialized()).flush())
    throw Error(ErrorCode::not_writable, path.string(), "the network cannot be written");
}

}  // namespace vanthu
