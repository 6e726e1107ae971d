// SPDX-License-Identifier: Apache-2.0
// The consultation request as a talk: asks what is missing, bears questions and corrections in
// between, shows a summary, and sends only what was confirmed.
#pragma once
#include "chat/heard.hpp"

#include <string_view>

namespace frontdesk::chat {

/// Whether the form waits for an answer (as opposed to: none, or resting).
bool form_waits(const state& s);
/// Starts it, or goes on with a resting one. `text`: the visitor's words, for what they say
/// already.
void begin_form(turn& t, std::string_view text);
/// Starts or goes on with new times for a request that exists; `known` are its other fields.
void begin_form_for_new_times(turn& t, const request& known);
/// For an appointment that this conversation knows nothing of; the topic's answer has asked which.
void begin_form_for_other_appointment(turn& t, std::string_view text);
/// Keeps what was filled in and asks nothing until the visitor comes back to it.
void rest_form(turn& t);
void drop_form(turn& t);

/// Reads a message as an answer to the form; false if it is something else (a question in the
/// middle), which is then read as any message. Precondition: form_waits.
bool form_takes(turn& t, const heard& said);
/// Whether a topic's own action has put the form's next question already.
bool asks_itself(const intent::topic* topic);
/// Asks the open question again after something else was said.
void ask_again(turn& t);
/// The message was neither an answer nor anything the desk knows.
void form_missed(turn& t);
/// form.confirm, form.change ...; false if it is none of these, or the form does not wait for it.
bool form_choice(turn& t, std::string_view id);

}  // namespace frontdesk::chat
