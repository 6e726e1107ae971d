// SPDX-License-Identifier: Apache-2.0
// The few short answers that the desk's own questions expect: yes, no, never mind, the second one.
// Whole messages only: "no, my number is ..." is a correction, not a no. What is asked freely is
// read by `intent`.
#pragma once
#include "intent/model.hpp"

#include <optional>
#include <string_view>

namespace frontdesk::chat {

bool says_yes(std::string_view text);
bool says_no(std::string_view text);
/// Leaves what was begun: "never mind", "cancel", "olvídelo".
bool says_never_mind(std::string_view text);
/// What follows a "never mind" in front: "never mind, how much is it?"; empty if there is none.
std::string_view behind_never_mind(std::string_view text);
/// None of what was offered: "neither", "none of those", "ninguna".
bool says_none(std::string_view text);
/// Would rather not say, or does not know: "skip", "prefiero no decir".
bool says_skip(std::string_view text);
/// Goes back to the bot while waiting for a person.
bool says_back_to_bot(std::string_view text);
/// "I want to leave a message", "quiero dejar un recado".
bool says_leave_message(std::string_view text);
/// From 1; 0 for none: "the second one", "la primera", "2". -1: the last one.
int ordinal(std::string_view text);
/// Written like a question: a question mark, or a question word in front.
bool like_a_question(std::string_view text);
/// What a correction is about: "change the time", "mi teléfono está mal".
enum class part : unsigned char { none, name, contact, times, returning };
part names_part(std::string_view text);
bool says_change(std::string_view text);
/// Speaks of a visit: "my appointment", "mi cita", "my request".
bool names_visit(std::string_view text);

/// "in English please", "¿habla español?": the language asked for. `other` is one the desk does not
/// have.
struct language_wish {
  std::optional<intent::language> wanted;
  bool other = false;
};
language_wish asks_for_language(std::string_view text);

}  // namespace frontdesk::chat
