#include "app/batch/batch.h"

#include <algorithm>

#include "app/batch/interrupt.h"
#include "app/batch/plan.h"
#include "app/batch/pool.h"
#include "app/batch/reading.h"
#include "app/batch/record_file.h"

namespace vanthu {
namespace fs = std::filesystem;
namespace {

Ledger open_ledger(const fs::path& inbox, const fs::path& out) {
  std::error_code error;
  if (fs::equivalent(inbox, out, error))
    throw Error(ErrorCode::not_writable, out.string(), "the output folder is the inbox itself");
  fs::create_directories(out, error);
  if (error) throw Error(ErrorCode::not_writable, out.string(), error.message());
  Ledger ledger(out / "ledger.sqlite");
  remove_unfinished(out);
  return ledger;
}

// Hashes the files that are not known to be unchanged, by workers, and puts them in the ledger.
class Identifying {
 public:
  Identifying(Ledger& ledger, Messages& messages, std::vector<PlannedFile>& files)
      : ledger_(ledger), messages_(messages), files_(files) {}

  void run(Pool& pool, const std::function<bool()>& stop) {
    for (PlannedFile& file : files_)
      file.sha256 = ledger_.known_hash(file.file->name, file.file->stamp);
    pool.run([&](std::size_t) { return stop() ? std::nullopt : next(); },
             [&] {
               messages_.status("looking at the files: " + std::to_string(next_) + "/" +
                                std::to_string(files_.size()));
             });
    messages_.status("");
  }

 private:
  std::optional<Work> next() {
    while (next_ < files_.size() && !files_[next_].sha256.empty()) ++next_;
    if (next_ == files_.size()) return std::nullopt;
    PlannedFile& file = files_[next_++];
    Work work;
    work.request = {{{"do", "identify"}}, file.file->path.string()};
    work.label = file.file->name;
    work.done = [this, &file](const Frame& answer, const std::optional<Error>& error) {
      error ? fail(file, *error) : identified(file, answer);
    };
    return work;
  }

  void identified(PlannedFile& file, const Frame& answer) {
    file.sha256 = answer.header.value("sha256", "");
    ledger_.put_file(file.file->name, file.file->stamp, file.sha256);
  }

  void fail(PlannedFile& file, const Error& error) {
    file.report.outcome = Outcome::failed;
    file.report.error = Error(error.code, file.file->path.string(), error.detail);
    messages_.error(*file.report.error);
  }

  Ledger& ledger_;
  Messages& messages_;
  std::vector<PlannedFile>& files_;
  std::size_t next_ = 0;
};

std::vector<PlannedFile> planned(const Inbox& inbox) {
  std::vector<PlannedFile> out;
  for (const InboxFile& file : inbox.documents) {
    out.push_back({&file, "", {}});
    out.back().report.name = file.name;
  }
  return out;
}

}  // namespace

class Batch::State {
 public:
  State(const BatchOptions& options, const Engine& engine, Messages& messages)
      : options_(options),
        engine_(engine),
        messages_(messages),
        ledger_(open_ledger(options.inbox, options.out)) {}

  Inbox list() const {
    std::vector<fs::path> except = options_.except;
    except.push_back(options_.out);
    return list_inbox({options_.inbox, except, options_.follow_links});
  }

  BatchSummary run(const Inbox& inbox) {
    BatchSummary summary;
    std::vector<PlannedFile> files = planned(inbox);
    try {
      work(files, summary);
    } catch (const Error& error) {
      summary.stopped = error;
      messages_.error(error);
    }
    account(inbox, files, summary);
    return summary;
  }

 private:
  void work(std::vector<PlannedFile>& files, BatchSummary& summary) {
    const Interrupt interrupt;
    const auto stop = [&] {
      if (interrupt.asked() && !summary.interrupted)
        messages_.note("ending after the pages in hand; asked again, at once");
      return summary.interrupted = interrupt.asked();
    };
    Pool pool(options_.jobs, engine_, options_.limits);
    Identifying(ledger_, messages_, files).run(pool, stop);
    if (stop()) return;
    plan(files, ledger_, options_);
    DocumentReading({options_, ledger_, messages_, pool}, files, summary).run(stop);
    stop();
    for (const auto& [identity, names] : ledger_.same_identity()) {
      summary.same_number.push_back(identity + ":");
      for (const std::string& name : names) summary.same_number.back() += " " + printable(name);
    }
  }

  static void account(const Inbox& inbox, std::vector<PlannedFile>& files, BatchSummary& summary) {
    for (PlannedFile& file : files) summary.files.push_back(std::move(file.report));
    for (const SkippedFile& file : inbox.skipped)
      summary.files.push_back({file.name, Outcome::skipped, file.why, std::nullopt, 0});
    for (const Error& error : inbox.unreadable)
      summary.files.push_back({error.file, Outcome::failed, "", error, 0});
    std::ranges::sort(summary.files, {}, &FileReport::name);
  }

  const BatchOptions options_;
  const Engine& engine_;
  Messages& messages_;
  Ledger ledger_;
};

Batch::Batch(const BatchOptions& options, const Engine& engine, Messages& messages)
    : state_(std::make_unique<State>(options, engine, messages)) {}

Batch::~Batch() = default;

Inbox Batch::list() const { return state_->list(); }

BatchSummary Batch::run() { return run(list()); }

BatchSummary Batch::run(Inbox inbox) { return state_->run(inbox); }

}  // namespace vanthu
