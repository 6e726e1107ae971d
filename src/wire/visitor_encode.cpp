// SPDX-License-Identifier: Apache-2.0
// What the visitor's page gets.
#include "wire/message.hpp"
#include "wire/visitor.hpp"

namespace frontdesk::wire {
namespace {

void write_standing(json_writer& to, const standing& s) {
  to.field("status", word(s.status)).field("position", s.position);
  if (s.staff) to.key("staff").open_object().field("name", *s.staff).close_object();
}

}  // namespace

standing standing_of(const chat::state& s, std::optional<int> position) {
  standing out{s.status, std::nullopt, std::nullopt};
  if (s.status == chat::status::waiting && !s.message_left) out.position = position;
  if (s.status == chat::status::staff && s.holder) out.staff = s.holder->name;
  return out;
}

std::string encode(const welcome_frame& f) {
  json_writer to;
  to.open_object().field("type", "welcome").field("conversation", f.conversation.text());
  to.field("token", f.token);
  write_standing(to, f.standing);
  to.key("messages").open_array();
  for (const auto& m : f.messages) {
    if (!m.note) write(to, m, reader_of::visitor);
  }
  to.close_array().key("settings").raw(f.settings).close_object();
  return to.take();
}

std::string encode_ack(std::string_view id, std::uint64_t seq, time_point at) {
  json_writer to;
  to.open_object().field("type", "ack").field("id", id).field("seq", seq).field("at", at);
  to.close_object();
  return to.take();
}

std::string encode_message(const chat::message& m) {
  json_writer to;
  to.open_object().field("type", "message");
  write_fields(to, m, reader_of::visitor);
  to.close_object();
  return to.take();
}

std::string encode_typing(bool on) {
  json_writer to;
  to.open_object().field("type", "typing").field("from", "staff").field("on", on).close_object();
  return to.take();
}

std::string encode_read(std::uint64_t seq) {
  json_writer to;
  to.open_object().field("type", "read").field("seq", seq).close_object();
  return to.take();
}

std::string encode_status(const standing& s) {
  json_writer to;
  to.open_object().field("type", "status");
  write_standing(to, s);
  to.close_object();
  return to.take();
}

std::string encode_forgotten() { return R"({"type":"forgotten"})"; }

std::string_view visitor_code(errc e) {
  switch (e) {
    case errc::too_long:
      return "too_long";
    case errc::rate_limited:
      return "rate_limited";
    case errc::unauthorized:
    case errc::gone:
    case errc::not_found:
      return "unauthorized";
    case errc::busy:
    case errc::storage:
    case errc::damaged:
    case errc::too_new:
    case errc::input_output:
      return "busy";
    case errc::bad_request:
    case errc::conflict:
      break;
  }
  return "bad_request";
}

std::string encode_error(const fault& f, std::optional<std::chrono::milliseconds> retry_after) {
  json_writer to;
  to.open_object().field("type", "error").field("code", visitor_code(f.code));
  to.field("detail", f.sentence).field_unless_empty("id", f.id);
  if (retry_after) to.field("retry_after_ms", retry_after->count());
  to.close_object();
  return to.take();
}

}  // namespace frontdesk::wire
