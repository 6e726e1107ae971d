// SPDX-License-Identifier: Apache-2.0
// The store: what survives kill -9. One port, so that SQLite serves one clinic and PostgreSQL a
// group. What the app gives as `sealed_part` or `state` is opaque here (wire writes it) and is
// sealed by the vault.
#pragma once
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/ids.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace frontdesk::store {
namespace asio = boost::asio;

/// One message as stored: `seq` in the open, everything a person wrote inside `sealed_part`.
struct stored_message {
  std::uint64_t seq = 0;
  std::string sealed_part;
};

/// What the inbox must know without opening anything: no text, no contact data.
struct head {
  std::uint8_t status = 0;  ///< chat::status
  std::uint8_t alert = 0;   ///< chat::alert
  std::uint64_t last_seq = 0;
  time_point started_at{}, last_at{};
  std::optional<time_point> waiting_since;
  std::optional<person_id> holder;
  std::uint8_t request_status = 255;  ///< chat::request_status; 255: no request
  bool operator==(const head&) const = default;
};

struct audit_record {
  time_point at;
  std::optional<person_id> who;
  std::string what;   ///< a fixed word such as "conversation.erased"
  std::string about;  ///< an id; never text of a message or contact data
};
/// What the audit trail says of a call: written in the call's own transaction, so that neither is
/// there without the other. Nothing of it is written when the call fails.
using trail = std::vector<audit_record>;

/// One turn of a conversation: its messages, the state after it, and its head.
struct turn {
  conversation_id conversation;
  std::string token_hash;  ///< for the first turn only: BLAKE2b of the visitor's token; creates the
                           ///< conversation
  std::vector<stored_message> messages;  ///< may be empty (a read mark, a status change)
  std::string state;                     ///< sealed too
  store::head head;
  trail noted;
};

struct conversation_record {
  conversation_id id;
  store::head head;
  std::string state;                     ///< opened
  std::vector<stored_message> messages;  ///< opened, all, by seq
};
struct head_record {
  conversation_id id;
  store::head head;
  std::string state;  ///< opened: the inbox shows the last line and the name. Empty: does not open
                      ///< (damaged); one such must not hide all others
};

struct person_record {
  person_id id;
  std::string name, username;
  bool admin = false, disabled = false;
  std::string password;  ///< encoded Argon2id; empty: has not chosen one yet
  std::optional<time_point> last_login;
  long version =
      0;  ///< raised by each change; logins made before end when the password or the role changes
};
/// A one-time link: first admin, invitation, password reset. Only the hash of its token is kept.
struct link_record {
  std::string token_hash;
  std::optional<person_id> person;  ///< nothing: makes the first admin
  time_point expires_at;
};
struct login_record {
  std::string token_hash;
  person_id person;
  time_point created_at, seen_at;
};
struct revision_record {
  long number = 0;
  time_point at;
  std::optional<person_id> by;  ///< nothing: shipped, or edited on disk
  std::string note;
  std::string summary;  ///< one line: what it changed
  std::string files;    ///< the whole rules folder (JSON object: file name -> content); compressing
                        ///< is the store's affair
};

/// A call that creates something and that its sender may repeat (Idempotency-Key), with its answer
/// once it has ended.
struct once_record {
  std::string key_hash;      ///< of who calls, and of the key they chose
  std::string request_hash;  ///< of the call itself: another call under the same key is told
  time_point at;             ///< when it was begun
  std::string answer;        ///< sealed; may hold a one-time link. Empty: has not ended
};

/// A page of a list: give `next` back to go on.
template <class T>
struct page {
  std::vector<T> items;
  std::string next;  ///< empty: that was all
};

/// For /metrics. `writes` / `commits` says how many share one sync.
struct store_figures {
  std::uint64_t writes = 0, commits = 0, failures = 0;
  std::size_t waiting = 0;  ///< calls in the queue now
};

/// All calls are made on the io thread and resume there. Every call may fail with errc::storage
/// (disk or server, nothing done) and errc::busy (queue full or deadline, nothing done).
class store {
 public:
  virtual ~store() = default;

  /// Appends one turn, all or nothing, durable when it returns (SQLite: synchronous=FULL). Calls
  /// that wait at the same time are committed together. One call per conversation at a time (the
  /// hub sees to it). errc::gone: the conversation was erased; errc::conflict: head.last_seq does
  /// not follow what is stored; errc::not_found: no such conversation, and no token to begin one.
  /// errc::damaged: it cannot be opened; nothing was done.
  virtual asio::awaitable<result<void>> append(turn what) = 0;
  /// errc::not_found: none with that id; errc::gone: erased; errc::damaged: does not open.
  virtual asio::awaitable<result<conversation_record>> read(conversation_id id) = 0;
  /// By the hash of the visitor's token. errc::not_found, errc::gone.
  virtual asio::awaitable<result<conversation_id>> find(std::string token_hash) = 0;
  /// Newest activity first. `status`: only that one, if given. `limit` at most 200.
  virtual asio::awaitable<result<page<head_record>>> list(
      std::optional<std::uint8_t> status, std::string cursor, int limit
  ) = 0;
  /// All that are not closed, or were active since `since`, newest first: what the hub holds at
  /// start. At most `limit`.
  virtual asio::awaitable<result<std::vector<head_record>>> active(time_point since, int limit) = 0;
  /// Conversations that have a request with that status (255: any), newest first.
  virtual asio::awaitable<result<page<head_record>>> list_requests(
      std::uint8_t request_status, std::string cursor, int limit
  ) = 0;
  /// Destroys the conversation's key: its rows can never be opened again, here or in a backup made
  /// from now on with this key table. Erasing twice is harmless.
  virtual asio::awaitable<result<void>> erase(conversation_id id, trail noted) = 0;

  virtual asio::awaitable<result<std::vector<person_record>>> people() = 0;
  /// Inserts or replaces by id. errc::conflict: the user name is taken, or `version` is not the
  /// stored one plus one.
  virtual asio::awaitable<result<void>> put_person(person_record who, trail noted) = 0;
  virtual asio::awaitable<result<void>> put_link(link_record link, trail noted) = 0;
  /// Reads and deletes in one transaction. errc::gone: unknown, used or expired at `now`.
  virtual asio::awaitable<result<link_record>> use_link(std::string token_hash, time_point now) = 0;
  virtual asio::awaitable<result<void>> put_login(login_record login, trail noted) = 0;
  virtual asio::awaitable<result<login_record>> find_login(std::string token_hash) = 0;
  virtual asio::awaitable<result<void>> end_login(std::string token_hash, trail noted) = 0;
  virtual asio::awaitable<result<void>> end_logins_of(person_id who) = 0;

  /// Adds a revision; its number is `expected_newest` plus one. errc::conflict: `expected_newest`
  /// is not the newest number any more.
  virtual asio::awaitable<result<long>> add_revision(
      revision_record revision, long expected_newest, trail noted
  ) = 0;
  /// errc::not_found. 0: the newest.
  virtual asio::awaitable<result<revision_record>> revision(long number) = 0;
  /// Newest first, `files` left empty.
  virtual asio::awaitable<result<page<revision_record>>> revisions(
      std::string cursor, int limit
  ) = 0;

  /// For what changes nothing in the store, such as reading a conversation; what does is given its
  /// entries itself. The trail only grows: no call changes or removes an entry.
  virtual asio::awaitable<result<void>> audit(audit_record entry) = 0;
  /// Newest first. errc::bad_request: not a cursor of this list.
  virtual asio::awaitable<result<page<audit_record>>> audits(std::string cursor, int limit) = 0;

  /// Notes that a call begins (`answer` is left out). Nothing: it is the first under its key; else
  /// what is known of the first, and nothing is changed. Of two at the same time one is the first.
  /// Records older than limits::once_kept are forgotten, and beyond limits::once_max the oldest.
  virtual asio::awaitable<result<std::optional<once_record>>> begin_once(once_record call) = 0;
  /// Keeps the answer of a call that was begun. errc::not_found: forgotten meanwhile.
  virtual asio::awaitable<result<void>> end_once(std::string key_hash, std::string answer) = 0;
  /// The call did nothing: its key is free again. An unknown key is harmless.
  virtual asio::awaitable<result<void>> forget_once(std::string key_hash) = 0;

  // The same with nothing to note. Overloads rather than default arguments: those of virtual
  // functions depend on the type through which they are called.
  asio::awaitable<result<void>> erase(conversation_id id) { return erase(id, {}); }
  asio::awaitable<result<void>> put_person(person_record who) {
    return put_person(std::move(who), {});
  }
  asio::awaitable<result<void>> put_link(link_record link) { return put_link(std::move(link), {}); }
  asio::awaitable<result<void>> put_login(login_record login) {
    return put_login(std::move(login), {});
  }
  asio::awaitable<result<void>> end_login(std::string token_hash) {
    return end_login(std::move(token_hash), {});
  }
  asio::awaitable<result<long>> add_revision(revision_record revision, long expected_newest) {
    return add_revision(std::move(revision), expected_newest, {});
  }

  virtual store_figures figures() const { return {}; }

  /// Commits what waits and closes. A call that follows is answered errc::storage.
  virtual void close() = 0;
};

}  // namespace frontdesk::store
