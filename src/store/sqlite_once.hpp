// SPDX-License-Identifier: Apache-2.0
// Calls that may be repeated, and their answers, in SQLite.
#pragma once
#include "base/limits.hpp"
#include "base/vault.hpp"
#include "store/sqlite_db.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>

namespace frontdesk::store {

/// Store's thread only. What each does stands in store.hpp. All throw sql_failure.
class once_table {
 public:
  /// `db` and `master` outlive it.
  once_table(database& db, const secret_key& master, const limits& bounds)
      : db_(db), master_(master), max_(bounds.once_max), kept_(bounds.once_kept) {}

  /// errc::damaged: the answer that is kept does not open.
  result<std::optional<once_record>> begin(const once_record& call);
  result<void> end(const std::string& key_hash, const std::string& answer);
  result<void> forget(const std::string& key_hash);

 private:
  result<std::optional<once_record>> find(const std::string& key_hash);
  void make_room();

  database& db_;
  const secret_key& master_;
  std::size_t max_;
  std::chrono::milliseconds kept_;
};

}  // namespace frontdesk::store
