#pragma once
#include <filesystem>
#include <vector>

#include "app/messages.h"
#include "app/read_document.h"

namespace vanthu {

struct BatchOptions {
  std::filesystem::path inbox, out;
  unsigned jobs = 1;  // documents worked on at a time
};

// What became of every file that the batch saw: files == done + failed.size() + skipped.
struct BatchSummary {
  std::size_t files = 0, done = 0, skipped = 0;
  std::size_t pages = 0, failed_pages = 0, tasks = 0, warnings = 0;  // of those done
  std::vector<Error> failed;                                         // by file name
};

// The regular files under an inbox, each list in name order. Hidden files and folders, symbolic
// links and the output folder are left aside.
struct InboxFiles {
  std::vector<std::filesystem::path> documents;  // by extension: pdf tif tiff png jpg jpeg txt
  std::vector<std::filesystem::path> others;
};
InboxFiles inbox_files(const std::filesystem::path& inbox, const std::filesystem::path& out);

// Reads every document and writes its record to the same relative path under `out` with ".json"
// added. A file that fails is in the summary and never stops the rest; a record is written whole or
// not at all. Throws Error where the inbox cannot be listed or nothing can be written to `out`.
BatchSummary run_batch(const BatchOptions& options, const Engine& engine, Messages& messages);

}  // namespace vanthu
