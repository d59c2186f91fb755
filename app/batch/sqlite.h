#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace vanthu {

// A prepared statement, used again and again: bind with (), then step row by row or run().
class Statement {
 public:
  Statement(sqlite3* db, const std::string& file, const char* sql);

  // Starts anew with these parameters (integers, doubles, strings, which must outlive the steps).
  template <typename... Args>
  Statement& operator()(const Args&... args) {
    reset();
    int place = 0;
    (bind(++place, args), ...);
    return *this;
  }
  bool step();  // true where there is a row
  void run() {
    while (step()) {
    }
    reset();
  }
  void reset();  // ends reading before the last row
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;

 private:
  void bind(int place, std::int64_t value);
  void bind(int place, int value) { bind(place, static_cast<std::int64_t>(value)); }
  void bind(int place, double value);
  void bind(int place, const std::string& value);
  void check(int code) const;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::string file_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// An SQLite database of one's own: opened in exclusive mode, in which no second process gets in and
// no shared memory is needed (network drives), with a write-ahead log, so that a kill or a power
// cut leaves it as it was after some transaction. Throws Error everywhere: in_use, not_writable
// (no permission, disk full), ledger_damaged.
class Database {
 public:
  explicit Database(const std::filesystem::path& file);

  void execute(const char* sql);
  Statement prepare(const char* sql) { return {db_.get(), file_, sql}; }

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  std::string file_;
  std::unique_ptr<sqlite3, Close> db_;
};

}  // namespace vanthu
