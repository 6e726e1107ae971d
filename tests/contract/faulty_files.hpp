// SPDX-License-Identifier: Apache-2.0
// A file layer for SQLite whose n-th write or sync fails, or whose disk is full: it passes all else
// on to the system's.
#pragma once
#include <atomic>

namespace frontdesk::store {

/// The same for all files of the layer: a test uses one store at a time.
struct file_faults {
  std::atomic<long> fail_at{0};     ///< the n-th write, sync or truncation from now fails; 0: none
  std::atomic<bool> full{false};    ///< every write fails for lack of space
  std::atomic<bool> failed{false};  ///< a fault was met
  void clear();
};
file_faults& faults();

/// Registers the layer once and returns its name, for sqlite_options::vfs.
const char* faulty_files();

}  // namespace frontdesk::store
