#include "app/batch/ledger.h"

namespace vanthu {
namespace {

constexpr const char* schema =
    "CREATE TABLE IF NOT EXISTS file ("
    "  path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, inode INTEGER, sha256 TEXT"
    ") WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS content ("
    "  sha256 TEXT PRIMARY KEY, state TEXT, name TEXT, size INTEGER, fingerprint TEXT,"
    "  attempts INTEGER, error TEXT, detail TEXT, pages INTEGER, failed_pages INTEGER,"
    "  tasks INTEGER, warnings INTEGER, record TEXT, record_size INTEGER, identity TEXT,"
    "  head TEXT, seconds REAL"
    ") WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS content_identity ON content (identity);"
    "CREATE INDEX IF NOT EXISTS content_record ON content (record);"
    "CREATE TABLE IF NOT EXISTS page ("
    "  sha256 TEXT, number INTEGER, failed INTEGER, scan TEXT, PRIMARY KEY (sha256, number)"
    ");"
    "PRAGMA user_version = 1;";

Database open(const std::filesystem::path& file) {
  Database database(file);
  Statement version = database.prepare("PRAGMA user_version");
  version.step();
  if (version.integer(0) > 1)
    throw Error(ErrorCode::ledger_damaged, file.string(), "written by a later version");
  version.reset();
  database.execute(schema);
  return database;
}

ContentState state_of(const std::string& name) {
  if (name == "done") return ContentState::done;
  return name == "failed" ? ContentState::failed : ContentState::pending;
}

}  // namespace

Ledger::Ledger(const std::filesystem::path& file)
    : database_(open(file)),
      known_hash_(database_.prepare("SELECT sha256 FROM file WHERE path = ? AND size = ? AND "
                                    "mtime_ns = ? AND inode = ?")),
      put_file_(database_.prepare("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)")),
      content_(database_.prepare("SELECT * FROM content WHERE sha256 = ?")),
      begin_(database_.prepare(
          "INSERT INTO content VALUES (?1, 'pending', ?2, ?3, ?4, 1, '', '', 0, 0, 0, 0, ?5, 0, "
          "'', '', 0) "
          "ON CONFLICT (sha256) DO UPDATE SET state = 'pending', name = ?2, attempts = attempts + "
          "1, error = '', detail = '', record = ?5, "
          "head = CASE WHEN fingerprint = ?4 AND name = ?2 THEN head ELSE '' END, "
          "seconds = CASE WHEN state = 'pending' THEN seconds ELSE 0 END, fingerprint = ?4")),
      drop_other_(database_.prepare("DELETE FROM page WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 "
                                    "FROM content WHERE sha256 = ?1 AND fingerprint = ?2)")),
      give_up_record_(
          database_.prepare("UPDATE content SET record = '' WHERE record = ?2 AND sha256 <> ?1")),
      owner_(database_.prepare(
          "SELECT sha256 FROM content WHERE record = ? AND state = 'done' ORDER BY sha256")),
      opened_(database_.prepare("UPDATE content SET head = ?2, pages = ?3 WHERE sha256 = ?1")),
      put_page_(database_.prepare("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)")),
      add_seconds_(
          database_.prepare("UPDATE content SET seconds = seconds + ?2 WHERE sha256 = ?1")),
      pages_(database_.prepare("SELECT number FROM page WHERE sha256 = ?")),
      page_(database_.prepare("SELECT scan FROM page WHERE sha256 = ? AND number = ?")),
      done_(database_.prepare(
          "UPDATE content SET state = 'done', error = '', detail = '', pages = ?2, failed_pages = "
          "?3, tasks = ?4, warnings = ?5, record_size = ?6, identity = ?7, head = '' "
          "WHERE sha256 = ?1")),
      failed_(database_.prepare("UPDATE content SET state = 'failed', error = ?2, detail = ?3, "
                                "head = '' WHERE sha256 = ?1")),
      drop_pages_(database_.prepare("DELETE FROM page WHERE sha256 = ?")),
      same_identity_(database_.prepare(
          "SELECT identity, name FROM content WHERE state = 'done' AND identity IN (SELECT "
          "identity "
          "FROM content WHERE state = 'done' AND identity <> '' GROUP BY identity HAVING count(*) "
          "> 1) ORDER BY identity, name")) {}

std::string Ledger::known_hash(const std::string& path, const FileStamp& stamp) {
  known_hash_(path, stamp.size, stamp.mtime_ns, stamp.inode);
  std::string out = known_hash_.step() ? known_hash_.text(0) : "";
  known_hash_.reset();
  return out;
}

void Ledger::put_file(const std::string& path, const FileStamp& stamp, const std::string& sha256) {
  put_file_(path, stamp.size, stamp.mtime_ns, stamp.inode, sha256).run();
}

std::optional<Content> Ledger::content(const std::string& sha256) {
  const Statement& row = content_(sha256);
  if (!content_.step()) return std::nullopt;
  Content out{.sha256 = row.text(0),
              .state = state_of(row.text(1)),
              .name = row.text(2),
              .size = row.integer(3),
              .fingerprint = row.text(4),
              .attempts = static_cast<int>(row.integer(5)),
              .error = row.text(6),
              .detail = row.text(7),
              .pages = static_cast<int>(row.integer(8)),
              .failed_pages = static_cast<int>(row.integer(9)),
              .tasks = row.integer(10),
              .warnings = row.integer(11),
              .record = row.text(12),
              .record_size = row.integer(13),
              .identity = row.text(14),
              .head = row.text(15),
              .seconds = row.real(16)};
  content_.reset();
  return out;
}

Content Ledger::begin(const Content& content) {
  together([&] {
    drop_other_(content.sha256, content.fingerprint).run();
    give_up_record_(content.sha256, content.record).run();
    begin_(content.sha256, content.name, content.size, content.fingerprint, content.record).run();
  });
  return *this->content(content.sha256);
}

std::string Ledger::owner(const std::string& record) {
  owner_(record);
  std::string out = owner_.step() ? owner_.text(0) : "";
  owner_.reset();
  return out;
}

void Ledger::opened(const std::string& sha256, const std::string& head, int pages) {
  opened_(sha256, head, pages).run();
}

void Ledger::put_page(const std::string& sha256, int number, bool failed, const std::string& scan,
                      double seconds) {
  together([&] {
    put_page_(sha256, number, static_cast<int>(failed), scan).run();
    add_seconds_(sha256, seconds).run();
  });
}

std::set<int> Ledger::pages(const std::string& sha256) {
  std::set<int> out;
  for (pages_(sha256); pages_.step();) out.insert(static_cast<int>(pages_.integer(0)));
  return out;
}

std::string Ledger::page(const std::string& sha256, int number) {
  page_(sha256, number);
  std::string out = page_.step() ? page_.text(0) : "";
  page_.reset();
  return out;
}

void Ledger::done(const Content& content) {
  together([&] {
    done_(content.sha256, content.pages, content.failed_pages, content.tasks, content.warnings,
          content.record_size, content.identity)
        .run();
    drop_pages_(content.sha256).run();
  });
}

void Ledger::failed(const std::string& sha256, const Error& error) {
  together([&] {
    failed_(sha256, std::string(error_name(error.code)), error.detail).run();
    drop_pages_(sha256).run();
  });
}

std::vector<Ledger::SameIdentity> Ledger::same_identity() {
  std::vector<SameIdentity> out;
  for (same_identity_(); same_identity_.step();) {
    const std::string identity = same_identity_.text(0);
    if (out.empty() || out.back().identity != identity) out.push_back({identity, {}});
    out.back().names.push_back(same_identity_.text(1));
  }
  return out;
}

void Ledger::together(const std::function<void()>& calls) {
  database_.execute("BEGIN");
  try {
    calls();
    database_.execute("COMMIT");
  } catch (...) {
    try {
      database_.execute("ROLLBACK");
    } catch (const Error&) {
    }
    throw;
  }
}

}  // namespace vanthu
