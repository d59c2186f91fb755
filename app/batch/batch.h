#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/batch/inbox.h"
#include "app/batch/sandbox.h"
#include "app/messages.h"
#include "app/read_document.h"

namespace vanthu {

struct BatchOptions {
  std::filesystem::path inbox, out;
  std::vector<std::filesystem::path> except;  // folders besides `out` that are none of the inbox
  unsigned jobs = 1;                          // workers
  Limits limits;
  bool follow_links = false;
  bool retry_failed = false;
  bool keep_others =
      false;  // number a record whose name that of another content has, do not replace
  bool keep_stale = false;  // leave records that another engine, model or option has made
  std::string fingerprint;  // of engine, model and options (fingerprint.h)
};

// What became of a file of the inbox.
enum class Outcome { done, unchanged, duplicate, failed, skipped, left };
std::string_view outcome_name(Outcome outcome);

struct FileReport {
  std::string name;  // relative to the inbox
  Outcome outcome = Outcome::left;
  std::string note;            // why skipped, of what a duplicate, from where moved
  std::optional<Error> error;  // where failed
  int failed_pages = 0;        // named as failed in its record
};

// Every file that the batch saw, once, in name order; and what it did altogether.
struct BatchSummary {
  std::vector<FileReport> files;
  std::size_t pages = 0, failed_pages = 0, tasks = 0, warnings = 0;  // of those done now
  std::vector<std::string> same_number;  // "12/KH-UBND, issuer, 2024: a.pdf, b.pdf"
  std::optional<Error> stopped;          // why it ended early; files are left then
  bool interrupted = false;

  std::size_t count(Outcome outcome) const;
};

std::string to_text(const BatchSummary& summary);
Json to_json(const BatchSummary& summary);
// Everything read: no file failed or left, no page failed, now or in an earlier run.
Exit exit_for(const BatchSummary& summary);

// Reads the documents of a folder and writes their records under `out`, each to the same relative
// path with ".json" added (record_file.h). Documents are opened by workers only (pool.h); a page
// that cannot be read costs that page, a document that cannot be opened that document. The ledger
// (`out`/ledger.sqlite) knows what has been read: files whose content is there already are left, a
// run that was killed goes on by page. The records do not depend on the number of workers or on
// interruptions.
class Batch {
 public:
  // Takes the output folder for itself. Throws Error{in_use, not_writable, ledger_damaged}.
  Batch(const BatchOptions& options, const Engine& engine, Messages& messages);
  ~Batch();

  // Throws Error where the inbox cannot be listed; SIGINT and SIGTERM end it after the pages in
  // hand.
  BatchSummary run();
  // The same of some of the files that lie in the inbox.
  BatchSummary run(Inbox inbox);
  Inbox list() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace vanthu
