#pragma once
#include <iosfwd>
#include <mutex>
#include <string>

#include "core/error.h"
#include "core/json.h"

namespace vanthu {

// How a command ends (design.md).
enum class Exit { all_read = 0, usage = 1, nothing_read = 2, some_failed = 3 };

// What `done` of `all` documents means for the exit status.
Exit exit_for(std::size_t done, std::size_t all);

// A name for people and terminals: control characters as \n or \x1b, bytes that are not UTF-8
// replaced.
std::string printable(const std::string& name);

// What a command tells its user on standard error: lines for people, or JSON Lines for programs.
// Thread-safe.
class Messages {
 public:
  Messages(std::ostream& err, bool json, bool terminal)
      : err_(err), json_(json), terminal_(terminal) {}

  void error(const Error& error);
  void note(const std::string& text);
  // `event` for programs, `line` for people; an empty line is not printed.
  void event(const Json& event, const std::string& line);
  // Lines on a terminal that the next message or status overwrites; nothing elsewhere.
  void status(const std::string& lines);

  bool json() const { return json_; }
  bool terminal() const { return terminal_; }

 private:
  void write(const std::string& line);
  void clear_status();

  std::ostream& err_;
  const bool json_, terminal_;
  std::mutex mutex_;
  std::size_t status_lines_ = 0;
};

}  // namespace vanthu
