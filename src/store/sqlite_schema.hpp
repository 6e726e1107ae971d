// SPDX-License-Identifier: Apache-2.0
// The tables as numbered steps. A step that has been released is never changed; a new one is added.
#pragma once
#include "store/sqlite_db.hpp"

namespace frontdesk::store {

/// The schema that this program writes (PRAGMA user_version).
int newest_schema();

/// Brings the database to version `to`, each step in a transaction of its own.
/// Throws sql_failure; errc::too_new when the file is newer than `newest_schema()`.
void migrate(database& db, int to);

}  // namespace frontdesk::store
