// SPDX-License-Identifier: Apache-2.0
// Opening the data folder: each thing that can stand in the way has a sentence of its own.
#include "store/sqlite_schema.hpp"
#include "store/sqlite_store_class.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace frontdesk::store {
namespace {

namespace fs = std::filesystem;
using boost::system::result;

constexpr std::string_view check_text = "frontdesk master key";
constexpr const char* full_disk = "its disk is full. Free some space and start again.";

[[noreturn]] void refuse(errc code, std::string sentence) {
  throw open_failure{code, std::move(sentence)};
}

std::string name_of(const fs::path& file) { return file.string(); }

// SQLite and the system each have several codes for it; asking the disk is simpler and surer.
bool disk_is_full(const fs::path& folder) {
  constexpr std::uintmax_t enough = 64 * 1024;  // the key and SQLite's shared index need half of it
  std::error_code ec;
  const auto room = fs::space(folder, ec);
  return !ec && room.available < enough;
}

void prepare_folder(const fs::path& folder) {
  std::error_code ec;
  if (!fs::is_directory(folder, ec)) {
    fs::create_directories(folder, ec);
    if (!ec) fs::permissions(folder, fs::perms::owner_all, ec);
  }
  if (ec || !fs::is_directory(folder, ec)) {
    refuse(
        errc::input_output,
        "The data folder " + name_of(folder) + " cannot be made: " + ec.message() + "."
    );
  }
  if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0) {
    refuse(
        errc::input_output,
        "The data folder " + name_of(folder) + " cannot be written by this user."
    );
  }
}

folder_lock lock_folder(const fs::path& folder) {
  auto lock = folder_lock::take(folder);
  if (lock) return std::move(*lock);
  if (lock.error() == errc::conflict) {
    refuse(
        errc::conflict, "Another frontdesk is running on the data folder " + name_of(folder) + "."
    );
  }
  refuse(errc::input_output, "The data folder " + name_of(folder) + " cannot be written.");
}

secret_key master_key(const fs::path& file, const fs::path& database_file) {
  std::error_code ec;
  auto key = read_master_key(file);
  if (!key && key.error() == errc::not_found && !fs::exists(database_file, ec)) {
    key = create_master_key(file);
    if (!key && key.error() == errc::conflict) key = read_master_key(file);  // made meanwhile
  }
  if (key) return *key;
  const auto name = "The master key " + name_of(file);
  if (key.error() == errc::not_found) {
    refuse(
        errc::not_found,
        name + " is missing, and without it nothing in " + name_of(database_file) +
            " can be read. Put the key back from where you keep its copy."
    );
  }
  if (key.error() == errc::unauthorized) {
    refuse(errc::unauthorized, name + " may be read by others. Run: chmod 600 " + name_of(file));
  }
  if (key.error() == errc::damaged) {
    refuse(errc::damaged, name + " is damaged: it must be 64 hexadecimal digits.");
  }
  if (disk_is_full(database_file.parent_path())) {
    refuse(errc::storage, name + " cannot be written: " + full_disk);
  }
  refuse(errc::input_output, name + " cannot be read or written.");
}

void configure(database& db) {
  db.run("PRAGMA journal_mode = WAL");
  // FULL: acknowledged means on disk. NORMAL lost 40 of 2,385 acknowledged messages in a simulated
  // power cut.
  db.run("PRAGMA synchronous = FULL");
  db.run("PRAGMA secure_delete = ON");
  db.run("PRAGMA temp_store = MEMORY");
  db.run("PRAGMA cache_size = -16384");  // 16 MiB: the indexes of a clinic's years fit
}

// quick_check reads the whole file, so a large one is left to `frontdesk doctor`.
void check_file(database& db, const limits& bounds) {
  if (is_clean(db)) return;
  std::error_code ec;
  if (fs::file_size(db.file(), ec) > bounds.start_check_bytes_max) return;
  auto verdict = db.prepare("PRAGMA quick_check(1)");
  if (verdict.step() && verdict.text(0) == "ok") return;
  throw sql_failure{make_error_code(errc::damaged), 0, "quick_check"};
}

// A value sealed under the master key tells at once whether it is the right one.
void check_key(database& db, const secret_key& master, const fs::path& key_file) {
  auto row = db.prepare("SELECT value FROM meta WHERE name = 'check'");
  if (!row.step()) {
    db.prepare("INSERT OR IGNORE INTO meta(name, value) VALUES('check', ?)")
        .bind_blob(seal(master, check_text, "check"))
        .run();
    return;
  }
  const auto opened = open(master, row.blob(0), "check");
  if (opened && *opened == check_text) return;
  refuse(
      errc::unauthorized,
      "The master key " + name_of(key_file) + " is not the one that " + name_of(db.file()) +
          " was sealed with."
  );
}

// A new file is there for sure only when its folder is on disk as well.
void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  [[maybe_unused]] const int synced = ::fsync(fd);
  ::close(fd);
}

open_failure explained(const sql_failure& why, const fs::path& file) {
  const auto name = "The database " + name_of(file);
  if (why.code == errc::damaged) {
    return {errc::damaged, name + " is damaged. Restore it from a backup."};
  }
  if (why.code == errc::too_new) {
    return {
        errc::too_new,
        name + " was written by a newer frontdesk (" + why.text + ", this one knows " +
            std::to_string(newest_schema()) + "). Install that version."};
  }
  if (is_disk_failure(why.sqlite) && disk_is_full(file.parent_path())) {
    return {errc::storage, name + " cannot be opened: " + full_disk};
  }
  return {errc::storage, name + " cannot be used: " + why.text + "."};
}

std::unique_ptr<store> open_parts(
    sqlite_options options, asio::any_io_executor io, const limits& bounds, const clock& time
) {
  const bool serves = options.access == access::serve;
  sqlite_store::parts made;
  prepare_folder(options.folder);
  if (serves) made.lock = lock_folder(options.folder);
  const auto file = options.folder / "frontdesk.db";
  made.master = master_key(options.key_file, file);
  try {
    made.db = std::make_unique<database>(file, options.vfs);
    auto& db = *made.db;
    configure(db);
    migrate(db, newest_schema());
    if (serves) check_file(db, bounds);
    check_key(db, made.master, options.key_file);
    if (serves) {
      set_clean(db, false);
      sync_folder(options.folder);
      pre_grow_log(db, bounds.wal_bytes);
    }
    made.options = std::move(options);
    return std::make_unique<sqlite_store>(std::move(made), std::move(io), bounds, time);
  } catch (const sql_failure& why) {
    throw explained(why, file);
  }
}

}  // namespace

void throw_exception_from_error(const open_failure& failure, const boost::source_location& where) {
  boost::throw_with_location(
      boost::system::system_error{make_error_code(failure.code), failure.sentence}, where
  );
}

result<std::unique_ptr<store>, open_failure> open_sqlite(
    sqlite_options options, asio::any_io_executor io, const limits& bounds, const clock& time
) {
  if (options.key_file.empty()) options.key_file = options.folder / "master.key";
  try {
    return open_parts(std::move(options), std::move(io), bounds, time);
  } catch (open_failure& failure) {
    return std::move(failure);
  }
}

}  // namespace frontdesk::store
