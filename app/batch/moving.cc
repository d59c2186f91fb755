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

// "a (2).pdf" for the second try.
fs::path numbered(const fs::path& path, int number) {
  if (number == 1) return path;
  return path.parent_path() /
         (path.stem().string() + " (" + std::to_string(number) + ")" + path.extension().string());
}

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

bool is_moved(const std::string& name) {
  return name.starts_with(std::string(done_folder) + '/') ||
         name.starts_with(std::string(failed_folder) + '/');
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
