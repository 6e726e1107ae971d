// SPDX-License-Identifier: Apache-2.0
// From the bot to a person and back: waiting, changing one's mind, nobody at the desk, messages
// left for staff. What is said here never promises a person who may not come.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// How long a visitor waits at the screen before the desk says that nobody has come yet; after
/// `wait_max` it stops pretending and goes back to answering. Live-chat visitors are known to leave
/// within a few minutes; a clinic's nurse is rarely free sooner.
inline constexpr std::chrono::minutes wait_told_after{3};
inline constexpr std::chrono::minutes wait_max{15};

/// The visitor wants a person. With staff online they wait; else the desk says so, with the next
/// opening if known, and offers to take a message or a request.
void hand_over(turn& t);
/// As `hand_over`, for what staff must see in any case (a complaint, a patient's symptom): with
/// nobody online the message just written is kept for them.
void hand_over_with_message(turn& t);
/// The visitor changed their mind: the bot goes on alone.
void back_to_bot(turn& t);
/// The visitor is still waiting and asks again, greets, or writes what only a person can answer.
void say_still_waiting(turn& t);

/// Asks for a message to staff; the next text is kept as it is.
void ask_for_message(turn& t);
void keep_message(turn& t);

/// About once a minute while waiting.
error_code tell_if_nobody_came(turn& t);

/// The desk's own state when it leaves the queue, for whatever reason.
void leave_queue(turn& t);
/// Closed: nobody holds, nothing is asked. `key` is what is said about it.
void close_conversation(turn& t, std::string_view key);

/// What may be done when no person is there: leave a message, ask for a visit.
std::vector<intent::choice> ways_without_person(const turn& t);

}  // namespace frontdesk::chat
