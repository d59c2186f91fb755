#include "app/batch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <fstream>
#include <thread>

#include "app/progress.h"

namespace vanthu {
namespace fs = std::filesystem;
namespace {

// Runs work(0) .. work(count - 1) on `jobs` threads.
template <typename F>
void parallel(std::size_t count, unsigned jobs, F work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1u, jobs); ++i)
    threads.emplace_back([&] {
      for (std::size_t n = next++; n < count; n = next++) work(n);
    });
}

bool is_document(const fs::path& file) {
  std::string extension = file.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](unsigned char c) { return std::tolower(c); });
  constexpr std::array known{".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg", ".txt"};
  return std::ranges::find(known, extension) != known.end();
}

fs::path record_path(const BatchOptions& options, const fs::path& file) {
  fs::path path = options.out / file.lexically_relative(options.inbox);
  path += ".json";
  return path;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorCode::not_writable, folder.string(), error.message());
}

// A temporary name and a rename: whoever watches `out` never sees half a record.
void write_whole(const fs::path& path, const std::string& bytes) {
  make_folder(path.parent_path());
  fs::path part = path;
  part += ".part";
  std::ofstream stream(part, std::ios::binary);
  stream << bytes << std::flush;
  std::error_code error;
  if (stream.good()) fs::rename(part, path, error);
  if (!stream.good() || error) {
    fs::remove(part, error);
    throw Error(ErrorCode::not_writable, path.string(), "the record cannot be written");
  }
}

class Batch {
 public:
  Batch(const BatchOptions& options, const Engine& engine, Messages& messages)
      : options_(options),
        engine_(engine),
        messages_(messages),
        files_(inbox_files(options.inbox, options.out)),
        progress_(messages, files_.documents.size()) {
    make_folder(options.out);
    summary_.files = files_.documents.size() + files_.others.size();
    summary_.skipped = files_.others.size();
    for (const fs::path& file : files_.others)
      messages.event({{"event", "skipped"}, {"file", file.string()}}, "");
  }

  BatchSummary run() {
    parallel(files_.documents.size(), options_.jobs,
             [this](std::size_t n) { read(files_.documents[n]); });
    progress_.finish();
    std::ranges::sort(summary_.failed, {}, &Error::file);
    return summary_;
  }

 private:
  void read(const fs::path& file) {
    try {
      const Record record = read_document(file, engine_);
      write_whole(record_path(options_, file), checked_json(record, file).dump(2) + "\n");
      count(file, record);
    } catch (const Error& error) {
      fail(error);
    } catch (const std::exception& error) {
      fail(Error(ErrorCode::internal, file.string(), error.what()));
    }
  }

  void count(const fs::path& file, const Record& record) {
    const std::size_t failed_pages =
        std::ranges::count(record.warnings, "page_failed", &Warning::code);
    {
      const std::lock_guard lock(mutex_);
      ++summary_.done;
      summary_.pages += record.source.pages.size();
      summary_.failed_pages += failed_pages;
      summary_.tasks += record.tasks.size();
      summary_.warnings += record.warnings.size();
    }
    const std::string name = file.lexically_relative(options_.inbox).string();
    progress_.done(name + ": " + std::to_string(record.source.pages.size()) + " pages, " +
                       std::to_string(record.tasks.size()) + " tasks",
                   {{"event", "read"},
                    {"file", file.string()},
                    {"pages", record.source.pages.size()},
                    {"failed_pages", failed_pages},
                    {"tasks", record.tasks.size()},
                    {"warnings", record.warnings.size()}});
  }

  void fail(const Error& error) {
    {
      const std::lock_guard lock(mutex_);
      summary_.failed.push_back(error);
    }
    messages_.error(error);
    progress_.done(error.file + ": failed", {{"event", "failed"}, {"file", error.file}});
  }

  const BatchOptions& options_;
  const Engine& engine_;
  Messages& messages_;
  const InboxFiles files_;
  Progress progress_;
  std::mutex mutex_;
  BatchSummary summary_;
};

}  // namespace

InboxFiles inbox_files(const fs::path& inbox, const fs::path& out) {
  const auto check = [&](const std::error_code& error) {
    if (error) throw Error(ErrorCode::not_readable, inbox.string(), error.message());
  };
  if (!fs::is_directory(inbox)) throw Error(ErrorCode::not_found, inbox.string(), "no such folder");
  InboxFiles files;
  std::error_code error;
  fs::recursive_directory_iterator it(inbox, error);
  check(error);
  for (; it != fs::recursive_directory_iterator(); it.increment(error), check(error)) {
    const bool hidden = it->path().filename().string().starts_with('.');
    if (it->is_directory()) {
      if (hidden || fs::equivalent(it->path(), out, error)) it.disable_recursion_pending();
    } else if (!hidden && !it->is_symlink() && it->is_regular_file()) {
      (is_document(it->path()) ? files.documents : files.others).push_back(it->path());
    }
  }
  std::ranges::sort(files.documents);
  std::ranges::sort(files.others);
  return files;
}

BatchSummary run_batch(const BatchOptions& options, const Engine& engine, Messages& messages) {
  return Batch(options, engine, messages).run();
}

}  // namespace vanthu
