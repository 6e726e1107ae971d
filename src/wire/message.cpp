// SPDX-License-Identifier: Apache-2.0
#include "wire/message.hpp"

#include "wire/words.hpp"

#include <cassert>
#include <cstdio>

namespace frontdesk::wire {
namespace {

void write_card(json_writer& to, const chat::crisis_card& card) {
  to.field("kind", "crisis").field("topic", card.topic).field("title", card.title);
  to.key("actions").open_array();
  for (const auto& a : card.actions) {
    to.open_object().field("label", a.label).field("href", a.href).close_object();
  }
  to.close_array();
}

void write_card(json_writer& to, const chat::request_card& card) {
  to.field("kind", "request").field("request", card.request.text());
  to.field("status", word(card.status)).key("fields").open_array();
  for (const auto& f : card.fields) {
    to.open_object().field("label", f.label).field("value", f.value).close_object();
  }
  to.close_array();
}

void write_card(json_writer& to, const chat::proposal_card& card) {
  to.field("kind", "proposal").field("request", card.request.text()).key("times").open_array();
  for (const auto& t : card.times) {
    to.open_object().field("id", t.id).field("at", t.at).field("label", t.label).close_object();
  }
  to.close_array();
}

void write_card(json_writer& to, const chat::appointment_card& card) {
  to.field("kind", "appointment").field("request", card.request.text());
  to.field("at", card.at).field("label", card.label);
}

}  // namespace

void write_why(json_writer& to, const chat::why& w) {
  to.key("why").open_object().field("revision", w.revision).key("topic");
  w.topic.empty() ? to.null() : to.value(w.topic);
  to.field("outcome", w.outcome).field("confidence", w.confidence);
  to.key("words").open_array();
  for (const auto& x : w.words) {
    to.open_object().field("word", x.word).field("weight", x.weight).close_object();
  }
  to.close_array().key("candidates").open_array();
  for (const auto& c : w.candidates) {
    to.open_object().field("id", c.topic).field("score", c.score).close_object();
  }
  to.close_array();
  if (!w.repairs.empty()) {
    to.key("repaired").open_array();
    for (const auto& r : w.repairs) {
      to.open_object().field("from", r.from).field("to", r.to).close_object();
    }
    to.close_array();
  }
  to.field_unless_empty("family", w.family).close_object();
}

void write_card(json_writer& to, const chat::card& card) {
  to.key("card").open_object();
  std::visit([&](const auto& one) { write_card(to, one); }, card);
  to.close_object();
}

namespace {

void write_review(json_writer& to, const intent::review& r) {
  to.key("review").open_object().key("by");
  r.by ? to.value(*r.by) : to.null();
  to.field("on", to_text(r.on)).field("until", to_text(r.until)).close_object();
}

void write_extras(json_writer& to, const chat::message& m) {
  if (!m.choices.empty()) {
    to.key("choices").open_array();
    for (const auto& c : m.choices) {
      to.open_object().field("id", c.id).field("label", c.label).close_object();
    }
    to.close_array();
  }
  if (!m.sources.empty()) {
    to.key("sources").open_array();
    for (const auto& s : m.sources) {
      to.open_object().field("title", s.title).field_unless_empty("url", s.url).close_object();
    }
    to.close_array();
  }
  if (m.review) write_review(to, *m.review);
  if (m.card) write_card(to, *m.card);
  to.field_unless_empty("help", m.help);
}

}  // namespace

std::string to_text(std::chrono::year_month_day day) {
  std::array<char, 32> out{};
  std::snprintf(
      out.data(),
      out.size(),
      "%04d-%02u-%02u",
      static_cast<int>(day.year()),
      static_cast<unsigned>(day.month()),
      static_cast<unsigned>(day.day())
  );
  return out.data();
}

std::optional<std::chrono::year_month_day> day_of(std::string_view text) {
  const auto midnight = from_iso(std::string{text} + "T00:00Z");
  if (text.size() != 10 || !midnight) return std::nullopt;
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(*midnight)};
}

void write_fields(json_writer& to, const chat::message& m, reader_of whom) {
  assert(whom == reader_of::staff || !m.note);
  to.field("seq", m.seq).field("from", word(m.from));
  if (m.staff && m.from == chat::author::staff) to.field("name", m.staff->name);
  to.field("text", m.text).field("at", m.at).field_unless_empty("id", m.id);
  write_extras(to, m);
  if (whom == reader_of::visitor) return;
  if (m.note) to.field("note", true);
  if (m.staff) {
    to.key("staff").open_object().field("id", m.staff->id.text());
    to.field("name", m.staff->name).close_object();
  }
  if (m.why) write_why(to, *m.why);
}

void write(json_writer& to, const chat::message& m, reader_of whom) {
  to.open_object();
  write_fields(to, m, whom);
  to.close_object();
}

std::string to_stored(const chat::message& m) {
  json_writer to;
  to.open_object().field("v", 1);
  write_fields(to, m, reader_of::staff);
  to.field_unless_empty("choice", m.choice).close_object();
  return to.take();
}

}  // namespace frontdesk::wire
