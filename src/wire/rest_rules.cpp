// SPDX-License-Identifier: Apache-2.0
#include "wire/rest_rules.hpp"

#include "wire/message.hpp"
#include "wire/rest_lists.hpp"
#include "wire/words.hpp"

#include <boost/json/serialize.hpp>

namespace frontdesk::wire {
namespace {

std::string_view word(intent::severity s) {
  switch (s) {
    case intent::severity::error:
      return "error";
    case intent::severity::warning:
      return "warning";
    case intent::severity::note:
      return "note";
  }
  return "error";
}

void write_list(json_writer& to, std::span<const intent::finding> findings) {
  to.key("findings").open_array();
  for (const auto& f : findings) {
    to.open_object().field("severity", word(f.severity)).field("file", f.at.file);
    to.field("line", f.at.line).field("column", f.at.column);
    to.field_unless_empty("topic", f.topic).field("sentence", f.sentence);
    to.field_unless_empty("witness", f.witness).close_object();
  }
  to.close_array();
}

void write_fields(json_writer& to, const revision_line& r) {
  to.field("revision", r.number).field("at", r.at).key("by");
  if (r.by) {
    to.open_object().field("id", r.by->id.text()).field("name", r.by->name).close_object();
  } else {
    to.null();
  }
  to.field("note", r.note).field("summary", r.summary);
}

void write_scores(json_writer& to, const intent::reading& seen, const intent::rules& by) {
  to.key("intents").open_array();
  for (const auto& t : seen.topics) {
    to.open_object().field("id", t.topic).field("score", t.score).close_object();
  }
  to.close_array().key("candidates").open_array();
  for (const auto& c : seen.candidates) {
    const auto* topic = by.find(c.topic);
    to.open_object().field("id", c.topic).field("score", c.score);
    to.field("title", topic == nullptr ? c.topic : topic->title[seen.language]).close_object();
  }
  to.close_array();
}

void write_answer(json_writer& to, const chat::message& m) {
  to.open_object().field("topic", m.why ? m.why->topic : std::string{}).field("text", m.text);
  to.key("choices").open_array();
  for (const auto& c : m.choices) {
    to.open_object().field("id", c.id).field("label", c.label).close_object();
  }
  to.close_array();
  if (m.card) write_card(to, *m.card);
  to.close_object();
}

}  // namespace

std::string encode_findings(std::span<const intent::finding> findings) {
  json_writer to;
  to.open_object();
  write_list(to, findings);
  to.close_object();
  return to.take();
}

std::string findings_member(std::span<const intent::finding> findings) {
  const auto whole = encode_findings(findings);
  return whole.substr(1, whole.size() - 2);
}

std::string encode_trial(const trial& t, const intent::rules& by) {
  const auto& seen = t.seen.what;
  json_writer to;
  to.open_object().field("text", t.text).field("language", wire::word(seen.language));
  to.field("outcome", intent::to_text(seen.outcome));
  write_scores(to, seen, by);
  to.field("confidence", seen.confidence);
  write_why(to, t.why);
  to.key("answers").open_array();
  for (const auto& m : t.said) write_answer(to, m);
  to.close_array().key("nearest").open_array();
  for (const auto& n : t.seen.nearest) {
    to.open_object().field("topic", n.topic).field("example", n.example);
    to.field("similarity", n.similarity).close_object();
  }
  to.close_array().close_object();
  return to.take();
}

std::string encode_revisions(std::span<const revision_line> items, std::string_view next) {
  json_writer to;
  to.open_object().key("items").open_array();
  for (const auto& r : items) {
    to.open_object();
    write_fields(to, r);
    to.close_object();
  }
  to.close_array();
  write_next(to, next);
  to.close_object();
  return to.take();
}

std::string encode_revision(const revision_line& r, std::span<const rules_change> changes) {
  json_writer to;
  to.open_object();
  write_fields(to, r);
  to.key("changes").open_array();
  for (const auto& c : changes) {
    to.open_object().field("path", c.path);
    to.key("before").raw(json::serialize(c.before));
    to.key("after").raw(json::serialize(c.after)).close_object();
  }
  to.close_array().close_object();
  return to.take();
}

std::string encode_published(long revision) {
  json_writer to;
  to.open_object().field("revision", revision).close_object();
  return to.take();
}

}  // namespace frontdesk::wire
