// SPDX-License-Identifier: Apache-2.0
// What a tapped quick reply does. An id that the desk does not know is read as the words on it.
#pragma once
#include "chat/turn.hpp"

namespace frontdesk::chat {

/// False if the choice does nothing in this state: then the message's words are read.
bool tapped(turn& t, const visitor_says& c);
/// Whether the text is nothing but the label of the choice, in either language.
bool is_own_label(const turn& t, const visitor_says& c);

}  // namespace frontdesk::chat
