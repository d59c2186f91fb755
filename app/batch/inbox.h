#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/batch/ledger.h"

namespace vanthu {

struct InboxOptions {
  std::filesystem::path inbox;
  std::vector<std::filesystem::path> except;  // folders that are none of it, such as the output
  bool follow_links = false;
};

// A document as it lies in the inbox.
struct InboxFile {
  std::filesystem::path path;
  std::string name;  // relative to the inbox
  FileStamp stamp;
};

// What is no document, and why: "an archive: unpack it", "a symbolic link".
struct SkippedFile {
  std::string name;
  std::string why;
};

// Everything under an inbox, each list in name order (of bytes).
struct Inbox {
  std::vector<InboxFile> documents;  // by extension: pdf tif tiff png jpg jpeg txt
  std::vector<SkippedFile> skipped;
  std::vector<Error> unreadable;  // folders and files that cannot be looked at
};

// Names may be any bytes. Throws Error where the inbox itself cannot be listed.
Inbox list_inbox(const InboxOptions& options);

}  // namespace vanthu
