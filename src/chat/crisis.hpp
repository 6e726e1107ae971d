// SPDX-License-Identifier: Apache-2.0
// Somebody may be in danger: the numbers at once, staff alerted, the talk kept open, and no small
// talk afterwards.
#pragma once
#include "chat/turn.hpp"

#include <string_view>

namespace frontdesk::chat {

/// Answers a safety topic in any state of the conversation. `because` goes into the record.
void answer_danger(turn& t, const std::string& topic, chat::why because);
/// Whether a danger to life was seen and staff have not cleared it: small talk is over till then.
bool after_crisis(const state& s);
/// In place of small talk after a crisis.
void say_quietly(turn& t);
/// Notes a topic that staff must see at once; a graver alert is never replaced by a lesser one.
void raise_alert(turn& t, std::string_view topic);

}  // namespace frontdesk::chat
