// SPDX-License-Identifier: Apache-2.0
// The hub: a mailbox for each conversation. Commands of one conversation are taken one at a time;
// each is decided by chat::step, stored, and only then sent to everybody who looks on.
#pragma once
#include "app/conversation.hpp"
#include "app/inbox.hpp"
#include "app/presence.hpp"
#include "app/rules_source.hpp"
#include "chat/queue.hpp"
#include "net/metrics.hpp"
#include "net/task_group.hpp"
#include "store/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace frontdesk::app {
namespace asio = boost::asio;

/// What the metrics show. Counts since the start.
struct hub_counts {
  std::uint64_t turns = 0, repeats = 0, refused = 0, store_failures = 0, alerts = 0;
  net::histogram turn_seconds;  ///< from a command's arrival to its acknowledgement
};

/// io thread only. Outlives every session.
class hub {
 public:
  /// All of them outlive it. A turn uses the same rules from beginning to end.
  hub(net::task_group& tasks,
      store::store& where,
      const clock& time,
      const limits& bounds,
      const rules_source& rules);

  /// Reads the conversations that matter into the inbox and the queue. Before anything else.
  asio::awaitable<result<void>> start();
  /// About once a minute: visitors who wait in vain, lines that do not matter any more.
  void minute_passed();

  // Visitors.
  /// A conversation of its own for a new visitor; nothing is stored before its first message.
  void begin(const conversation_id& id, std::string token_hash, chat::state first);
  /// The conversation of a token, in memory and loaded. errc::not_found, errc::gone, errc::storage;
  /// errc::damaged: what is stored of this one cannot be opened, today or later (logged once).
  asio::awaitable<result<conversation_id>> find(std::string token_hash);
  /// Leaves memory if nobody looks on and nothing is under way: for whoever asked for it with
  /// `find` and did not attach.
  void forget_if_idle(const conversation_id& id);
  /// From now on the page gets what happens. Precondition: begun, or found a moment ago.
  void attach(const conversation_id& id, net::web_socket& page);
  void detach(const conversation_id& id, net::web_socket& page);
  void visitor_types(const conversation_id& id, bool on);
  /// Erases it for ever; pages and consoles are told. `by`: a member of staff (REST); nothing: the
  /// visitor's own wish. Takes its turn in the mailbox: what is being written is erased as well.
  /// errc::not_found; errc::busy, errc::storage: nothing was done.
  asio::awaitable<result<void>> erase(conversation_id id, std::optional<person_id> by);

  /// Puts a command into the mailbox; `done` is called later, once, on the io thread. `once`: the
  /// sender's id of a command without a message of its own; a repeat of it, while the conversation
  /// is in memory, does nothing.
  void submit(
      const conversation_id& id,
      chat::command what,
      const net::web_socket* from,
      when_done done,
      std::string once = {}
  );

  // Consoles.
  void console_came(console& c, const chat::person& who);
  void console_left(console& c, const chat::person& who);
  void set_available(const chat::person& who, bool on);
  /// Loads it and sends what came after `after`; then what happens. errc as `find`.
  asio::awaitable<result<void>> watch(
      conversation_id id, std::uint64_t after, std::shared_ptr<console> by
  );
  void unwatch(const conversation_id& id, console& by);
  void staff_types(
      const conversation_id& id, const chat::person& who, bool on, const console& from
  );

  // What is there.
  const conversation* find_loaded(const conversation_id& id) const;
  std::optional<int> position(const conversation_id& id) const { return queue_.position(id); }
  bool staff_online() const { return presence_.anybody(); }
  const presence_list& presence() const { return presence_; }
  const app::inbox& lines() const { return inbox_; }
  intent::rules_ptr rules() const { return rules_.current(); }
  const clock& time() const { return time_; }
  const limits& bounds() const { return bounds_; }
  store::store& storage() { return store_; }
  net::task_group& tasks() { return tasks_; }
  const hub_counts& counts() const { return counts_; }
  std::size_t in_memory() const { return all_.size(); }
  std::size_t waiting() const { return queue_.in_order().size(); }

 private:
  using conversation_ptr = std::shared_ptr<conversation>;

  conversation_ptr get(const conversation_id& id);
  asio::awaitable<error_code> load(conversation_ptr c);
  /// `reason` without spaces, and without anything of what is stored.
  void report_unreadable(const conversation_id& id, const std::string& reason);
  asio::awaitable<void> work(conversation_ptr c);
  void put(const conversation_id& id, conversation::command command);
  asio::awaitable<void> take(conversation_ptr c, conversation::command command);
  asio::awaitable<error_code> erase_now(conversation_ptr c, std::optional<person_id> by);
  bool answered_before(const conversation& c, const conversation::command& command);
  void remember_read_mark(conversation& c, chat::state changed, const chat::command& what);

  // After the commit (hub_send.cpp).
  void send_turn(
      conversation& c,
      const chat::state& before,
      const chat::step_result& r,
      const net::web_socket* from
  );
  void send_status(conversation& c);
  void update_inbox(conversation& c);
  void update_queue(const conversation_id& id, const chat::state& now);
  void send_positions();
  void send_to_consoles(const net::shared_text& what);
  void send_staff();

  net::task_group& tasks_;
  store::store& store_;
  const clock& time_;
  const limits& bounds_;
  const rules_source& rules_;
  std::unordered_map<conversation_id, conversation_ptr> all_;
  std::unordered_set<console*> consoles_;
  std::unordered_set<conversation_id> unreadable_;  // in the log already
  chat::waiting_queue queue_;
  presence_list presence_;
  app::inbox inbox_;
  hub_counts counts_;
};

}  // namespace frontdesk::app
