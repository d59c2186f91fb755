#pragma once
#include <vector>

#include "app/batch/batch.h"
#include "app/batch/ledger.h"

namespace vanthu {

// What to do with one document of the inbox: to be read (Outcome::left), or why not.
struct PlannedFile {
  const InboxFile* file = nullptr;
  std::string sha256;  // empty where it could not be identified
  FileReport report;
};

// Decides, in name order, from what the files hold and what the ledger knows of it: the first file
// of a content is read unless its record is there; the others are its duplicates.
void plan(std::vector<PlannedFile>& files, Ledger& ledger, const BatchOptions& options);

}  // namespace vanthu
