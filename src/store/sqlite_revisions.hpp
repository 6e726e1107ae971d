// SPDX-License-Identifier: Apache-2.0
// Revisions of the rules, and the audit trail, in SQLite.
#pragma once
#include "store/sqlite_db.hpp"
#include "store/store.hpp"

#include <string>

namespace frontdesk::store {

/// Store's thread only. What each does stands in store.hpp. All throw sql_failure.
class revision_tables {
 public:
  explicit revision_tables(database& db) : db_(db) {}

  result<long> add_revision(const revision_record& revision, long expected_newest);
  result<revision_record> revision(long number);
  result<page<revision_record>> revisions(const std::string& cursor, int limit);
  result<void> audit(const audit_record& entry);
  result<page<audit_record>> audits(const std::string& cursor, int limit);

 private:
  database& db_;
};

}  // namespace frontdesk::store
