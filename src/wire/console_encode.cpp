// SPDX-License-Identifier: Apache-2.0
// What the console gets.
#include "wire/console.hpp"
#include "wire/message.hpp"

namespace frontdesk::wire {
namespace {

void write_staff(json_writer& to, std::span<const presence> staff) {
  to.key("staff").open_array();
  for (const auto& p : staff) {
    to.open_object().field("id", p.who.id.text()).field("name", p.who.name);
    to.field("available", p.available).close_object();
  }
  to.close_array();
}

std::string_view console_code(errc e) {
  switch (e) {
    case errc::bad_request:
      return "bad_request";
    case errc::too_long:
      return "too_long";
    case errc::rate_limited:
      return "rate_limited";
    case errc::unauthorized:
      return "unauthorized";
    case errc::conflict:
      return "conflict";
    case errc::not_found:
    case errc::gone:
      return "not_found";
    case errc::busy:
    case errc::storage:
    case errc::damaged:
    case errc::too_new:
    case errc::input_output:
      break;
  }
  return "busy";
}

void write_message(json_writer& to, const chat::message& m) { write(to, m, reader_of::staff); }

}  // namespace

std::string encode(const inbox_frame& f) {
  json_writer to;
  to.open_object().field("type", "inbox").field("cursor", f.cursor);
  to.key("me").open_object().field("id", f.me.who.id.text()).field("name", f.me.who.name);
  to.field("role", f.admin ? "admin" : "staff").field("available", f.me.available).close_object();
  to.field("time_zone", f.time_zone);
  write_staff(to, f.staff);
  to.key("conversations").open_array();
  for (const auto& s : f.conversations) write(to, s);
  to.close_array().key("requests").open_array();
  for (const auto& s : f.conversations) {
    if (s.kept->state.request) write_request(to, s.id, s.kept->state);
  }
  to.close_array().close_object();
  return to.take();
}

std::string encode_summary(std::uint64_t cursor, const summary& s) {
  json_writer to;
  to.open_object().field("type", "summary").field("cursor", cursor).key("conversation");
  write(to, s);
  to.close_object();
  return to.take();
}

std::string encode_gone(std::uint64_t cursor, conversation_id id) {
  json_writer to;
  to.open_object().field("type", "gone").field("cursor", cursor);
  to.field("conversation", id.text()).close_object();
  return to.take();
}

std::string encode_staff(std::span<const presence> staff) {
  json_writer to;
  to.open_object().field("type", "staff");
  write_staff(to, staff);
  to.close_object();
  return to.take();
}

std::string encode_opened(conversation_id id, std::span<const chat::message> messages) {
  json_writer to;
  to.open_object().field("type", "opened").field("conversation", id.text());
  to.key("messages").open_array();
  for (const auto& m : messages) write_message(to, m);
  to.close_array().close_object();
  return to.take();
}

std::string encode_console_message(conversation_id id, const chat::message& m) {
  json_writer to;
  to.open_object().field("type", "message").field("conversation", id.text()).key("message");
  write_message(to, m);
  to.close_object();
  return to.take();
}

std::string encode_console_typing(conversation_id id, const std::string* staff_name, bool on) {
  json_writer to;
  to.open_object().field("type", "typing").field("conversation", id.text());
  to.field("from", staff_name == nullptr ? "visitor" : "staff");
  if (staff_name != nullptr) to.field("name", *staff_name);
  to.field("on", on).close_object();
  return to.take();
}

std::string encode_console_read(conversation_id id, std::uint64_t seq) {
  json_writer to;
  to.open_object().field("type", "read").field("conversation", id.text());
  to.field("seq", seq).close_object();
  return to.take();
}

std::string encode_console_ack(std::string_view id, std::optional<std::uint64_t> seq) {
  json_writer to;
  to.open_object().field("type", "ack").field("id", id).field("seq", seq).close_object();
  return to.take();
}

std::string encode_console_error(const fault& f, const std::optional<chat::person>& holder) {
  json_writer to;
  to.open_object().field("type", "error").field("code", console_code(f.code));
  to.field("detail", f.sentence).field_unless_empty("id", f.id);
  if (holder) {
    to.key("holder").open_object().field("id", holder->id.text());
    to.field("name", holder->name).close_object();
  }
  to.close_object();
  return to.take();
}

}  // namespace frontdesk::wire
