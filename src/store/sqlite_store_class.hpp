// SPDX-License-Identifier: Apache-2.0
// The port's calls on SQLite: each is a job for the store's thread. Opening stands in
// sqlite_open.cpp.
#pragma once
#include "store/sqlite_conversations.hpp"
#include "store/sqlite_files.hpp"
#include "store/sqlite_once.hpp"
#include "store/sqlite_people.hpp"
#include "store/sqlite_revisions.hpp"
#include "store/sqlite_store.hpp"
#include "store/worker.hpp"

#include <atomic>

namespace frontdesk::store {

class sqlite_store final : public store {
 public:
  /// What opening has made. The database has the newest schema.
  struct parts {
    sqlite_options options;
    folder_lock lock;
    secret_key master;
    std::unique_ptr<database> db;
  };
  sqlite_store(parts made, asio::any_io_executor io, const limits& bounds, const clock& time);
  ~sqlite_store() override;

  asio::awaitable<result<void>> append(turn what) override;
  asio::awaitable<result<conversation_record>> read(conversation_id id) override;
  asio::awaitable<result<conversation_id>> find(std::string token_hash) override;
  asio::awaitable<result<page<head_record>>> list(
      std::optional<std::uint8_t> status, std::string cursor, int limit
  ) override;
  asio::awaitable<result<std::vector<head_record>>> active(time_point since, int limit) override;
  asio::awaitable<result<page<head_record>>> list_requests(
      std::uint8_t request_status, std::string cursor, int limit
  ) override;
  asio::awaitable<result<void>> erase(conversation_id id, trail noted) override;

  asio::awaitable<result<std::vector<person_record>>> people() override;
  asio::awaitable<result<void>> put_person(person_record who, trail noted) override;
  asio::awaitable<result<void>> put_link(link_record link, trail noted) override;
  asio::awaitable<result<link_record>> use_link(std::string token_hash, time_point now) override;
  asio::awaitable<result<void>> put_login(login_record login, trail noted) override;
  asio::awaitable<result<login_record>> find_login(std::string token_hash) override;
  asio::awaitable<result<void>> end_login(std::string token_hash, trail noted) override;
  asio::awaitable<result<void>> end_logins_of(person_id who) override;

  asio::awaitable<result<long>> add_revision(
      revision_record revision, long expected_newest, trail noted
  ) override;
  asio::awaitable<result<revision_record>> revision(long number) override;
  asio::awaitable<result<page<revision_record>>> revisions(std::string cursor, int limit) override;
  asio::awaitable<result<void>> audit(audit_record entry) override;
  asio::awaitable<result<page<audit_record>>> audits(std::string cursor, int limit) override;
  asio::awaitable<result<std::optional<once_record>>> begin_once(once_record call) override;
  asio::awaitable<result<void>> end_once(std::string key_hash, std::string answer) override;
  asio::awaitable<result<void>> forget_once(std::string key_hash) override;

  store_figures figures() const override;
  void close() override;

 private:
  /// On the store's thread, in the call's transaction: what the trail says of it, if it was done.
  template <class T>
  result<T> note(result<T> done, const trail& noted);
  void commit(const batch& writes);
  void commit_alone(job& write);
  void read_one(job& reads);
  void idle();
  void bring_up_to_date();
  void failed(const sql_failure& why);

  parts made_;
  asio::any_io_executor io_;
  limits limits_;
  conversations conversations_;
  people_tables people_;
  revision_tables revisions_;
  once_table once_;
  std::atomic<std::uint64_t> turns_ = 0, commits_ = 0, failures_ = 0;
  bool closed_ = false;
  worker worker_;  // last: its thread ends before what it uses goes
};

}  // namespace frontdesk::store
