#include "app/batch/moving.h"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstring>

#include "app/batch/record_file.h"

namespace vanthu {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view done_folder = "done", failed_folder = "failed";

// Where it is now; empty where the file has gone.
fs::path move_into(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  for (int number = 1; !error; ++number) {
    const fs::path target = numbered(to, number);
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
      return target;
    if (errno == ENOENT) return {};
    if (errno != EEXIST) error = {errno, std::generic_category()};
  }
  throw Error(ErrorCode::not_writable, to.string(), error.message());
}

}  // namespace

std::vector<fs::path> moved_folders(const fs::path& inbox) {
  return {inbox / done_folder, inbox / failed_folder};
}

void move_away(const fs::path& inbox, const FileReport& report) {
  const bool failed = report.outcome == Outcome::failed;
  const fs::path to = inbox / (failed ? failed_folder : done_folder) / report.name;
  fs::path moved = move_into(inbox / report.name, to);
  if (!failed || moved.empty() || !report.error) return;
  moved += ".error.txt";
  write_record(moved, std::string(report.error->what()) + "\n");
}

}  // namespace vanthu
