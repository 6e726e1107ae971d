// SPDX-License-Identifier: Apache-2.0
#include "contract/faulty_files.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace frontdesk::store {
namespace {

// SQLite gives szOsFile bytes: ours first, the system's file right behind it.
struct file {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
file* of(sqlite3_file* f) { return reinterpret_cast<file*>(f); }

sqlite3_vfs* real_files() { return sqlite3_vfs_find("unix"); }

bool due() {
  auto& f = faults();
  if (f.fail_at == 0 || --f.fail_at != 0) return false;
  f.failed = true;
  return true;
}

int close(sqlite3_file* f) { return of(f)->real()->pMethods->xClose(of(f)->real()); }
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return of(f)->real()->pMethods->xRead(of(f)->real(), to, size, at);
}
int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  if (faults().full) {
    faults().failed = true;
    return SQLITE_FULL;
  }
  if (due()) {  // a torn write: half of it arrives
    of(f)->real()->pMethods->xWrite(of(f)->real(), from, size / 2, at);
    return SQLITE_IOERR_WRITE;
  }
  return of(f)->real()->pMethods->xWrite(of(f)->real(), from, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  if (due()) return SQLITE_IOERR_TRUNCATE;
  return of(f)->real()->pMethods->xTruncate(of(f)->real(), size);
}
int sync(sqlite3_file* f, int flags) {
  if (due()) return SQLITE_IOERR_FSYNC;
  return of(f)->real()->pMethods->xSync(of(f)->real(), flags);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return of(f)->real()->pMethods->xFileSize(of(f)->real(), size);
}
int lock(sqlite3_file* f, int how) { return of(f)->real()->pMethods->xLock(of(f)->real(), how); }
int unlock(sqlite3_file* f, int how) {
  return of(f)->real()->pMethods->xUnlock(of(f)->real(), how);
}
int check_lock(sqlite3_file* f, int* out) {
  return of(f)->real()->pMethods->xCheckReservedLock(of(f)->real(), out);
}
int control(sqlite3_file* f, int what, void* arg) {
  return of(f)->real()->pMethods->xFileControl(of(f)->real(), what, arg);
}
int sector_size(sqlite3_file* f) { return of(f)->real()->pMethods->xSectorSize(of(f)->real()); }
int traits(sqlite3_file* f) {
  return of(f)->real()->pMethods->xDeviceCharacteristics(of(f)->real());
}
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return of(f)->real()->pMethods->xShmMap(of(f)->real(), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int at, int n, int flags) {
  return of(f)->real()->pMethods->xShmLock(of(f)->real(), at, n, flags);
}
void shm_barrier(sqlite3_file* f) { of(f)->real()->pMethods->xShmBarrier(of(f)->real()); }
int shm_unmap(sqlite3_file* f, int drop) {
  return of(f)->real()->pMethods->xShmUnmap(of(f)->real(), drop);
}

const sqlite3_io_methods methods{
    2,        close,       read,       write,   truncate,    sync,   file_size,
    lock,     unlock,      check_lock, control, sector_size, traits, shm_map,
    shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr,
};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out) {
  auto* made = new (f) file{};
  const int code = real_files()->xOpen(real_files(), name, made->real(), flags, out);
  made->base.pMethods = made->real()->pMethods != nullptr ? &methods : nullptr;
  return code;
}

}  // namespace

file_faults& faults() {
  static file_faults the;
  return the;
}
void file_faults::clear() {
  fail_at = 0;
  full = failed = false;
}

const char* faulty_files() {
  static sqlite3_vfs layer = [] {
    sqlite3_vfs made = *real_files();
    made.zName = "faulty";
    made.szOsFile += static_cast<int>(sizeof(file));
    made.xOpen = open_file;
    return made;
  }();
  sqlite3_vfs_register(&layer, 0);
  faults().clear();
  return layer.zName;
}

}  // namespace frontdesk::store
