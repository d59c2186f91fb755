#include <thread>

#include "app/batch/batch.h"
#include "app/batch/fingerprint.h"
#include "app/batch/pool.h"
#include "app/batch/watch.h"
#include "app/commands.h"

namespace vanthu {
namespace {

struct BatchArguments {
  BatchOptions options;
  std::uint64_t memory_mb = 1024;
  double page_time = 120, idle_time = 60;  // seconds
  std::string stale = "redo";
  bool show_sandbox = false;
};

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

BatchOptions completed(const BatchArguments& arguments, const EngineOptions& engine_options,
                       const Engine& engine) {
  BatchOptions options = arguments.options;
  options.limits = {arguments.memory_mb << 20, milliseconds(arguments.page_time),
                    milliseconds(arguments.idle_time)};
  options.keep_stale = arguments.stale == "keep";
  options.fingerprint = fingerprint(engine, engine_options);
  return options;
}

void show_sandbox(const BatchOptions& options, Context& context) {
  for (const std::string& line : sandbox_report(context.engine, options.limits))
    context.messages.event({{"event", "sandbox"}, {"text", line}}, line);
}

Exit run_batch(const BatchOptions& options, Context& context) {
  if (!std::filesystem::is_directory(options.inbox))  // before an output folder is made for it
    throw Error(ErrorCode::not_found, options.inbox.string(), "no such folder");
  const BatchSummary summary = Batch(options, context.engine, context.messages).run();
  context.messages.event(to_json(summary), to_text(summary));
  return exit_for(summary);
}

void add_limit_options(CLI::App& command, BatchArguments& arguments) {
  command.add_option("--jobs", arguments.options.jobs, "Worker processes")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command.add_option("--memory", arguments.memory_mb, "Megabytes that a worker may use, 0 for all")
      ->check(CLI::Range(0, 1 << 20))
      ->capture_default_str();
  command
      .add_option("--page-time", arguments.page_time,
                  "Seconds of the processor that a page may take")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      .add_option("--idle-time", arguments.idle_time,
                  "Seconds that a worker may go without using the processor")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command.add_flag("--sandbox", arguments.show_sandbox,
                   "Show what holds the workers back from memory, files and network");
}

void add_redo_options(CLI::App& command, BatchArguments& arguments) {
  command.add_flag("--follow-links", arguments.options.follow_links,
                   "Take symbolic links for the files and folders they lead to");
  command.add_flag("--retry-failed", arguments.options.retry_failed,
                   "Try again what failed before, whole documents or pages");
  command
      .add_option("--stale", arguments.stale,
                  "Records that another engine, model or option has made: redo or keep them")
      ->check(CLI::IsMember({"redo", "keep"}))
      ->capture_default_str();
}

std::shared_ptr<BatchArguments> default_arguments() {
  auto arguments = std::make_shared<BatchArguments>();
  arguments->options.jobs = std::max(1u, std::thread::hardware_concurrency());
  return arguments;
}

void add_folders(CLI::App& command, BatchArguments& arguments) {
  command.add_option("INBOX", arguments.options.inbox, "Folder, read with its subfolders")
      ->required();
  command.add_option("--out", arguments.options.out, "Folder for the records and the ledger")
      ->required();
}

struct WatchArguments {
  double interval = 5, quiet = 10;  // seconds
  bool move = false;
};

Exit run_watch(const BatchOptions& batch, const WatchArguments& arguments, Context& context) {
  watch({batch, milliseconds(arguments.interval), milliseconds(arguments.quiet), arguments.move},
        context.engine, context.messages);
  return Exit::all_read;
}

void add_batch(CommandLine& line) {
  const auto arguments = default_arguments();
  CLI::App* command =
      line.add("batch", "A folder of documents to one record file each; goes on where it stopped",
               "vanthu batch inbox --out records --jobs 4", [arguments, &line](Context& context) {
                 const BatchOptions options = completed(*arguments, line.engine, context.engine);
                 if (arguments->show_sandbox) show_sandbox(options, context);
                 return run_batch(options, context);
               });
  add_folders(*command, *arguments);
  add_limit_options(*command, *arguments);
  add_redo_options(*command, *arguments);
}

void add_watch(CommandLine& line) {
  const auto arguments = default_arguments();
  const auto watch = std::make_shared<WatchArguments>();
  CLI::App* command = line.add(
      "watch", "A folder that documents come to, read as they come; until SIGTERM",
      "vanthu watch inbox --out records --move", [arguments, watch, &line](Context& context) {
        return run_watch(completed(*arguments, line.engine, context.engine), *watch, context);
      });
  add_folders(*command, *arguments);
  command->add_option("--interval", watch->interval, "Seconds between looks at the folder")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      ->add_option("--quiet", watch->quiet, "Seconds that a file must not have changed to be taken")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_flag("--move", watch->move,
                    "Move files to done/ or failed/ in the inbox, the error beside those");
  add_limit_options(*command, *arguments);
  add_redo_options(*command, *arguments);
}

}  // namespace

void add_batch_commands(CommandLine& line) {
  add_batch(line);
  add_watch(line);
}

}  // namespace vanthu
