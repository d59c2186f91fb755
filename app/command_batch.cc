#include <ostream>
#include <thread>

#include "app/batch.h"
#include "app/commands.h"

namespace vanthu {
namespace {

std::string summary_text(const BatchSummary& summary) {
  const auto count = [](std::size_t n, const std::string& what) {
    return std::to_string(n) + " " + what;
  };
  std::string out = count(summary.files, "files: ") + count(summary.done, "read, ") +
                    count(summary.failed.size(), "failed, ") +
                    count(summary.skipped, "no documents; ") + count(summary.pages, "pages (") +
                    count(summary.failed_pages, "failed), ") + count(summary.tasks, "tasks, ") +
                    count(summary.warnings, "warnings");
  for (const Error& error : summary.failed) out += "\n  " + std::string(error.what());
  return out;
}

Json summary_json(const BatchSummary& summary) {
  Json failed = Json::array();
  for (const Error& error : summary.failed)
    failed.push_back({{"file", error.file},
                      {"code", error_name(error.code)},
                      {"detail", error.detail},
                      {"advice", error_advice(error.code)}});
  return {{"event", "summary"},
          {"files", summary.files},
          {"read", summary.done},
          {"failed", std::move(failed)},
          {"skipped", summary.skipped},
          {"pages", summary.pages},
          {"failed_pages", summary.failed_pages},
          {"tasks", summary.tasks},
          {"warnings", summary.warnings}};
}

}  // namespace

void add_batch_command(CommandLine& line) {
  const auto options = std::make_shared<BatchOptions>();
  options->jobs = std::max(1u, std::thread::hardware_concurrency());
  CLI::App* command =
      line.add("batch", "A folder of documents to one record file each",
               "vanthu batch inbox --out records --jobs 4", [options](Context& context) {
                 const BatchSummary summary = run_batch(*options, context.engine, context.messages);
                 context.messages.event(summary_json(summary), summary_text(summary));
                 return exit_for(summary.done, summary.done + summary.failed.size());
               });
  command->add_option("INBOX", options->inbox, "Folder, read with its subfolders")->required();
  command->add_option("--out", options->out, "Folder for the records")->required();
  command->add_option("--jobs", options->jobs, "Documents read at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
}

}  // namespace vanthu
