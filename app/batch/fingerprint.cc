#include "app/batch/fingerprint.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/batch/build_id.h"
#include "core/json.h"
#include "ingest/format.h"
#include "ingest/sha256.h"
#include "ingest/source.h"

namespace vanthu {
namespace {

constexpr std::size_t digits = 16;

std::string hash(const std::filesystem::path& file) {
  return sha256_hex(read_file(file)).substr(0, digits);
}

// The tables of a user's grammar, by name and content.
std::string hash_of_tables(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& file : files) all += file.filename().string() + ' ' + hash(file) + '\n';
  return sha256_hex(all).substr(0, digits);
}

std::string_view policy_name(TextLayerPolicy policy) {
  constexpr std::array<std::string_view, 3> names{"auto", "always", "never"};
  return names[static_cast<std::size_t>(policy)];
}

}  // namespace

std::string fingerprint(const Engine& engine, const EngineOptions& options) {
  Json out{{"vanthu", VANTHU_VERSION},
           {"build", build_id().substr(0, digits)},
           {"engine", engine.reader->version()},
           {"drawing", drawing_versions()},
           {"text_layer", policy_name(options.text_layer)},
           {"repair", options.repair}};
  if (options.repair) {
    out["model"] = hash(options.model.empty() ? shipped_model() : options.model);
    for (const auto& lexicon : options.lexicons) out["lexicons"].push_back(hash(lexicon));
  }
  if (!options.grammar.empty()) out["grammar"] = hash_of_tables(options.grammar);
  return out.dump();
}

}  // namespace vanthu
