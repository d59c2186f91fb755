#include "app/batch/record_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "ingest/sha256.h"

namespace vanthu {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_name = 255;  // bytes; NAME_MAX of Linux's file systems
constexpr std::size_t hash_digits = 16;
constexpr std::string_view part_start = ".vanthu-", part_end = ".part";

Error not_writable(const fs::path& path) {
  return {ErrorCode::not_writable, path.string(), std::strerror(errno)};
}

// A file descriptor that closes itself.
struct Descriptor {
  int fd;
  ~Descriptor() { ::close(fd); }
};

void write_all(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw not_writable(path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(fd) != 0) throw not_writable(path);
}

void sync_folder(const fs::path& folder) {
  const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (opened.fd >= 0) ::fsync(opened.fd);  // some network drives cannot; the rename has been done
}

fs::path part_path(const fs::path& path) {
  const std::string hash = sha256_hex(path.filename().string()).substr(0, hash_digits);
  return path.parent_path() / (std::string(part_start) + hash + std::string(part_end));
}

void write_part(const fs::path& part, const std::string& bytes) {
  const Descriptor file{::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
  if (file.fd < 0) throw not_writable(part);
  write_all(file.fd, bytes, part);
}

}  // namespace

std::string record_name(const std::string& name) {
  const fs::path path(name);
  std::string file = path.filename().string() + ".json";
  if (file.size() > max_name) {
    const std::string end = "~" + sha256_hex(name).substr(0, hash_digits) + ".json";
    std::size_t keep = max_name - end.size();
    while (keep > 0 && (file[keep] & 0xC0) == 0x80) --keep;  // not within a letter
    file = file.substr(0, keep) + end;
  }
  return (path.parent_path() / file).string();
}

fs::path numbered(const fs::path& name, int number) {
  if (number == 1) return name;
  return name.parent_path() /
         (name.stem().string() + " (" + std::to_string(number) + ")" + name.extension().string());
}

void write_record(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) throw Error(ErrorCode::not_writable, path.parent_path().string(), error.message());
  const fs::path part = part_path(path);
  try {
    write_part(part, bytes);
    if (::rename(part.c_str(), path.c_str()) != 0) throw not_writable(path);
  } catch (const Error&) {
    ::unlink(part.c_str());
    throw;
  }
  sync_folder(path.parent_path());
}

void remove_unfinished(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(part_start) && name.ends_with(part_end)) ::unlink(it->path().c_str());
  }
}

}  // namespace vanthu
