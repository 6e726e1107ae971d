// SPDX-License-Identifier: Apache-2.0
// What staff do in a conversation: take it, hand it back, write, note, close, clear an alert.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// errc::conflict if somebody else holds the conversation: two members of staff must not talk over
/// each other either.
error_code held_by_another(const turn& t, const person& who);

/// From any state, also a closed one. Taking what one holds already changes nothing.
error_code take(turn& t, const person& who);
/// Hands it back to the bot. errc::bad_request if nobody holds it.
error_code release(turn& t, const person& who);
/// A reply needs to hold the conversation (errc::bad_request); a note may be written by anybody,
/// in any state, and is never shown to the visitor.
error_code say(turn& t, const staff_says& c);
error_code close(turn& t, const person& who);
error_code clear_alert(turn& t, const person& who);
/// errc::bad_request if there is no such message yet. Marks never go back.
error_code mark_read_by_staff(turn& t, std::uint64_t seq);

}  // namespace frontdesk::chat
