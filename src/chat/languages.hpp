// SPDX-License-Identifier: Apache-2.0
// Which language the desk writes: what the visitor asked for, else what they write.
#pragma once
#include "chat/turn.hpp"

#include <string_view>

namespace frontdesk::chat {

/// Asked for, by words or by a choice: said and kept.
void use_language(turn& t, intent::language wanted);
/// "In English please", "¿habla español?"; false if the message is no such wish.
bool language_asked(turn& t, std::string_view text);
/// Follows the language that the visitor writes. A single word such as "no" or "ok" is no language.
void follow_language(turn& t, const intent::reading& seen, std::string_view text);

}  // namespace frontdesk::chat
