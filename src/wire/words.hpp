// SPDX-License-Identifier: Apache-2.0
// The words of the wire for the program's enumerations, and back.
#pragma once
#include "chat/state.hpp"

#include <optional>
#include <string_view>

namespace frontdesk::wire {

std::string_view word(chat::status s);
std::string_view word(chat::author a);
std::string_view word(chat::request_status s);
/// Empty for alert::none: the field is left out then.
std::string_view word(chat::alert a);
std::string_view word(intent::language l);

std::optional<chat::status> status_of(std::string_view word);
std::optional<chat::author> author_of(std::string_view word);
std::optional<chat::request_status> request_status_of(std::string_view word);
chat::alert alert_of(std::string_view word);
/// By the first part of a BCP 47 tag ("es-MX"); English for everything that is not known.
intent::language language_of(std::string_view tag);

}  // namespace frontdesk::wire
