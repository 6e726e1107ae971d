// SPDX-License-Identifier: Apache-2.0
// A connection to a SQLite file and its statements: the only place that touches SQLite's C calls.
#pragma once
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/ids.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace frontdesk::store {

/// What SQLite refused. Thrown on the store's thread only and caught where a job ends, so that the
/// code of each job reads straight on; the io thread sees an error_code.
struct sql_failure {
  error_code code;   ///< errc::storage, damaged or busy
  int sqlite = 0;    ///< SQLite's extended result code
  std::string text;  ///< SQLite's own words: never holds bound values
};

/// A prepared statement in use: bind in order, step, read columns in order. Reset when it goes.
class statement {
 public:
  explicit statement(sqlite3* db, sqlite3_stmt* prepared) : db_(db), prepared_(prepared) {}
  ~statement();
  statement(const statement&) = delete;
  statement& operator=(const statement&) = delete;

  statement& bind(std::int64_t value);
  statement& bind_text(std::string_view value);
  statement& bind_blob(std::string_view value);
  statement& bind_null();
  statement& bind_time(time_point value) { return bind(value.time_since_epoch().count()); }
  statement& bind_time(const std::optional<time_point>& value);
  template <class Tag>
  statement& bind_id(const basic_id<Tag>& id) {
    return bind_blob({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
  }
  template <class Tag>
  statement& bind_id(const std::optional<basic_id<Tag>>& id) {
    return id ? bind_id(*id) : bind_null();
  }

  /// The next row; false: there is none.
  bool step();
  /// For statements that give no rows.
  void run();

  std::int64_t number(int column) const;
  std::string text(int column) const;
  /// Bytes of a blob: valid until the next step.
  std::string_view blob(int column) const;
  bool null(int column) const;
  time_point time(int column) const {
    return time_point{std::chrono::milliseconds{number(column)}};
  }
  std::optional<time_point> optional_time(int column) const;
  /// Throws sql_failure (damaged) if the blob is not an id.
  template <class Tag>
  basic_id<Tag> id(int column) const {
    basic_id<Tag> out;
    copy_id(column, out.bytes.data(), out.bytes.size());
    return out;
  }
  template <class Tag>
  std::optional<basic_id<Tag>> optional_id(int column) const {
    if (null(column)) return std::nullopt;
    return id<Tag>(column);
  }

 private:
  void copy_id(int column, std::uint8_t* to, std::size_t size) const;
  void check(int code) const;
  sqlite3* db_;
  sqlite3_stmt* prepared_;
  int bound_ = 0;
};

/// One connection. One thread at a time.
class database {
 public:
  /// Opens or creates `file`. `vfs`: SQLite's name of another file layer (tests put faults there).
  /// Throws sql_failure.
  database(const std::filesystem::path& file, const std::string& vfs);
  ~database();
  database(const database&) = delete;
  database& operator=(const database&) = delete;

  /// Prepared once for each `sql`, which must be a literal: its address is the key.
  statement prepare(const char* sql);
  /// Several statements without values or rows.
  void run(const char* sql);
  std::int64_t number(const char* sql);

  /// Moves what the write-ahead log holds into the database file. `whole`: also empties the log's
  /// file. False: another process reads; try again later.
  bool checkpoint(bool whole);
  /// Pages of the write-ahead log after the newest commit.
  int log_pages() const { return log_pages_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  struct closer {
    void operator()(sqlite3* db) const;
  };
  struct finalizer {
    void operator()(sqlite3_stmt* s) const;
  };
  static int committed(void* self, sqlite3*, const char*, int pages);

  std::filesystem::path file_;
  int log_pages_ = 0;
  std::unique_ptr<sqlite3, closer> db_;
  std::map<const char*, std::unique_ptr<sqlite3_stmt, finalizer>> prepared_;
};

/// Begins at once as a writer; rolls back unless `commit` was reached.
class transaction {
 public:
  explicit transaction(database& db);
  ~transaction();
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  /// Durable when it returns.
  void commit();

 private:
  database& db_;
  bool open_ = true;
};

}  // namespace frontdesk::store
