// SPDX-License-Identifier: Apache-2.0
// from_stored: a message out of what the store kept.
#include "wire/message.hpp"
#include "wire/stored.hpp"
#include "wire/words.hpp"

namespace frontdesk::wire {
namespace {

chat::card read_request_card(const json::object& from) {
  chat::request_card card;
  card.request = stored::id<request_id>(from, "request");
  card.status = request_status_of(stored::text(from, "status")).value_or(card.status);
  stored::each(from, "fields", [&](const json::object& f) {
    card.fields.push_back({stored::text(f, "label"), stored::text(f, "value")});
  });
  return card;
}

chat::card read_crisis_card(const json::object& from) {
  chat::crisis_card card;
  card.topic = stored::text(from, "topic");
  card.title = stored::text(from, "title");
  stored::each(from, "actions", [&](const json::object& a) {
    card.actions.push_back({stored::text(a, "label"), stored::text(a, "href")});
  });
  return card;
}

chat::card read_proposal_card(const json::object& from) {
  chat::proposal_card card;
  card.request = stored::id<request_id>(from, "request");
  stored::each(from, "times", [&](const json::object& t) {
    card.times.push_back({stored::text(t, "id"), stored::time(t, "at"), stored::text(t, "label")});
  });
  return card;
}

std::optional<chat::card> read_card(const json::object& from) {
  const auto kind = stored::text(from, "kind");
  if (kind == "crisis") return read_crisis_card(from);
  if (kind == "request") return read_request_card(from);
  if (kind == "proposal") return read_proposal_card(from);
  if (kind != "appointment") return std::nullopt;
  return chat::appointment_card{
      stored::id<request_id>(from, "request"),
      stored::time(from, "at"),
      stored::text(from, "label")};
}

chat::why read_why(const json::object& from) {
  chat::why w;
  w.revision = stored::number<long>(from, "revision");
  w.topic = stored::text(from, "topic");
  w.outcome = stored::text(from, "outcome");
  w.confidence = stored::number<double>(from, "confidence");
  stored::each(from, "words", [&](const json::object& x) {
    w.words.push_back({stored::text(x, "word"), stored::number<double>(x, "weight")});
  });
  stored::each(from, "candidates", [&](const json::object& c) {
    w.candidates.push_back({stored::text(c, "id"), stored::number<double>(c, "score")});
  });
  stored::each(from, "repaired", [&](const json::object& r) {
    w.repairs.push_back({stored::text(r, "from"), stored::text(r, "to")});
  });
  w.family = stored::text(from, "family");
  return w;
}

intent::review read_review(const json::object& from) {
  intent::review r;
  r.by = stored::optional_text(from, "by");
  r.on = day_of(stored::text(from, "on")).value_or(r.on);
  r.until = day_of(stored::text(from, "until")).value_or(r.until);
  return r;
}

void read_extras(const json::object& from, chat::message& m) {
  stored::each(from, "choices", [&](const json::object& c) {
    m.choices.push_back({stored::text(c, "id"), stored::text(c, "label")});
  });
  stored::each(from, "sources", [&](const json::object& s) {
    m.sources.push_back({stored::text(s, "title"), stored::text(s, "url")});
  });
  if (const auto* r = stored::object(from, "review")) m.review = read_review(*r);
  if (const auto* c = stored::object(from, "card")) m.card = read_card(*c);
  if (const auto* w = stored::object(from, "why")) m.why = read_why(*w);
  m.help = stored::text(from, "help");
}

}  // namespace

result<chat::message> from_stored(std::uint64_t seq, std::string_view text) {
  const auto from = parse_object(text, 16);
  if (!from) return make_error_code(errc::damaged);
  const auto author = author_of(stored::text(*from, "from"));
  if (!author) return make_error_code(errc::damaged);
  chat::message m;
  m.seq = seq;
  m.from = *author;
  m.text = stored::text(*from, "text");
  m.at = stored::time(*from, "at");
  m.id = stored::text(*from, "id");
  m.choice = stored::text(*from, "choice");
  m.note = stored::truth(*from, "note");
  if (const auto* s = stored::object(*from, "staff")) {
    m.staff = chat::person{stored::id<person_id>(*s, "id"), stored::text(*s, "name")};
  }
  read_extras(*from, m);
  return m;
}

}  // namespace frontdesk::wire
