#pragma once
#include <deque>
#include <functional>
#include <set>
#include <vector>

#include "app/batch/plan.h"
#include "app/batch/pool.h"
#include "app/batch/progress.h"

namespace vanthu {

// Reads the planned documents that are left: opened, read page by page and finished by the workers,
// kept in the ledger in between. A worker stays with its document; when no new one is left, the
// idle ones help with the oldest.
class DocumentReading {
 public:
  struct Place {
    const BatchOptions& options;
    Ledger& ledger;
    Messages& messages;
    Pool& pool;
  };
  DocumentReading(const Place& place, std::vector<PlannedFile>& files, BatchSummary& summary);
  ~DocumentReading();

  // Until all are read or `stop` says so; then the pages in hand are waited for. Throws Error where
  // it cannot go on (not_writable, engine_missing).
  void run(const std::function<bool()>& stop);

 private:
  struct Document;

  std::optional<Work> next_work(std::size_t worker);
  Document* with_work(std::size_t worker);
  Document* begin_next();
  std::string record_for(PlannedFile& file);
  Work work_for(Document& document, const std::string& what);
  Work open(Document& document);
  Work page(Document& document);
  Work finish(Document& document);

  void opened(Document& document);
  void page_read(Document& document, int number, const Frame& answer,
                 const std::optional<Error>& error);
  void finished(Document& document, const Frame& answer);
  void fail(Document& document, const Error& error);
  void end(Document& document);

  const BatchOptions& options_;
  Ledger& ledger_;
  Messages& messages_;
  Pool& pool_;
  std::vector<PlannedFile>& files_;
  BatchSummary& summary_;
  Progress progress_;
  std::size_t next_ = 0;                             // of files_, to be looked at
  std::deque<std::unique_ptr<Document>> documents_;  // begun and not ended, in order
  std::vector<std::string> at_hand_;  // by worker: content of the document it had last
};

}  // namespace vanthu
