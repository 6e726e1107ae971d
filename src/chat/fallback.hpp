// SPDX-License-Identifier: Apache-2.0
// What is said when a message was not understood, or could mean two things.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// One rung a miss in a row: say it another way, a person, a person or a message.
void fall_back(turn& t, const intent::reading& seen, chat::why because);
/// "Did you mean": the topics as choices; the answer is expected next.
void ask_which(turn& t, const intent::reading& seen, chat::why because);
/// The topic that a short answer to "did you mean" names ("the second one", its label), or nothing.
std::optional<std::string> picked(const turn& t, std::string_view text);

}  // namespace frontdesk::chat
