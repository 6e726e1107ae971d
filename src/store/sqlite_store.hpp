// SPDX-License-Identifier: Apache-2.0
// The store in one SQLite file: nothing to install for one clinic.
#pragma once
#include "base/limits.hpp"
#include "store/store.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace frontdesk::store {

/// Why a store could not be opened: for the program's exit and for whoever reads the terminal.
struct open_failure {
  errc code = errc::storage;
  std::string sentence;  ///< names the file and what to do
};
[[noreturn]] void throw_exception_from_error(
    const open_failure& failure, const boost::source_location& where
);

/// Who opens it.
enum class access {
  serve,  ///< the server: everything, one at a time for a folder
  people  ///< the command line beside a running server: people, links, logins, revisions, audit
};

struct sqlite_options {
  std::filesystem::path folder;    ///< made if it is not there (mode 0700)
  std::filesystem::path key_file;  ///< the master key; empty: `folder`/master.key
  frontdesk::store::access access = access::serve;
  std::string vfs;  ///< SQLite's file layer, for tests; empty: the system's
  /// Told on the io thread of each failure of the database while it runs: SQLite's words, never a
  /// stored value. For the log.
  std::function<void(std::string)> report;
};

/// Opens `folder`/frontdesk.db, or makes it with a new master key. Blocking; `io` is where calls
/// resume; `bounds` is copied and `time` must outlive the store.
/// errc::not_found: the database is there but its master key is not; errc::unauthorized: it is
/// sealed under another key, or others may read the key; errc::damaged; errc::too_new: written by a
/// newer frontdesk; errc::conflict: another server has it; errc::input_output: the folder cannot be
/// used; errc::storage: no space, or the disk failed.
boost::system::result<std::unique_ptr<store>, open_failure> open_sqlite(
    sqlite_options options, boost::asio::any_io_executor io, const limits& bounds, const clock& time
);

}  // namespace frontdesk::store
