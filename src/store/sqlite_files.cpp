// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_files.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace frontdesk::store {

folder_lock::~folder_lock() {
  if (fd_ >= 0) ::close(fd_);
}
folder_lock& folder_lock::operator=(folder_lock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

result<folder_lock> folder_lock::take(const std::filesystem::path& folder) {
  folder_lock lock;
  const auto file = folder / "frontdesk.lock";
  lock.fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock.fd_ < 0) return make_error_code(errc::input_output);
  if (::flock(lock.fd_, LOCK_EX | LOCK_NB) == 0) return lock;
  return make_error_code(errno == EWOULDBLOCK ? errc::conflict : errc::input_output);
}

namespace {

void fill_with_zeros(const std::filesystem::path& file, std::size_t bytes) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  struct stat about {};
  const std::vector<char> zeros(256 * 1024);
  auto at = ::fstat(fd, &about) == 0 ? static_cast<std::size_t>(about.st_size) : bytes;
  while (at < bytes) {
    const auto count = std::min(zeros.size(), bytes - at);
    const auto written = ::pwrite(fd, zeros.data(), count, static_cast<off_t>(at));
    if (written <= 0) {
      // Not enough room: give it back, or the first thing we do is to fill the disk.
      [[maybe_unused]] const int given_back = ::ftruncate(fd, about.st_size);
      break;
    }
    at += static_cast<std::size_t>(written);
  }
  [[maybe_unused]] const int synced = ::fdatasync(fd);
  ::close(fd);
}

}  // namespace

void pre_grow_log(database& db, std::size_t bytes) {
  auto file = db.file();
  file += "-wal";
  try {
    const transaction alone{db};
    fill_with_zeros(file, bytes);
  } catch (const sql_failure&) {
    // Another process is writing; the log grows by itself.
  }
}

bool is_clean(database& db) {
  return db.number("SELECT value FROM meta WHERE name = 'clean'") != 0;
}
void set_clean(database& db, bool clean) {
  db.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES('clean', ?)")
      .bind(clean ? 1 : 0)
      .run();
}

bool is_disk_failure(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
      return true;
    default:
      return false;
  }
}

}  // namespace frontdesk::store
