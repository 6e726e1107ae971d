// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_db.hpp"

#include <sqlite3.h>

#include <cassert>
#include <cstring>

namespace frontdesk::store {
namespace {

// A second process (frontdesk user, backup) holds the writer's place for milliseconds.
constexpr int wait_for_writer_ms = 2000;

errc meaning_of(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return errc::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return errc::busy;
    default:
      return errc::storage;
  }
}

[[noreturn]] void fail(sqlite3* db, int code) {
  const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
  const char* text = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  throw sql_failure{make_error_code(meaning_of(code)), extended, text};
}

}  // namespace

// --- statement

statement::~statement() {
  sqlite3_reset(prepared_);
  sqlite3_clear_bindings(prepared_);
}

void statement::check(int code) const {
  if (code != SQLITE_OK) fail(db_, code);
}

statement& statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(prepared_, ++bound_, value));
  return *this;
}
// SQLite copies what is bound: callers give temporaries, and a copy of a row costs 50 ns.
statement& statement::bind_text(std::string_view value) {
  const char* bytes = value.empty() ? "" : value.data();  // a null pointer would bind NULL
  check(sqlite3_bind_text64(prepared_, ++bound_, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8)
  );
  return *this;
}
statement& statement::bind_blob(std::string_view value) {
  const char* bytes = value.empty() ? "" : value.data();
  check(sqlite3_bind_blob64(prepared_, ++bound_, bytes, value.size(), SQLITE_TRANSIENT));
  return *this;
}
statement& statement::bind_null() {
  check(sqlite3_bind_null(prepared_, ++bound_));
  return *this;
}
statement& statement::bind_time(const std::optional<time_point>& value) {
  return value ? bind_time(*value) : bind_null();
}

bool statement::step() {
  const int code = sqlite3_step(prepared_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(db_, code);
  return false;
}
void statement::run() {
  while (step()) {
  }
}

std::int64_t statement::number(int column) const { return sqlite3_column_int64(prepared_, column); }
std::string statement::text(int column) const { return std::string{blob(column)}; }
std::string_view statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(prepared_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
  return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : size};
}
bool statement::null(int column) const {
  return sqlite3_column_type(prepared_, column) == SQLITE_NULL;
}
std::optional<time_point> statement::optional_time(int column) const {
  if (null(column)) return std::nullopt;
  return time(column);
}
void statement::copy_id(int column, std::uint8_t* to, std::size_t size) const {
  const auto bytes = blob(column);
  if (bytes.size() != size) throw sql_failure{make_error_code(errc::damaged), 0, "not an id"};
  std::memcpy(to, bytes.data(), size);
}

// --- database

void database::closer::operator()(sqlite3* db) const {
  [[maybe_unused]] const int code = sqlite3_close(db);
  assert(code == SQLITE_OK);  // a statement outlived its database
}
void database::finalizer::operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }

database::database(const std::filesystem::path& file, const std::string& vfs) : file_(file) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(
      file.c_str(),
      &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      vfs.empty() ? nullptr : vfs.c_str()
  );
  db_.reset(opened);
  if (code != SQLITE_OK) fail(opened, code);
  sqlite3_busy_timeout(opened, wait_for_writer_ms);
  sqlite3_wal_hook(opened, &database::committed, this);  // in place of the automatic checkpoint
}
database::~database() = default;

int database::committed(void* self, sqlite3*, const char*, int pages) {
  static_cast<database*>(self)->log_pages_ = pages;
  return SQLITE_OK;
}

statement database::prepare(const char* sql) {
  auto& kept = prepared_[sql];
  if (!kept) {
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v3(db_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (code != SQLITE_OK) fail(db_.get(), code);
    kept.reset(made);
  }
  return statement{db_.get(), kept.get()};
}

void database::run(const char* sql) {
  const int code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(db_.get(), code);
}

std::int64_t database::number(const char* sql) {
  auto asked = prepare(sql);
  return asked.step() ? asked.number(0) : 0;
}

bool database::checkpoint(bool whole) {
  const int how = whole ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  const int code = sqlite3_wal_checkpoint_v2(db_.get(), nullptr, how, nullptr, nullptr);
  if ((code & 0xff) == SQLITE_BUSY) return false;
  if (code != SQLITE_OK) fail(db_.get(), code);
  log_pages_ = 0;
  return true;
}

// --- transaction

transaction::transaction(database& db) : db_(db) { db_.run("BEGIN IMMEDIATE"); }
transaction::~transaction() {
  if (!open_) return;
  try {
    db_.run("ROLLBACK");
  } catch (const sql_failure&) {
    // After a full disk SQLite has rolled back by itself; the statement then fails, rightly.
  }
}
void transaction::commit() {
  db_.run("COMMIT");
  open_ = false;
}

}  // namespace frontdesk::store
