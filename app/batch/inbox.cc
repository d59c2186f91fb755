#include "app/batch/inbox.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>

namespace vanthu {
namespace fs = std::filesystem;
namespace {

constexpr std::array documents{".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg", ".txt"};
constexpr std::array archives{".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"};

std::string extension(const fs::path& file) {
  std::string out = file.extension().string();
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool is_among(const auto& list, const std::string& extension) {
  return std::ranges::find(list, extension) != list.end();
}

FileStamp stamp_of(const struct stat& status) {
  return {status.st_size, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
          static_cast<std::int64_t>(status.st_ino)};
}

class Lister {
 public:
  explicit Lister(const InboxOptions& options) : options_(options) {
    for (const fs::path& folder : options.except) {
      struct stat status {};
      if (stat(folder.c_str(), &status) == 0) seen_.insert(id(status));
    }
  }

  Inbox list() {
    struct stat status {};
    if (stat(options_.inbox.c_str(), &status) != 0)
      throw Error(errno == ENOENT ? ErrorCode::not_found : ErrorCode::not_readable,
                  options_.inbox.string(), std::strerror(errno));
    if (!S_ISDIR(status.st_mode))
      throw Error(ErrorCode::not_found, options_.inbox.string(), "no such folder");
    seen_.insert(id(status));
    if (!enter(options_.inbox))
      throw Error(ErrorCode::not_readable, options_.inbox.string(), inbox_.unreadable[0].detail);
    std::ranges::sort(inbox_.documents, {}, &InboxFile::name);
    std::ranges::sort(inbox_.skipped, {}, &SkippedFile::name);
    std::ranges::sort(inbox_.unreadable, {}, &Error::file);
    return std::move(inbox_);
  }

 private:
  static std::pair<dev_t, ino_t> id(const struct stat& status) {
    return {status.st_dev, status.st_ino};
  }

  std::string name(const fs::path& path) const {
    return path.lexically_relative(options_.inbox).string();
  }

  void unreadable(const fs::path& path, const std::string& why) {
    inbox_.unreadable.emplace_back(ErrorCode::not_readable, path.string(), why);
  }

  void skip(const fs::path& path, const std::string& why) {
    inbox_.skipped.push_back({name(path), why});
  }

  bool enter(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) visit(it->path());
    if (error) unreadable(folder, error.message());
    return !error;
  }

  void visit(const fs::path& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) return;  // gone in the meantime
    if (S_ISLNK(status.st_mode)) {
      if (!options_.follow_links) return skip(path, "a symbolic link");
      if (stat(path.c_str(), &status) != 0) return skip(path, "a symbolic link to nowhere");
    }
    const bool hidden = path.filename().string().starts_with('.');
    if (S_ISDIR(status.st_mode)) {
      if (seen_.contains(id(status))) return;  // the output, or a link back
      if (hidden) return skip(path, "a hidden folder");
      seen_.insert(id(status));
      enter(path);
    } else if (hidden) {
      skip(path, "a hidden file");
    } else if (!S_ISREG(status.st_mode)) {
      skip(path, "no regular file");
    } else {
      add(path, status);
    }
  }

  void add(const fs::path& path, const struct stat& status) {
    const std::string ending = extension(path);
    if (is_among(documents, ending))
      inbox_.documents.push_back({path, name(path), stamp_of(status)});
    else
      skip(path, is_among(archives, ending) ? "an archive: unpack it" : "no document by its name");
  }

  const InboxOptions& options_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  Inbox inbox_;
};

}  // namespace

Inbox list_inbox(const InboxOptions& options) { return Lister(options).list(); }

}  // namespace vanthu
