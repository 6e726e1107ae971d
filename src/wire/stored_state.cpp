// SPDX-License-Identifier: Apache-2.0
// kept_from_stored: the state of a conversation out of what the store kept.
#include "wire/kept.hpp"
#include "wire/stored.hpp"
#include "wire/words.hpp"

namespace frontdesk::wire {
namespace {

chat::form read_form(const json::object& from) {
  chat::form f;
  f.name = stored::optional_text(from, "name");
  f.contact = stored::optional_text(from, "contact");
  f.times = stored::optional_text(from, "times");
  f.returning = stored::optional_truth(from, "returning");
  f.returning_skipped = stored::truth(from, "returning_skipped");
  const auto asked = stored::number<unsigned>(from, "asked");
  if (asked <= static_cast<unsigned>(booking::expected::returning)) {
    f.asked = static_cast<booking::expected>(asked);
  }
  f.confirming = stored::truth(from, "confirming");
  f.misses = stored::number<int>(from, "misses");
  return f;
}

chat::request read_request(const json::object& from) {
  chat::request r;
  r.id = stored::id<request_id>(from, "id");
  r.status = request_status_of(stored::text(from, "status")).value_or(r.status);
  r.name = stored::text(from, "name");
  r.contact = stored::text(from, "contact");
  r.times = stored::text(from, "times");
  r.returning = stored::optional_truth(from, "returning");
  r.created_at = stored::time(from, "created_at");
  stored::each(from, "proposed", [&](const json::object& t) {
    r.proposed.push_back({stored::text(t, "id"), stored::time(t, "at"), stored::text(t, "label")});
  });
  r.appointment = stored::optional_time(from, "appointment");
  return r;
}

void read_holding(const json::object& from, chat::state& s) {
  s.status = status_of(stored::text(from, "status")).value_or(s.status);
  s.waiting_since = stored::optional_time(from, "waiting_since");
  s.wait_told = stored::truth(from, "wait_told");
  s.taking_message = stored::truth(from, "taking_message");
  s.message_left = stored::truth(from, "message_left");
  if (const auto* h = stored::object(from, "holder")) {
    s.holder = chat::person{stored::id<person_id>(*h, "id"), stored::text(*h, "name")};
  }
  s.alert = alert_of(stored::text(from, "alert"));
}

void read_course(const json::object& from, chat::state& s) {
  s.after = stored::optional_text(from, "after");
  s.offered = stored::texts(from, "offered");
  s.fallbacks = stored::number<int>(from, "fallbacks");
  if (const auto* f = stored::object(from, "form")) s.form = read_form(*f);
  if (const auto* r = stored::object(from, "request")) s.request = read_request(*r);
  s.visitor = stored::optional_text(from, "visitor");
  s.rating = stored::number<int>(from, "rating");
}

chat::state read_state(const json::object& from) {
  chat::state s;
  s.last_seq = stored::number<std::uint64_t>(from, "last_seq");
  s.language = language_of(stored::text(from, "language"));
  s.language_chosen = stored::truth(from, "language_chosen");
  s.notice_accepted = stored::text(from, "notice_accepted");
  s.page = stored::text(from, "page");
  s.started_at = stored::time(from, "started_at");
  s.last_at = stored::time(from, "last_at");
  read_holding(from, s);
  read_course(from, s);
  s.read_by_visitor = stored::number<std::uint64_t>(from, "read_by_visitor");
  s.read_by_staff = stored::number<std::uint64_t>(from, "read_by_staff");
  return s;
}

}  // namespace

result<kept_state> kept_from_stored(std::string_view text) {
  const auto from = parse_object(text, 16);
  const auto* state = from ? stored::object(*from, "state") : nullptr;
  if (state == nullptr) return make_error_code(errc::damaged);
  kept_state kept;
  kept.state = read_state(*state);
  if (const auto* l = stored::object(*from, "last")) {
    kept.last = last_line{
        stored::number<std::uint64_t>(*l, "seq"),
        author_of(stored::text(*l, "from")).value_or(chat::author::visitor),
        stored::text(*l, "text"),
        stored::time(*l, "at")};
  }
  kept.unread = stored::number<std::uint64_t>(*from, "unread");
  return kept;
}

}  // namespace frontdesk::wire
