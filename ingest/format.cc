#include "ingest/format.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "core/error.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_file_size = std::uintmax_t{2} << 30;
constexpr std::size_t pdf_header_reach = 1024;  // ISO 32000-1, implementation note 13

std::optional<Format> binary_format(std::string_view bytes) {
  if (bytes.substr(0, pdf_header_reach).find("%PDF-") != bytes.npos) return Format::pdf;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Format::png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return Format::jpeg;
  for (std::string_view magic : {std::string_view("II*\0", 4), std::string_view("MM\0*", 4),
                                 std::string_view("II+\0", 4), std::string_view("MM\0+", 4)})
    if (bytes.starts_with(magic)) return Format::tiff;
  return std::nullopt;
}

std::string extension(const fs::path& file) {
  std::string out = file.extension().string();
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool names_binary(const std::string& extension) {
  static const std::string_view known[] = {".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"};
  return std::find(std::begin(known), std::end(known), extension) != std::end(known);
}

}  // namespace

std::string_view media_type(Format format) {
  switch (format) {
    case Format::pdf:
      return "application/pdf";
    case Format::tiff:
      return "image/tiff";
    case Format::png:
      return "image/png";
    case Format::jpeg:
      return "image/jpeg";
    case Format::text:
      return "text/plain";
  }
  return "";
}

std::string read_file(const fs::path& file) {
  const std::string name = file.filename().string();
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found)
    throw Error(ErrorCode::not_found, file.string(), "no such file");
  if (fs::is_directory(status))
    throw Error(ErrorCode::is_directory, file.string(), "this is a folder");
  if (!fs::is_regular_file(status))
    throw Error(ErrorCode::not_readable, file.string(), "no regular file");
  const std::uintmax_t size = fs::file_size(file, error);
  if (error) throw Error(ErrorCode::not_readable, file.string(), error.message());
  if (size == 0) throw Error(ErrorCode::empty_file, file.string(), "the file has 0 bytes");
  if (size > max_file_size) throw Error(ErrorCode::too_large, file.string(), "more than 2 GB");
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    throw Error(ErrorCode::not_readable, file.string(), "reading failed");
  return bytes;
}

Format detect_format(std::string_view bytes, const fs::path& file) {
  if (const auto format = binary_format(bytes)) return *format;
  const std::string ending = extension(file);
  if (names_binary(ending))
    throw Error(ErrorCode::damaged, file.string(), "named " + ending + " but its bytes are not");
  if (is_text(bytes)) return Format::text;
  if (ending == ".txt") throw Error(ErrorCode::not_text, file.string(), "not UTF-8 text");
  throw Error(ErrorCode::unknown_format, file.string(), "neither a known format nor text");
}

bool is_text(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0 || c == 0x7F) return false;
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') return false;
  }
  return true;
}

}  // namespace vanthu
