#include "app/batch/plan.h"

#include <unordered_map>

#include "app/batch/record_file.h"

namespace vanthu {
namespace fs = std::filesystem;
namespace {

class Planner {
 public:
  Planner(Ledger& ledger, const BatchOptions& options) : ledger_(ledger), options_(options) {}

  void plan(std::vector<PlannedFile>& files) {
    for (const PlannedFile& file : files)
      if (!file.sha256.empty()) wanted_[record_name(file.file->name)] = file.sha256;
    for (PlannedFile& file : files)
      if (!file.sha256.empty()) decide(file);
  }

 private:
  void decide(PlannedFile& file) {
    const auto [first, is_new] = first_.try_emplace(file.sha256, file.file->name);
    if (!is_new) {
      file.report.outcome = Outcome::duplicate;
      file.report.note = first->second;
    } else if (const auto content = ledger_.content(file.sha256)) {
      recall(file, *content);
    }
  }

  void recall(PlannedFile& file, const Content& content) const {
    const bool stale = content.fingerprint != options_.fingerprint && !options_.keep_stale;
    if (stale || content.state == ContentState::pending) return;
    if (options_.retry_failed &&
        (content.state == ContentState::failed || content.failed_pages > 0))
      return;
    if (content.state == ContentState::failed) {
      file.report.outcome = Outcome::failed;
      file.report.note = "failed before; --retry-failed tries again";
      file.report.error = Error(error_code(content.error).value_or(ErrorCode::internal),
                                file.file->path.string(), content.detail);
    } else if (has_record(content)) {
      file.report.outcome = Outcome::unchanged;
      file.report.failed_pages = content.failed_pages;
      if (content.name != file.file->name) file.report.note = "read as " + content.name;
    }
  }

  // As written, and not about to be replaced by that of another content whose file has its name.
  bool has_record(const Content& content) const {
    const auto wanted = wanted_.find(content.record);
    if (wanted != wanted_.end() && wanted->second != content.sha256) return false;
    std::error_code error;
    const auto size = fs::file_size(options_.out / content.record, error);
    return !error && size == static_cast<std::uintmax_t>(content.record_size);
  }

  Ledger& ledger_;
  const BatchOptions& options_;
  std::unordered_map<std::string, std::string> first_;   // by content: the file that stands for it
  std::unordered_map<std::string, std::string> wanted_;  // by record: the content of its file
};

}  // namespace

void plan(std::vector<PlannedFile>& files, Ledger& ledger, const BatchOptions& options) {
  Planner(ledger, options).plan(files);
}

}  // namespace vanthu
