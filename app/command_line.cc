#include <fstream>
#include <iterator>
#include <map>
#include <ostream>

#include "app/commands.h"

namespace vanthu {
namespace {

void add_common_options(CommandLine& line) {
  line.app.add_flag("--json", line.json, "Messages as JSON Lines on standard error");
  const std::map<std::string, TextLayerPolicy> policies{{"auto", TextLayerPolicy::automatic},
                                                        {"always", TextLayerPolicy::always},
                                                        {"never", TextLayerPolicy::never}};
  line.app
      .add_option("--text-layer", line.engine.text_layer,
                  "Use of a PDF's own text: auto measures it page by page, always believes it, "
                  "never recognises every page")
      ->transform(CLI::CheckedTransformer(policies))
      ->option_text("auto|always|never");
  line.app.add_flag("!--no-repair", line.engine.repair, "Leave garbled words as they were read");
  line.app.add_option("--model", line.engine.model, "Language model of the repair")
      ->option_text("FILE");
  line.app
      .add_option("--grammar", line.engine.grammar,
                  "Folder of tables with units, kinds, headers and deadline phrases of your own")
      ->option_text("DIR");
  line.app
      .add_option("--lexicon", line.engine.lexicons, "TSV of words that the repair should know")
      ->option_text("FILE")
      ->expected(1)
      ->take_all();
}

Exit run_action(CommandLine& line, Streams& streams, const EngineMaker& make_engine) {
  Messages messages(streams.err, line.json, streams.terminal);
  try {
    const Engine engine = make_engine(line.engine);
    Context context{streams, messages, engine};
    return line.action(context);
  } catch (const Error& error) {
    messages.error(error);
  } catch (const std::exception& error) {
    messages.error(Error(ErrorCode::internal, "", error.what()));
  }
  return Exit::nothing_read;
}

}  // namespace

CLI::App* CommandLine::add(const std::string& name, const std::string& description,
                           const std::string& example, Action action) {
  CLI::App* command = app.add_subcommand(name, description);
  command->footer("Example:\n  " + example);
  command->fallthrough();  // common options may stand after the command
  command->callback([this, action = std::move(action)] { this->action = action; });
  return command;
}

int run_command_line(std::vector<std::string> arguments, Streams streams,
                     const EngineMaker& make_engine) {
  CLI::App app("Reads scanned Vietnamese plans and decrees into JSON records.", "vanthu");
  app.set_version_flag("--version", "vanthu " VANTHU_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 all read, 1 wrong usage, 2 nothing could be read, 3 some could not.\n"
      "`vanthu COMMAND --help` has an example of each.");
  CommandLine line{.app = app, .engine = {}, .action = {}};
  add_common_options(line);
  add_read_commands(line);
  add_batch_commands(line);
  add_explain_command(line);
  add_check_command(line);
  add_repair_command(line);
  add_stage_commands(line);
  add_date_command(line);
  try {
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, streams.out, streams.err);
    return static_cast<int>(code == 0 ? Exit::all_read : Exit::usage);
  }
  return static_cast<int>(run_action(line, streams, make_engine));
}

std::ifstream open_file(const std::string& file) {
  if (std::filesystem::is_directory(file)) throw Error(ErrorCode::is_directory, file, "a folder");
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw Error(std::filesystem::exists(file) ? ErrorCode::not_readable : ErrorCode::not_found,
                file, "cannot be opened");
  return stream;
}

std::string read_all(const std::string& file, std::istream& in) {
  if (file == "-") return {std::istreambuf_iterator<char>(in), {}};
  std::ifstream stream = open_file(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Exit for_each_file(const std::vector<std::string>& files, Messages& messages,
                   const std::function<void(const std::string&)>& work) {
  std::size_t done = 0;
  for (const std::string& file : files) {
    try {
      work(file);
      ++done;
    } catch (const Error& error) {
      messages.error(error.file.empty() ? Error(error.code, file, error.detail, error.page)
                                        : error);
    } catch (const std::exception& error) {
      messages.error(Error(ErrorCode::internal, file, error.what()));
    }
  }
  return exit_for(done, files.size());
}

}  // namespace vanthu
