// SPDX-License-Identifier: Apache-2.0
// From what was understood to what is said and done.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// The record of a reading, to be kept with what is said because of it.
chat::why record(const turn& t, const intent::explanation& seen);

/// Acts on a reading: answers, asks back, or falls back. Precondition: the bot holds.
void act_on(turn& t, const intent::explanation& seen, std::string_view text);
/// Answers one topic as if it had been asked for, and does its action. `text`: the visitor's
/// words, for what they already say (a name, wished times).
void act_on_topic(turn& t, const std::string& topic, std::string_view text, chat::why because);
/// Only the words of a topic, without its action; false if there were none to say (the desk then
/// has said so and offered a person).
bool say_answer(turn& t, const intent::topic& about, chat::why because);

}  // namespace frontdesk::chat
