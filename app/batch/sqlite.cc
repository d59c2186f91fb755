#include "app/batch/sqlite.h"

#include <sqlite3.h>

#include "core/error.h"

namespace vanthu {
namespace {

ErrorCode code_for(int sqlite) {
  switch (sqlite & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::in_use;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return ErrorCode::not_writable;
    default:
      return ErrorCode::ledger_damaged;
  }
}

void check(sqlite3* db, const std::string& file, int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  throw Error(code_for(code), file, db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* db, const std::string& file, const char* sql) : file_(file) {
  sqlite3_stmt* statement = nullptr;
  vanthu::check(db, file, sqlite3_prepare_v2(db, sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) const {
  vanthu::check(sqlite3_db_handle(statement_.get()), file_, code);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  check(code);
  return code == SQLITE_ROW;
}

void Statement::reset() { sqlite3_reset(statement_.get()); }  // its error has been told by step()

void Statement::bind(int place, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), place, value));
}

void Statement::bind(int place, double value) {
  check(sqlite3_bind_double(statement_.get(), place, value));
}

void Statement::bind(int place, const std::string& value) {
  check(sqlite3_bind_text64(statement_.get(), place, value.data(), value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text ? std::string(text, sqlite3_column_bytes(statement_.get(), column)) : "";
}

void Database::Close::operator()(sqlite3* db) const { sqlite3_close(db); }

Database::Database(const std::filesystem::path& file) : file_(file.string()) {
  sqlite3* db = nullptr;
  const int code = sqlite3_open(file.c_str(), &db);
  db_.reset(db);
  check(db, file_, code);
  execute(
      "PRAGMA locking_mode = EXCLUSIVE;"
      "PRAGMA journal_mode = WAL;"
      "PRAGMA synchronous = NORMAL;"
      "BEGIN EXCLUSIVE; COMMIT;");
}

void Database::execute(const char* sql) {
  check(db_.get(), file_, sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr));
}

}  // namespace vanthu
