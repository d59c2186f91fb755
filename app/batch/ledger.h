#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/batch/sqlite.h"
#include "core/error.h"

namespace vanthu {

// What tells without reading that a file has not changed.
struct FileStamp {
  std::int64_t size = 0, mtime_ns = 0, inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

enum class ContentState { pending, done, failed };

// What the ledger says of a document's content, whatever the files that hold it are called.
struct Content {
  std::string sha256;
  ContentState state = ContentState::pending;
  std::string name;         // the file it was read from, relative to the inbox
  std::int64_t size = 0;    // bytes
  std::string fingerprint;  // engine, model and options it was read with
  int attempts = 0;         // runs that began it
  std::string error, detail;
  int pages = 0, failed_pages = 0;  // pages expected; those named as failed in the record
  std::int64_t tasks = 0, warnings = 0;
  std::string record;  // relative to the output folder
  std::int64_t record_size = 0;
  std::string identity;  // number, issuer, year; empty where one is unknown
  std::string head;      // Scan without pages, once opened
  double seconds = 0;    // of the workers
};

// Everything a batch must remember from run to run, in an SQLite file in the output folder. What a
// call has written survives a kill of the process; what a power cut takes back is done again. All
// calls throw Error (sqlite.h). One process at a time.
//
//   file: path, size, mtime_ns, inode, sha256      the files as they were last seen
//   content: as Content                            what became of their bytes
//   page: sha256, number, failed, scan             finished pages of unfinished documents
class Ledger {
 public:
  explicit Ledger(const std::filesystem::path& file);

  // The hash of a file that has not changed since it was put; empty otherwise.
  std::string known_hash(const std::string& path, const FileStamp& stamp);
  void put_file(const std::string& path, const FileStamp& stamp, const std::string& sha256);

  std::optional<Content> content(const std::string& sha256);
  // A new attempt at a content: pages that another fingerprint left are dropped, and another
  // content whose record it will replace has none from now on.
  Content begin(const Content& content);
  // The content that a record in the output folder is of; empty where there is none.
  std::string owner(const std::string& record);
  void opened(const std::string& sha256, const std::string& head, int pages);
  void put_page(const std::string& sha256, int number, bool failed, const std::string& scan,
                double seconds);
  std::set<int> pages(const std::string& sha256);
  std::string page(const std::string& sha256, int number);
  // Both drop the pages.
  void done(const Content& content);
  void failed(const std::string& sha256, const Error& error);

  // Names of contents that are done and share an identity, in order.
  struct SameIdentity {
    std::string identity;
    std::vector<std::string> names;
  };
  std::vector<SameIdentity> same_identity();

  // Several calls as one transaction: much quicker, and either all or none.
  void together(const std::function<void()>& calls);

 private:
  Database database_;
  Statement known_hash_, put_file_, content_, begin_, drop_other_, give_up_record_, owner_, opened_,
      put_page_, add_seconds_, pages_, page_, done_, failed_, drop_pages_, same_identity_;
};

}  // namespace vanthu
