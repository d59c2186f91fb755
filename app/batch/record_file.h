#pragma once
#include <filesystem>
#include <string>

namespace vanthu {

// Where the record of an inbox file goes, relative to the output folder: the file's name with
// ".json" added. A name that would be too long for a file system is cut and told apart by a hash.
std::string record_name(const std::string& name);

// The name for the second of its kind, "deep/a (2).pdf"; as it is for the first.
std::filesystem::path numbered(const std::filesystem::path& name, int number);

// Writes the whole record or nothing: to a temporary name in the same folder, synced, renamed, the
// folder synced. Makes the folders above. Throws Error{not_writable}.
void write_record(const std::filesystem::path& path, const std::string& bytes);

// Removes what killed runs have left of write_record() under a folder.
void remove_unfinished(const std::filesystem::path& folder);

}  // namespace vanthu
