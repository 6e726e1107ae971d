// SPDX-License-Identifier: Apache-2.0
// The whole behaviour of a conversation as one pure function: (state, command, surroundings) ->
// state and messages. Who holds a conversation is part of the state, so a bot answer can only come
// from a turn in which the bot holds.
#pragma once
#include "base/error.hpp"
#include "chat/state.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace frontdesk::chat {

// What a visitor does.
struct visitor_says {
  std::string id, text, choice;  ///< choice: id of the quick reply that was tapped, or empty
  std::string notice;            ///< version of the privacy notice, or empty
};
struct visitor_ends {};
struct visitor_rates {
  int value = 0;
};
struct visitor_read {
  std::uint64_t seq = 0;
};
// What staff do. Taking, handing back, closing and answering need a person who may.
struct staff_takes {
  person who;
};
struct staff_releases {
  person who;
};
struct staff_says {
  person who;
  std::string id, text;
  bool note = false;
};
struct staff_closes {
  person who;
};
struct staff_proposes {
  person who;
  request_id request;
  std::vector<time_point> times;
};
struct staff_confirms {
  person who;
  request_id request;
  time_point at;
};
struct staff_declines {
  person who;
  request_id request;
};
struct staff_clears_alert {
  person who;
};
struct staff_read {
  std::uint64_t seq = 0;
};
/// Time has passed (sent about once a minute to waiting conversations): nobody came, offer a
/// message and a call back.
struct time_passes {};

using command = std::variant<
    visitor_says,
    visitor_ends,
    visitor_rates,
    visitor_read,
    staff_takes,
    staff_releases,
    staff_says,
    staff_closes,
    staff_proposes,
    staff_confirms,
    staff_declines,
    staff_clears_alert,
    staff_read,
    time_passes>;

/// What a step sees of the world.
struct surroundings {
  time_point now;
  const intent::rules* rules = nullptr;  ///< never null
  bool staff_online = false;             ///< somebody takes waiting visitors
  /// The place in the queue that this visitor has or would get now, from 1; nothing: not known,
  /// then no number is named.
  std::optional<int> position;
  /// Whoever holds the conversation has a console open. If not (gone home, disabled), anybody on
  /// the staff may take it over: no visitor is left with somebody who is not there.
  bool holder_online = true;
};

/// What follows. `said` are the messages of this turn in order, seq assigned, beginning with the
/// visitor's or staff member's own. Everything is stored in one transaction before anything is
/// sent.
struct step_result {
  chat::state state;
  std::vector<message> said;
  bool alert_raised = false;     ///< sound the alarm on every console
  bool queue_changed = false;    ///< positions of waiting visitors are to be sent again
  bool request_changed = false;  ///< state.request is new or has another status
};

/// Pure: same arguments, same result; ids come in with `fresh`. Errors (nothing changes):
/// errc::conflict: somebody else holds it (state.holder says who); errc::bad_request: not possible
/// in this state (no such request, text empty, more than 3 times ...).
result<step_result> step(
    const state& before, const command& what, const surroundings& around, const request_id& fresh
);

}  // namespace frontdesk::chat
