#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace vanthu {

enum class Format { pdf, tiff, png, jpeg, text };

// The format's media type, e.g. "application/pdf".
std::string_view media_type(Format format);

// The whole file. Throws Error: not_found, is_directory, not_readable, empty_file, too_large (more
// than 2 GB).
std::string read_file(const std::filesystem::path& file);

// The format by the first bytes; the name only serves to tell what went wrong. `file` is the name
// for errors. Throws Error: damaged (the name promises a PDF or image that the bytes are not),
// not_text (named .txt, but no UTF-8 text), unknown_format.
Format detect_format(std::string_view bytes, const std::filesystem::path& file);

// True where the bytes are UTF-8 (a byte order mark allowed) without control characters other than
// tab, line ends and form feed.
bool is_text(std::string_view bytes);

}  // namespace vanthu
