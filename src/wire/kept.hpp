// SPDX-License-Identifier: Apache-2.0
// What the store keeps of a conversation besides its messages: the state, and the little that the
// inbox shows without reading the messages.
#pragma once
#include "chat/state.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// The last message as a line of the inbox, cut at `preview_code_points_max`.
struct last_line {
  std::uint64_t seq = 0;
  chat::author from = chat::author::visitor;
  std::string text;
  time_point at;
};
inline constexpr std::size_t preview_code_points_max = 140;

struct kept_state {
  chat::state state;
  std::optional<last_line> last;
  std::uint64_t unread = 0;  ///< messages of the visitor that no member of staff has seen
};

/// Versioned JSON for store::turn::state.
std::string to_stored(const kept_state& kept);
/// Unknown fields are ignored, missing ones keep their default. errc::damaged: no JSON object.
result<kept_state> kept_from_stored(std::string_view stored);

/// A conversation as a line of the inbox (`Summary` of the contract), with its request.
struct summary {
  conversation_id id;
  const kept_state* kept = nullptr;  ///< never null; owned by the caller
  std::optional<int> position;
  bool online = false;
};
void write(json_writer& to, const summary& s);
/// `Request` of the contract. Precondition: the state has one.
void write_request(json_writer& to, conversation_id id, const chat::state& state);

}  // namespace frontdesk::wire
