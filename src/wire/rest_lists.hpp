// SPDX-License-Identifier: Apache-2.0
// REST bodies on conversations and requests.
#pragma once
#include "wire/kept.hpp"
#include "wire/message.hpp"

#include <span>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// `next` empty: that was all.
std::string encode_summaries(std::span<const summary> items, std::string_view next);
/// The requests of the conversations. Precondition: each has one.
std::string encode_requests(std::span<const summary> items, std::string_view next);
/// One conversation as staff see it, notes and reasons included.
std::string encode_conversation(const summary& s, std::span<const chat::message> messages);

/// Writes `"next":...` of a list.
void write_next(json_writer& to, std::string_view next);

}  // namespace frontdesk::wire
