// SPDX-License-Identifier: Apache-2.0
// The frames of the console socket `/v1/console`.
#pragma once
#include "base/limits.hpp"
#include "chat/step.hpp"
#include "wire/kept.hpp"
#include "wire/reader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frontdesk::wire {

inline constexpr const char* console_protocol = "frontdesk.console.v1";

struct console_hello {
  std::uint64_t cursor = 0;  ///< 0: a fresh snapshot
};
struct console_opens {
  conversation_id conversation;
  std::uint64_t after = 0;
};
struct console_leaves {};
struct console_typing {
  conversation_id conversation;
  bool on = false;
};
struct console_available {
  bool on = false;
};
/// Something that is done to a conversation. The command's `who` is filled in by the session: a
/// frame cannot say whose it is. `id` is empty for a read mark only.
struct console_does {
  std::string id;
  conversation_id conversation;
  chat::command what;
};
using console_frame = std::variant<
    console_hello,
    console_opens,
    console_leaves,
    console_typing,
    console_available,
    console_does>;

decoded<console_frame> decode_console(std::string_view frame, const limits& bounds);

/// A member of staff who has a console open.
struct presence {
  chat::person who;
  bool available = false;
};
struct inbox_frame {
  std::uint64_t cursor = 0;
  presence me;
  bool admin = false;
  std::span<const presence> staff;
  std::span<const summary> conversations;
  std::string_view time_zone;  ///< of the clinic, an IANA name
};
/// The requests of the frame are those of its conversations that have one.
std::string encode(const inbox_frame& f);
std::string encode_summary(std::uint64_t cursor, const summary& s);
std::string encode_gone(std::uint64_t cursor, conversation_id id);
std::string encode_staff(std::span<const presence> staff);
std::string encode_opened(conversation_id id, std::span<const chat::message> messages);
std::string encode_console_message(conversation_id id, const chat::message& m);
std::string encode_console_typing(conversation_id id, const std::string* staff_name, bool on);
std::string encode_console_read(conversation_id id, std::uint64_t seq);
std::string encode_console_ack(std::string_view id, std::optional<std::uint64_t> seq);
std::string encode_console_error(const fault& f, const std::optional<chat::person>& holder = {});

}  // namespace frontdesk::wire
