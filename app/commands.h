#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "app/messages.h"
#include "app/read_document.h"

namespace vanthu {

// The outside world of the command line; tests pass string streams.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  // whether `err` is one
};

// What a command's action is called with.
struct Context {
  Streams& streams;
  Messages& messages;
  const Engine& engine;
};
using Action = std::function<Exit(Context&)>;

using EngineMaker = std::function<Engine(const EngineOptions&)>;

// Options that every command takes, and the action of the one that was chosen.
struct CommandLine {
  CLI::App& app;
  bool json = false;
  EngineOptions engine;
  Action action;

  // A subcommand whose `action` will be run; `example` ends its help.
  CLI::App* add(const std::string& name, const std::string& description, const std::string& example,
                Action action);
};

// Each adds its commands (design.md, "The command line").
void add_read_commands(CommandLine& line);    // read, text
void add_repair_command(CommandLine& line);   // repair
void add_stage_commands(CommandLine& line);   // ingest, normalize, extract
void add_explain_command(CommandLine& line);  // explain
void add_check_command(CommandLine& line);    // check
void add_batch_commands(CommandLine& line);   // batch, watch
void add_date_command(CommandLine& line);     // date

// Runs the program on `arguments` (without its name) and returns the exit status. `make_engine` is
// called once the command line is known to be right.
int run_command_line(std::vector<std::string> arguments, Streams streams,
                     const EngineMaker& make_engine);

// Throws Error where it cannot be read.
std::ifstream open_file(const std::string& file);
// The whole of standard input for "-", else of the file; throws Error.
std::string read_all(const std::string& file, std::istream& in);

// `work` on each file; an Error of one is told and the next goes on. The exit status says how many
// were read.
Exit for_each_file(const std::vector<std::string>& files, Messages& messages,
                   const std::function<void(const std::string&)>& work);

}  // namespace vanthu
