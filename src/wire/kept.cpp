// SPDX-License-Identifier: Apache-2.0
#include "wire/kept.hpp"

#include "wire/words.hpp"

namespace frontdesk::wire {
namespace {

void write_person(json_writer& to, std::string_view name, const chat::person& p) {
  to.key(name).open_object().field("id", p.id.text()).field("name", p.name).close_object();
}

void write_form(json_writer& to, const chat::form& f) {
  to.key("form").open_object().field("name", f.name).field("contact", f.contact);
  to.field("times", f.times).field("returning", f.returning);
  to.field("returning_skipped", f.returning_skipped);
  to.field("asked", static_cast<int>(f.asked)).field("confirming", f.confirming);
  to.field("misses", f.misses).close_object();
}

void write_stored_request(json_writer& to, const chat::request& r) {
  to.key("request").open_object().field("id", r.id.text()).field("status", word(r.status));
  to.field("name", r.name).field("contact", r.contact).field("times", r.times);
  to.field("returning", r.returning).field("created_at", r.created_at);
  to.key("proposed").open_array();
  for (const auto& t : r.proposed) {
    to.open_object().field("id", t.id).field("at", t.at).field("label", t.label).close_object();
  }
  to.close_array().field("appointment", r.appointment).close_object();
}

void write_course(json_writer& to, const chat::state& s) {
  to.field("after", s.after).key("offered").open_array();
  for (const auto& topic : s.offered) to.value(topic);
  to.close_array().field("fallbacks", s.fallbacks);
  if (s.form) write_form(to, *s.form);
  if (s.request) write_stored_request(to, *s.request);
  to.field("visitor", s.visitor).field("rating", s.rating);
}

void write_state(json_writer& to, const chat::state& s) {
  to.key("state").open_object().field("status", word(s.status)).field("last_seq", s.last_seq);
  to.field("language", word(s.language)).field("language_chosen", s.language_chosen);
  to.field_unless_empty("notice_accepted", s.notice_accepted).field_unless_empty("page", s.page);
  to.field("started_at", s.started_at).field("last_at", s.last_at);
  to.field("waiting_since", s.waiting_since).field("wait_told", s.wait_told);
  to.field("taking_message", s.taking_message).field("message_left", s.message_left);
  if (s.holder) write_person(to, "holder", *s.holder);
  to.field_unless_empty("alert", word(s.alert));
  write_course(to, s);
  to.field("read_by_visitor", s.read_by_visitor).field("read_by_staff", s.read_by_staff);
  to.close_object();
}

void write_last(json_writer& to, const last_line& l) {
  to.open_object().field("seq", l.seq).field("from", word(l.from));
  to.field("text", l.text).field("at", l.at).close_object();
}

}  // namespace

std::string to_stored(const kept_state& kept) {
  json_writer to;
  to.open_object().field("v", 1);
  write_state(to, kept.state);
  if (kept.last) {
    to.key("last");
    write_last(to, *kept.last);
  }
  to.field("unread", kept.unread).close_object();
  return to.take();
}

void write_request(json_writer& to, conversation_id id, const chat::state& state) {
  const auto& r = *state.request;
  to.open_object().field("id", r.id.text()).field("conversation", id.text());
  to.field("status", word(r.status)).field("name", r.name).field("contact", r.contact);
  to.field("times", r.times).key("returning");
  r.returning ? to.value(*r.returning) : to.null();
  to.field("created_at", r.created_at).field("language", word(state.language));
  if (!r.proposed.empty()) {
    to.key("proposed").open_array();
    for (const auto& t : r.proposed) {
      to.open_object().field("id", t.id).field("at", t.at).close_object();
    }
    to.close_array();
  }
  to.field("appointment", r.appointment).close_object();
}

void write(json_writer& to, const summary& s) {
  const auto& state = s.kept->state;
  to.open_object().field("id", s.id.text()).field("status", word(state.status));
  to.field("position", s.position);
  if (state.holder) write_person(to, "staff", *state.holder);
  to.field("language", word(state.language)).field("visitor", state.visitor);
  to.field_unless_empty("page", state.page).field("started_at", state.started_at).key("last");
  s.kept->last ? write_last(to, *s.kept->last) : static_cast<void>(to.null());
  to.field("unread", s.kept->unread).field("waiting_since", state.waiting_since);
  to.field_unless_empty("alert", word(state.alert)).field("online", s.online);
  if (state.request) {
    to.key("request");
    write_request(to, s.id, state);
  }
  if (state.rating > 0) to.field("rating", state.rating);
  to.close_object();
}

}  // namespace frontdesk::wire
