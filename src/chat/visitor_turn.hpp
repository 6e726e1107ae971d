// SPDX-License-Identifier: Apache-2.0
// A visitor's message: what is read first, and by whom.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// The order of reading: safety (in every state) - who holds - the choice tapped - a message being
/// left - the form - proposed times - "did you mean" - a wish for another language - the topics.
/// errc::bad_request: neither text nor choice.
error_code say(turn& t, const visitor_says& c);
/// Ends the talk. A message left for staff goes on waiting for its answer.
error_code end(turn& t);
/// errc::bad_request: not 1 to 5.
error_code rate(turn& t, const visitor_rates& c);
/// errc::bad_request if there is no such message yet. Marks never go back.
error_code mark_read_by_visitor(turn& t, std::uint64_t seq);

}  // namespace frontdesk::chat
