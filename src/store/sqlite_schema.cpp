// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_schema.hpp"

#include <array>
#include <cassert>
#include <string>

namespace frontdesk::store {
namespace {

// 1: conversations. `log` and `keys` are what a turn writes and only ever grow at their ends, so a
// batch of turns touches few pages (measured: a table keyed by conversation and seq is four times
// slower, each commit touching a page for each conversation). `conversations` can be made again
// from the two; meta.projected says up to which row of the log it tells.
constexpr const char* conversations = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE log(
  row INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL,   -- keys.conversation
  previous INTEGER NOT NULL,       -- the same conversation's row before; 0: its first
  head BLOB NOT NULL,              -- store::head (sqlite_records.hpp)
  sealed BLOB NOT NULL);           -- messages and state, bound to all of the above
CREATE TABLE keys(
  conversation INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  token_hash TEXT NOT NULL,
  sealed BLOB NOT NULL,            -- the conversation's key under the master key; zeros once erased
  erased INTEGER NOT NULL DEFAULT 0);
CREATE TABLE conversations(
  conversation INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  token_hash TEXT NOT NULL UNIQUE,
  last_row INTEGER NOT NULL,
  head BLOB NOT NULL,
  status INTEGER NOT NULL,         -- these three repeat the head, for the indexes
  last_at INTEGER NOT NULL,
  request_status INTEGER NOT NULL,
  erased INTEGER NOT NULL);
CREATE INDEX conversations_by_time ON conversations(last_at, conversation) WHERE erased = 0;
CREATE INDEX conversations_by_status ON conversations(status, last_at, conversation)
  WHERE erased = 0;
CREATE INDEX conversations_by_request ON conversations(request_status, last_at, conversation)
  WHERE erased = 0 AND request_status <> 255;
)sql";

// 2: people, their links and logins, revisions of the rules, and who did what.
constexpr const char* people = R"sql(
CREATE TABLE people(
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  username TEXT NOT NULL UNIQUE COLLATE NOCASE,
  admin INTEGER NOT NULL,
  disabled INTEGER NOT NULL,
  password TEXT NOT NULL,
  last_login INTEGER,
  version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE links(
  token_hash TEXT PRIMARY KEY,
  person BLOB,                     -- NULL: makes the first admin
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE logins(
  token_hash TEXT PRIMARY KEY,
  person BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX logins_by_person ON logins(person);
CREATE TABLE revisions(
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by BLOB,
  note TEXT NOT NULL,
  unpacked_bytes INTEGER NOT NULL, -- 0: files is not compressed
  files BLOB NOT NULL);
CREATE TABLE audit(
  row INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who BLOB,
  what TEXT NOT NULL,
  about TEXT NOT NULL);
)sql";

// 3: what a revision changed, in one line, so that the history need not unpack every revision.
constexpr const char* summaries = R"sql(
ALTER TABLE revisions ADD COLUMN summary TEXT NOT NULL DEFAULT '';
)sql";

// 4: the audit trail only grows, whoever holds the pen: an UPDATE or DELETE by a later version, or
// by hand with these triggers in place, fails.
constexpr const char* audit_grows = R"sql(
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
)sql";

// 5: calls that may be repeated, with their answers.
constexpr const char* once = R"sql(
CREATE TABLE once(
  key_hash TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  sealed BLOB) WITHOUT ROWID;      -- the answer under the master key; NULL: has not ended
CREATE INDEX once_by_time ON once(at);
)sql";

constexpr std::array steps{conversations, people, summaries, audit_grows, once};

}  // namespace

int newest_schema() { return static_cast<int>(steps.size()); }

void migrate(database& db, int to) {
  assert(to <= newest_schema());
  const auto found = db.number("PRAGMA user_version");
  if (found > newest_schema()) {
    throw sql_failure{make_error_code(errc::too_new), 0, "schema " + std::to_string(found)};
  }
  for (auto version = static_cast<int>(found) + 1; version <= to; ++version) {
    transaction step{db};
    db.run(steps[static_cast<std::size_t>(version) - 1]);
    db.run(("PRAGMA user_version = " + std::to_string(version)).c_str());
    step.commit();
  }
}

}  // namespace frontdesk::store
