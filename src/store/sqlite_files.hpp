// SPDX-License-Identifier: Apache-2.0
// What opening and the running store do with files beside SQLite: the folder's lock, the size of
// the write-ahead log, the mark of a clean end.
#pragma once
#include "store/sqlite_db.hpp"

#include <filesystem>
#include <utility>

namespace frontdesk::store {

/// Holds `folder`/frontdesk.lock: two servers on one folder would number their turns alike.
class folder_lock {
 public:
  folder_lock() = default;
  ~folder_lock();
  folder_lock(folder_lock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  folder_lock& operator=(folder_lock&& other) noexcept;
  /// errc::conflict: somebody else holds it; errc::input_output: the file cannot be written.
  static result<folder_lock> take(const std::filesystem::path& folder);

 private:
  int fd_ = -1;
};

/// Fills the write-ahead log's file with zeros up to `bytes`. While it grows, each fdatasync waits
/// for the file system's journal (4 ms against 0.1 ms, measured). Zeros are no valid frames. Never
/// fails: it is for speed only; a disk without that much room is left as it is. Takes the writer's
/// place meanwhile: `frontdesk user` may append to the same file.
void pre_grow_log(database& db, std::size_t bytes);

/// Whether the last server that used it ended well.
bool is_clean(database& db);
void set_clean(database& db, bool clean);

/// SQLite's code says that the disk is full or does not read or write: trying again at once is no
/// use.
bool is_disk_failure(int sqlite_code);

}  // namespace frontdesk::store
