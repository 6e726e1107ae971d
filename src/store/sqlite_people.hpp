// SPDX-License-Identifier: Apache-2.0
// People, one-time links and logins in SQLite.
#pragma once
#include "store/sqlite_db.hpp"
#include "store/store.hpp"

#include <string>
#include <vector>

namespace frontdesk::store {

/// Store's thread only. What each does stands in store.hpp. All throw sql_failure.
class people_tables {
 public:
  explicit people_tables(database& db) : db_(db) {}

  std::vector<person_record> people();
  result<void> put_person(const person_record& who);
  result<void> put_link(const link_record& link);
  result<link_record> use_link(const std::string& token_hash, time_point now);
  result<void> put_login(const login_record& login);
  result<login_record> find_login(const std::string& token_hash);
  result<void> end_login(const std::string& token_hash);
  result<void> end_logins_of(const person_id& who);

 private:
  database& db_;
};

}  // namespace frontdesk::store
