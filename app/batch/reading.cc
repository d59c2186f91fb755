#include "app/batch/reading.h"

#include <algorithm>

#include "app/batch/record_file.h"
#include "app/batch/worker.h"

namespace vanthu {
namespace {

std::size_t to_read(const std::vector<PlannedFile>& files) {
  return std::ranges::count_if(
      files, [](const PlannedFile& file) { return file.report.outcome == Outcome::left; });
}

// Trouble with the file as it lies there now, not with its content.
bool is_passing(ErrorCode code) {
  return code == ErrorCode::changed || code == ErrorCode::not_found ||
         code == ErrorCode::not_readable;
}

}  // namespace

struct DocumentReading::Document {
  PlannedFile* file;
  Content content;
  std::set<int> to_read = {};  // pages
  int in_hand = 0;             // requests
  bool open = false;           // its pages are known
  bool ended = false;

  bool has_work() const {
    if (ended) return false;
    if (!open) return in_hand == 0;
    return !to_read.empty() || in_hand == 0;
  }
};

DocumentReading::DocumentReading(const Place& place, std::vector<PlannedFile>& files,
                                 BatchSummary& summary)
    : options_(place.options),
      ledger_(place.ledger),
      messages_(place.messages),
      pool_(place.pool),
      files_(files),
      summary_(summary),
      progress_(place.messages, to_read(files)),
      at_hand_(pool_.states().size()) {}

DocumentReading::~DocumentReading() = default;

void DocumentReading::run(const std::function<bool()>& stop) {
  pool_.run([&](std::size_t worker) { return stop() ? std::nullopt : next_work(worker); },
            [&] { progress_.tick(pool_.states()); });
  progress_.finish();
}

std::optional<Work> DocumentReading::next_work(std::size_t worker) {
  std::erase_if(documents_, [](const auto& d) { return d->ended && d->in_hand == 0; });
  Document* document = with_work(worker);
  if (!document) return std::nullopt;
  at_hand_[worker] = document->content.sha256;
  if (!document->open) return open(*document);
  return document->to_read.empty() ? finish(*document) : page(*document);
}

// The worker's own document, else a new one, else the oldest.
DocumentReading::Document* DocumentReading::with_work(std::size_t worker) {
  for (const auto& document : documents_)
    if (document->content.sha256 == at_hand_[worker] && document->has_work()) return document.get();
  if (documents_.size() < 2 * at_hand_.size())
    if (Document* document = begin_next()) return document;
  const auto it = std::ranges::find_if(documents_, [](const auto& d) { return d->has_work(); });
  return it == documents_.end() ? nullptr : it->get();
}

DocumentReading::Document* DocumentReading::begin_next() {
  while (next_ < files_.size() && files_[next_].report.outcome != Outcome::left) ++next_;
  if (next_ == files_.size()) return nullptr;
  PlannedFile& file = files_[next_++];
  Content content;
  content.sha256 = file.sha256;
  content.name = file.file->name;
  content.size = file.file->stamp.size;
  content.fingerprint = options_.fingerprint;
  content.record = record_for(file);
  documents_.push_back(std::make_unique<Document>(Document{&file, ledger_.begin(content)}));
  Document& document = *documents_.back();
  if (!document.content.head.empty()) opened(document);
  return &document;
}

std::string DocumentReading::record_for(PlannedFile& file) {
  for (int number = 1;; ++number) {
    std::string record = record_name(numbered(file.file->name, number).string());
    const std::string owner = ledger_.owner(record);
    if (owner.empty() || owner == file.sha256) return record;
    if (options_.keep_others) continue;
    file.report.note = "its record replaces that of what had this name before";
    return record;
  }
}

// The common part of a request; `done` is still to be given.
Work DocumentReading::work_for(Document& document, const std::string& what) {
  ++document.in_hand;
  Work work;
  work.request = {{{"do", what}, {"sha256", document.content.sha256}},
                  document.file->file->path.string()};
  work.label = document.file->file->name;
  return work;
}

Work DocumentReading::open(Document& document) {
  Work work = work_for(document, "open");
  work.done = [this, &document](const Frame& answer, const std::optional<Error>& error) {
    --document.in_hand;
    if (error) return fail(document, *error);
    document.content.head = answer.body;
    document.content.pages = answer.header.value("pages", 0);
    ledger_.opened(document.content.sha256, document.content.head, document.content.pages);
    opened(document);
  };
  return work;
}

void DocumentReading::opened(Document& document) {
  document.open = true;
  for (int n = 1; n <= document.content.pages; ++n) document.to_read.insert(n);
  for (const int n : ledger_.pages(document.content.sha256)) document.to_read.erase(n);
}

Work DocumentReading::page(Document& document) {
  const int number = *document.to_read.begin();
  document.to_read.erase(number);
  Work work = work_for(document, "page");
  work.request.header["number"] = number;
  work.label += ", page " + std::to_string(number) + "/" + std::to_string(document.content.pages);
  work.done = [this, &document, number](const Frame& answer, const std::optional<Error>& error) {
    --document.in_hand;
    page_read(document, number, answer, error);
  };
  return work;
}

void DocumentReading::page_read(Document& document, int number, const Frame& answer,
                                const std::optional<Error>& error) {
  if (error && error->code == ErrorCode::engine_missing) throw *error;
  if (document.ended) return;
  if (error && is_passing(error->code)) return fail(document, *error);
  const std::string& sha256 = document.content.sha256;
  ledger_.put_page(sha256, number, error || answer.header.value("failed", false),
                   error ? failed_page(number, *error) : answer.body,
                   answer.header.value("seconds", 0.0));
  progress_.page();
}

Work DocumentReading::finish(Document& document) {
  Work work = work_for(document, "finish");
  const Content& content = document.content;
  work.request.header["pages"] = content.pages;
  work.request.body = content.head;
  work.pages = 1 + content.pages / 10;
  work.label += ", record";
  work.following = [this, &content](std::size_t n) -> std::optional<Frame> {
    const int number = static_cast<int>(n) + 1;
    if (number > content.pages) return std::nullopt;
    return Frame{Json::object(), ledger_.page(content.sha256, number)};
  };
  work.done = [this, &document](const Frame& answer, const std::optional<Error>& error) {
    --document.in_hand;
    error ? fail(document, *error) : finished(document, answer);
  };
  return work;
}

void DocumentReading::finished(Document& document, const Frame& answer) {
  Content& content = document.content;
  write_record(options_.out / content.record, answer.body);
  content.failed_pages = answer.header.value("failed_pages", 0);
  content.tasks = answer.header.value("tasks", 0);
  content.warnings = answer.header.value("warnings", 0);
  content.identity = answer.header.value("identity", "");
  content.record_size = static_cast<std::int64_t>(answer.body.size());
  ledger_.done(content);
  FileReport& report = document.file->report;
  report.outcome = Outcome::done;
  report.failed_pages = content.failed_pages;
  summary_.pages += content.pages;
  summary_.failed_pages += content.failed_pages;
  summary_.tasks += content.tasks;
  summary_.warnings += content.warnings;
  messages_.event({{"event", "read"},
                   {"file", report.name},
                   {"record", content.record},
                   {"pages", content.pages},
                   {"failed_pages", content.failed_pages},
                   {"tasks", content.tasks},
                   {"warnings", content.warnings}},
                  "");
  end(document);
}

void DocumentReading::fail(Document& document, const Error& error) {
  if (error.code == ErrorCode::engine_missing) throw error;
  if (document.ended) return;
  const InboxFile& file = *document.file->file;
  FileReport& report = document.file->report;
  report.outcome = Outcome::failed;
  report.note.clear();
  report.error = Error(error.code, file.path.string(), error.detail);
  if (is_passing(error.code))
    ledger_.put_file(file.name, {}, "");
  else
    ledger_.failed(document.content.sha256, error);
  messages_.error(*report.error);
  end(document);
}

void DocumentReading::end(Document& document) {
  document.ended = true;
  progress_.document();
}

}  // namespace vanthu
