// SPDX-License-Identifier: Apache-2.0
#include "wire/rest_people.hpp"

namespace frontdesk::wire {
namespace {

constexpr std::size_t depth_max = 4;
// Whether a name or a password does is decided in app, with better words.
constexpr std::size_t text_bytes_max = 4096;

// Reads the body of one kind with `fill`, which takes the reader and what is to be filled.
template <class Body, class Fill>
decoded<Body> decode(std::string_view text, Fill fill) {
  const auto object = parse_object(text, depth_max);
  if (!object) return fault{errc::bad_request, "The body is not a JSON object.", {}};
  object_reader from{*object};
  Body body;
  fill(from, body);
  if (!from.good()) return *from.why();
  return body;
}

std::string text(object_reader& from, std::string_view name) {
  return from.text(name, text_bytes_max);
}

bool is_admin(object_reader& from, const std::string& role) {
  if (role != "admin" && role != "staff") from.blame("role", "is neither staff nor admin");
  return role == "admin";
}

std::string_view role(const member& m) { return m.admin ? "admin" : "staff"; }

void write(json_writer& to, const member& m) {
  to.open_object().field("id", m.id.text()).field("name", m.name).field("username", m.username);
  to.field("role", role(m)).field("disabled", m.disabled).key("last_login");
  m.last_login ? to.value(*m.last_login) : to.null();
  to.close_object();
}

}  // namespace

decoded<login_body> decode_login(std::string_view body) {
  return decode<login_body>(body, [](object_reader& from, login_body& to) {
    to.username = text(from, "username");
    to.password = text(from, "password");
  });
}
decoded<first_admin_body> decode_first_admin(std::string_view body) {
  return decode<first_admin_body>(body, [](object_reader& from, first_admin_body& to) {
    to.token = text(from, "token");
    to.name = text(from, "name");
    to.username = text(from, "username");
    to.password = text(from, "password");
  });
}
decoded<password_body> decode_password(std::string_view body) {
  return decode<password_body>(body, [](object_reader& from, password_body& to) {
    to.old_password = text(from, "old");
    to.new_password = text(from, "new");
  });
}
decoded<invite_body> decode_invite(std::string_view body) {
  return decode<invite_body>(body, [](object_reader& from, invite_body& to) {
    to.token = text(from, "token");
    to.password = text(from, "password");
  });
}
decoded<new_member_body> decode_new_member(std::string_view body) {
  return decode<new_member_body>(body, [](object_reader& from, new_member_body& to) {
    to.name = text(from, "name");
    to.username = text(from, "username");
    to.admin = is_admin(from, text(from, "role"));
  });
}
decoded<member_patch_body> decode_member_patch(std::string_view body) {
  return decode<member_patch_body>(body, [](object_reader& from, member_patch_body& to) {
    to.name = from.optional_text("name", text_bytes_max);
    if (const auto given = from.optional_text("role", text_bytes_max)) {
      to.admin = is_admin(from, *given);
    }
    if (from.has("disabled")) to.disabled = from.truth("disabled");
  });
}

std::string encode_me(const member& m) {
  json_writer to;
  to.open_object().field("id", m.id.text()).field("name", m.name).field("username", m.username);
  to.field("role", role(m)).close_object();
  return to.take();
}
std::string encode_member(const member& m) {
  json_writer to;
  write(to, m);
  return to.take();
}
// All in one page: a clinic has tens of people, and limits::people_max bounds them.
std::string encode_members(std::span<const member> all) {
  json_writer to;
  to.open_object().key("items").open_array();
  for (const auto& m : all) write(to, m);
  to.close_array().key("next").null().close_object();
  return to.take();
}
std::string encode_invited(const member& m, std::string_view link) {
  json_writer to;
  to.open_object().key("person");
  write(to, m);
  to.field("link", link).close_object();
  return to.take();
}
std::string encode_link(std::string_view link) {
  json_writer to;
  to.open_object().field("link", link).close_object();
  return to.take();
}

}  // namespace frontdesk::wire
