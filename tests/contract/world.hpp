// SPDX-License-Identifier: Apache-2.0
// The surroundings of a store under test: a folder, a clock set by hand, an io_context run by hand.
// The contract's tests run once for each kind of store in `kinds()`.
#pragma once
#include "base/limits.hpp"
#include "base/vault.hpp"
#include "chat/state.hpp"
#include "store/sqlite_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace frontdesk::store {

/// A new empty folder that goes with it.
class scratch_folder {
 public:
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Where a kind of store keeps what it has; it outlives the store, as a disk does.
class place {
 public:
  virtual ~place() = default;
  virtual std::unique_ptr<store> open(
      asio::any_io_executor io, const limits& bounds, const clock& time
  ) = 0;
};
using kind_of_store = std::shared_ptr<place> (*)();
std::vector<kind_of_store> kinds();

class sqlite_place final : public place {
 public:
  std::unique_ptr<store> open(asio::any_io_executor io, const limits& bounds, const clock& time)
      override;
  boost::system::result<std::unique_ptr<store>, open_failure> try_open(
      asio::any_io_executor io, const limits& bounds, const clock& time
  );
  std::filesystem::path file() const { return folder.path() / "frontdesk.db"; }

  scratch_folder folder;
  sqlite_options options;
};

/// A store in use.
class world {
 public:
  explicit world(std::shared_ptr<place> where) : place_(std::move(where)) { open(); }
  explicit world(kind_of_store kind) : world(kind()) {}
  ~world() { store_.reset(); }

  void open() { store_ = place_->open(io_.get_executor(), bounds, time); }
  void reopen() {
    store_.reset();
    open();
  }
  store& operator*() { return *store_; }
  store* operator->() { return store_.get(); }

  /// Runs one call to its end.
  template <class T>
  T run(asio::awaitable<T> call) {
    std::optional<T> got;
    start(std::move(call), got);
    finish();
    return std::move(got).value();
  }
  /// Begins a call; `into` has its result after `finish()`.
  template <class T>
  void start(asio::awaitable<T> call, std::optional<T>& into) {
    asio::co_spawn(io_, std::move(call), [&into](std::exception_ptr e, T value) {
      if (e) std::rethrow_exception(e);
      into.emplace(std::move(value));
    });
  }
  void finish() {
    io_.restart();
    io_.run();
  }

  limits bounds;
  manual_clock time{time_point{std::chrono::sys_days{std::chrono::year{2026} / 3 / 10}}};

 private:
  std::shared_ptr<place> place_;
  asio::io_context io_{1};
  std::unique_ptr<store> store_;
};

/// The n-th turn of a conversation: one message of the visitor and one of the desk.
class talk {
 public:
  explicit talk(const manual_clock& time) : time_(time) {
    head.started_at = head.last_at = time.now();
  }
  turn next(const std::string& text = "hello");
  turn without_messages() const;

  conversation_id id = conversation_id::random();
  std::string token_hash = frontdesk::token_hash(id.text());
  frontdesk::store::head head;

 private:
  const manual_clock& time_;
};

/// Appends and says whether it went well.
result<void> append(world& w, turn what);
std::vector<std::string> texts(const conversation_record& record);

}  // namespace frontdesk::store
