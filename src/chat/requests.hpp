// SPDX-License-Identifier: Apache-2.0
// The consultation request after it was confirmed: sent, shown, answered by times, withdrawn. A
// conversation has at most one that is alive.
#pragma once
#include "chat/turn.hpp"

#include <string_view>

namespace frontdesk::chat {

/// Open, proposed, or confirmed for a time that has not passed.
bool has_live_request(const turn& t);
/// Sends what the form holds. Precondition: the form is filled in.
void send_request(turn& t);
/// Tells how the request stands.
void say_request(turn& t);
/// New times for a live request, or for an appointment made elsewhere.
void reschedule(turn& t, std::string_view text);
/// Withdraws a live request; else takes a message on which appointment it is.
void cancel_visit(turn& t);

/// proposal.<id> or proposal.none; false if it is no such choice.
bool answer_proposal(turn& t, std::string_view choice);
/// The same in words ("the second one", "tuesday works"): the choice id, or nothing.
std::optional<std::string> proposal_in_words(const turn& t, std::string_view text);

request_card card_of(const turn& t, const request& r);
appointment_card appointment_of(const turn& t, const request& r);

}  // namespace frontdesk::chat
