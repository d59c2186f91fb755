#pragma once
#include <filesystem>
#include <vector>

#include "app/batch/batch.h"

namespace vanthu {

// The folders of an inbox that move_away() fills.
std::vector<std::filesystem::path> moved_folders(const std::filesystem::path& inbox);

// Moves the file to done/ in the inbox, or to failed/ with a file of its name and ".error.txt"
// beside it that says why. Its folders come along; what is there already is never replaced: " (2)"
// is put behind the name. A file that has gone is none; throws Error{not_writable}.
void move_away(const std::filesystem::path& inbox, const FileReport& report);

}  // namespace vanthu
