#pragma once
#include <filesystem>

#include "app/batch/batch.h"

namespace vanthu {

// Whether a name in the inbox is one of those that move_away() gives.
bool is_moved(const std::string& name);

// Moves the file to done/ in the inbox, or to failed/ with a file of its name and ".error.txt"
// beside it that says why. Its folders come along; what is there already is never replaced: " (2)"
// is put behind the name. A file that has gone is none; throws Error{not_writable}.
void move_away(const std::filesystem::path& inbox, const FileReport& report);

}  // namespace vanthu
