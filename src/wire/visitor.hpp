// SPDX-License-Identifier: Apache-2.0
// The frames of the visitor socket `/v1/chat`.
#pragma once
#include "base/limits.hpp"
#include "chat/step.hpp"
#include "wire/reader.hpp"
#include "wire/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frontdesk::wire {

inline constexpr const char* visitor_protocol = "frontdesk.v1";

struct visitor_hello {
  std::optional<std::string> token;  ///< from an earlier welcome
  std::uint64_t after = 0;           ///< the last seq that the page has
  std::string locale, page, notice;
};
struct visitor_typing {
  bool on = false;
};
struct visitor_forgets {};

using visitor_frame = std::variant<
    visitor_hello,
    visitor_typing,
    visitor_forgets,
    chat::visitor_says,
    chat::visitor_read,
    chat::visitor_ends,
    chat::visitor_rates>;

/// Reads one frame from the visitor. Strict in what it knows, unknown fields are ignored.
decoded<visitor_frame> decode_visitor(std::string_view frame, const limits& bounds);

/// How a conversation stands, for the visitor. The queue's position is named only while a person
/// is expected.
struct standing {
  chat::status status = chat::status::bot;
  std::optional<int> position;
  std::optional<std::string> staff;  ///< name of who holds it
};
standing standing_of(const chat::state& s, std::optional<int> position);

struct welcome_frame {
  conversation_id conversation;
  std::string_view token;
  wire::standing standing;
  std::span<const chat::message> messages;  ///< notes among them are left out
  std::string_view settings;                ///< as JSON, from settings.hpp
};
std::string encode(const welcome_frame& f);
std::string encode_ack(std::string_view id, std::uint64_t seq, time_point at);
/// Precondition: no note.
std::string encode_message(const chat::message& m);
std::string encode_typing(bool on);
std::string encode_read(std::uint64_t seq);
std::string encode_status(const standing& s);
std::string encode_forgotten();
std::string encode_error(
    const fault& f, std::optional<std::chrono::milliseconds> retry_after = std::nullopt
);
/// The contract's word for a refusal on the visitor's socket.
std::string_view visitor_code(errc e);

}  // namespace frontdesk::wire
