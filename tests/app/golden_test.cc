#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/read_document.h"
#include "tests/ingest/fake_readers.h"

// Whole records of the samples' true text and digital PDFs, compared with tests/golden/. They hold
// what the program says, right or wrong; how right it is, bench/quality measures.
// VANTHU_UPDATE_GOLDEN=1 writes them anew.
namespace vanthu {
namespace {

namespace fs = std::filesystem;

const fs::path root = fs::current_path();

std::vector<fs::path> sample_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(root / "samples"))
    for (const char* name : {"text.txt", "digital.pdf"})
      if (fs::exists(entry.path() / name)) files.push_back(entry.path() / name);
  std::ranges::sort(files);
  return files;
}

fs::path golden_path(const fs::path& file) {
  return root / "tests/golden" /
         (file.parent_path().filename().string() + "." + file.stem().string() + ".json");
}

// A line for every place where the two differ, so that a failure can be read.
std::vector<std::string> differences(const Json& golden, const Json& found) {
  std::vector<std::string> out;
  for (const Json& change : Json::diff(golden, found)) {
    const Json::json_pointer place(change["path"].get<std::string>());
    out.push_back(change["op"].get<std::string>() + " " + place.to_string() +
                  (golden.contains(place) ? "\n    golden: " + golden[place].dump() : "") +
                  (change.contains("value") ? "\n    found:  " + change["value"].dump() : ""));
  }
  return out;
}

TEST(Golden, records_of_the_samples_are_as_recorded) {
  // Digital PDFs have text layers: nothing may need recognition.
  Engine engine = make_engine();
  engine.reader = std::make_shared<ThrowingReader>(ErrorCode::engine_missing);
  const bool update = std::getenv("VANTHU_UPDATE_GOLDEN") != nullptr;
  for (const fs::path& file : sample_files()) {
    const Json record = checked_json(read_document(file, engine), file);
    const fs::path golden = golden_path(file);
    if (update) {
      fs::create_directories(golden.parent_path());
      std::ofstream(golden) << record.dump(1) << "\n";
      continue;
    }
    std::ifstream in(golden);
    ASSERT_TRUE(in) << golden << " is missing; VANTHU_UPDATE_GOLDEN=1 writes it";
    EXPECT_THAT(differences(Json::parse(in), record), testing::IsEmpty()) << file;
  }
}

}  // namespace
}  // namespace vanthu
