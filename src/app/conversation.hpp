// SPDX-License-Identifier: Apache-2.0
// One conversation while it is in memory: its state and messages, what waits to be done, and who
// looks on.
#pragma once
#include "net/web_socket.hpp"
#include "wire/console.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontdesk::app {

/// How a command ended, for whoever gave it.
struct outcome {
  error_code failure;    ///< nothing was done
  std::string sentence;  ///< why, for the peer, when there is more to say than the code
  std::optional<chat::person> holder;  ///< errc::conflict: who was first
  std::uint64_t seq = 0;               ///< of the command's own message; 0 if it has none
  time_point at{};                     ///< when that was written
};
using when_done = std::function<void(const outcome&)>;

/// A console that watches a conversation, or just has the inbox. io thread only.
class console {
 public:
  virtual ~console() = default;
  virtual void send(net::shared_text what) = 0;
  /// Called about once a minute: whether the login still stands.
  virtual void minute_passed() = 0;
};

struct conversation {
  struct command {
    chat::command what;
    when_done done;
    std::string
        once;  ///< the sender's id of a command that makes no message of its own; may be empty
    const net::web_socket* from =
        nullptr;          ///< the visitor's page it came from: it has its own message already
    bool erases = false;  ///< no chat::command: the whole conversation goes
    std::optional<person_id> erased_by;  ///< nothing: the visitor's own wish
    std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
  };

  conversation_id id;
  std::string token_hash;  ///< until the first turn is stored
  bool stored = false;     ///< its first turn is on disk
  bool loaded = false;     ///< state and log are what is on disk
  bool erased = false;
  bool working = false;  ///< a coroutine takes commands out of the mailbox
  int loading = 0;       ///< coroutines that wait for what is on disk
  std::shared_ptr<const wire::kept_state> kept = std::make_shared<wire::kept_state>();
  std::vector<chat::message> log;
  std::unordered_map<std::string, std::uint64_t>
      by_sender_id;  ///< "v:", "s:" or "c:" and the id -> seq (0 for commands)
  std::deque<command> mailbox;
  std::vector<net::web_socket*> pages;  ///< the visitor's open pages
  std::vector<console*> watchers;

  const chat::state& state() const { return kept->state; }
  bool in_use() const {
    return working || loading > 0 || !mailbox.empty() || !pages.empty() || !watchers.empty();
  }
};

}  // namespace frontdesk::app
