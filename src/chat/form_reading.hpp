// SPDX-License-Identifier: Apache-2.0
// What a message says for the form, and whether it is rather a question to the desk.
#pragma once
#include "chat/heard.hpp"
#include "chat/words.hpp"

#include <string_view>

namespace frontdesk::chat {

/// What may replace a field that has a value already.
enum class overwrite : unsigned char {
  none,
  unless_times,  ///< all but the times, which people mention in passing, unless they are asked for
  all,
};

/// Takes what the words say into the form; whether there was anything.
bool absorb(turn& t, std::string_view text, booking::expected asked, overwrite how);
/// A question that the desk can answer, asked in the middle of the form: "how much is it?", also a
/// bare "price" where a name was asked for. "Can we do Tuesday?" is an answer to "when".
bool is_question_for_desk(const turn& t, const heard& said);
bool is_filled(const form& f, part which);
/// At most four words.
bool short_text(std::string_view text);
/// The fields as the visitor sees them.
std::vector<field> fields_of(const turn& t, const form& f);

/// What the words say, at the clinic's wall clock.
booking::found extract_here(const turn& t, std::string_view text, booking::expected asked);

}  // namespace frontdesk::chat
