// SPDX-License-Identifier: Apache-2.0
// A message as JSON: for the visitor, for staff, and for the store.
#pragma once
#include "chat/state.hpp"
#include "wire/reader.hpp"
#include "wire/writer.hpp"

#include <string>
#include <string_view>

namespace frontdesk::wire {

/// Notes, the reasons of an answer and the ids of staff are for staff only.
enum class reader_of { visitor, staff };

/// Writes the message as one object. Precondition: a visitor is never given a note.
void write(json_writer& to, const chat::message& m, reader_of whom);
/// Only its fields, into an object that is open.
void write_fields(json_writer& to, const chat::message& m, reader_of whom);

/// `Why` of the contract as the field `why`, and a card as the field `card`, into an open object.
void write_why(json_writer& to, const chat::why& w);
void write_card(json_writer& to, const chat::card& card);

/// What the store keeps of a message besides its seq: staff's form and the tapped choice.
std::string to_stored(const chat::message& m);
/// Unknown fields are ignored and missing ones are empty, so an older or newer program reads it.
/// errc::damaged: no JSON object, or without an author.
result<chat::message> from_stored(std::uint64_t seq, std::string_view stored);

/// `2026-03-10`, and back.
std::string to_text(std::chrono::year_month_day day);
std::optional<std::chrono::year_month_day> day_of(std::string_view text);

}  // namespace frontdesk::wire
