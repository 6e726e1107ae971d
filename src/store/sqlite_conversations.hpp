// SPDX-License-Identifier: Apache-2.0
// Conversations in SQLite: the log of turns, the keys, and the projection that lists are made from.
// A turn touches the log's end (and for a new conversation the keys' end) and nothing else; who was
// touched since is remembered here and written to the projection now and then, many at once.
#pragma once
#include "base/vault.hpp"
#include "store/sqlite_db.hpp"
#include "store/sqlite_records.hpp"
#include "store/store.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace frontdesk::store {

/// Store's thread only. Calls that change something are made inside a transaction and are
/// provisional until `committed()`; `rolled_back()` forgets them. All throw sql_failure.
class conversations {
 public:
  /// `live_max`: conversations remembered; `turns_max`: turns between two projections.
  conversations(
      database& db, const secret_key& master, std::size_t live_max, std::size_t turns_max
  );

  /// Reads what the log holds beyond the projection (after kill -9: up to `turns_max` rows).
  void load();

  result<void> append(const turn& what);
  result<void> erase(const conversation_id& id);
  bool projection_due() const;
  void project();
  void committed();
  void rolled_back();
  /// Outside a transaction: forgets conversations beyond `live_max`.
  void trim();

  result<conversation_record> read(const conversation_id& id);
  result<conversation_id> find(const std::string& token_hash);
  result<page<head_record>> list(
      std::optional<std::uint8_t> status, const std::string& cursor, int limit
  );
  result<page<head_record>> list_requests(
      std::uint8_t request_status, const std::string& cursor, int limit
  );
  std::vector<head_record> active(time_point since, int limit);

  /// Whether lists would miss something without `project()`.
  bool behind() const { return !dirty_.empty(); }
  /// A key was destroyed and may still stand in the write-ahead log's file.
  bool wipe_due = false;

 private:
  struct position {
    std::int64_t last_row = 0;
    frontdesk::store::head head;
    bool erased = false;
  };
  struct conversation {
    std::int64_t number = 0;
    conversation_id id;
    std::string token_hash;
    secret_key key;
    position stored, pending;
    bool touched = false;    // by the transaction that is open
    bool dirty = false;      // stored is newer than the projection
    bool projected = false;  // the projection has it at all
    bool opens = true;       // false: its key or head is damaged; it can only be erased
  };
  result<conversation*> known(const conversation_id& id);
  conversation& remember(conversation made);
  result<conversation*> begin(const turn& what);
  bool open_key(conversation& c, std::string_view sealed) const;
  void touch(conversation& c);
  conversation row_of_projection(statement& row) const;
  void load_row(std::int64_t number, std::int64_t row, std::string_view head);
  void project(const conversation& c);
  result<turn_content> content(const conversation& c, std::int64_t row, std::int64_t& previous);
  head_record head_of(conversation c);
  page<head_record> collect(statement& rows, int limit);

  database& db_;
  const secret_key& master_;
  std::size_t live_max_, turns_max_;
  std::int64_t next_row_ = 1, next_number_ = 1;
  std::int64_t stored_next_row_ = 1, stored_next_number_ = 1;
  std::int64_t projected_ = 0;  // the log up to here is in the projection
  bool projecting_ = false;
  std::unordered_map<conversation_id, conversation> live_;
  std::unordered_map<std::string, conversation_id> new_tokens_;  // not in the projection yet
  std::vector<conversation*> touched_, dirty_;
};

/// Position of a list: `<milliseconds>.<number>`. Nothing: not one of ours.
struct list_cursor {
  std::int64_t at = INT64_MAX, number = INT64_MAX;
  static std::optional<list_cursor> parse(const std::string& text);
  std::string text() const;
};

}  // namespace frontdesk::store
