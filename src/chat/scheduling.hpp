// SPDX-License-Identifier: Apache-2.0
// What staff do with a consultation request: propose times, confirm one, decline.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

// All three: errc::conflict if somebody else holds the conversation; errc::bad_request if there is
// no such request, or it is withdrawn or declined, or a time is not in the future.

/// 1 to 3 times. The request may be open, proposed or confirmed (a new time for an appointment).
error_code propose(turn& t, const staff_proposes& c);
error_code confirm(turn& t, const staff_confirms& c);
error_code decline(turn& t, const staff_declines& c);

}  // namespace frontdesk::chat
