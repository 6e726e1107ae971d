// SPDX-License-Identifier: Apache-2.0
#include "wire/settings.hpp"

#include "intent/answers.hpp"
#include "wire/words.hpp"
#include "wire/writer.hpp"

namespace frontdesk::wire {
namespace {

// The topic whose quick replies the widget offers before the first message, so that a clinic edits
// them in one place.
constexpr const char* greeting_topic = "chat.greeting";
constexpr const char* crisis_topic = "safety.self_harm";

std::vector<std::string> welcome_choices(const intent::rules& rules, intent::language in) {
  const auto* greeting = rules.find(greeting_topic);
  if (greeting != nullptr && !greeting->answers[in].empty()) {
    return greeting->answers[in].front().choices;
  }
  return {};
}

void write_welcome(json_writer& to, const intent::rules& rules, intent::language in) {
  const auto text = intent::fill(rules, rules.phrase("welcome", in), in);
  to.open_object().field("text", text.value_or("")).key("choices").open_array();
  for (const auto& id : welcome_choices(rules, in)) {
    const auto choice = intent::choice_for(rules, id, in);
    to.open_object().field("id", choice.id).field("label", choice.label).close_object();
  }
  to.close_array().close_object();
}

void write_texts(json_writer& to, const intent::localized& texts) {
  to.open_object();
  for (std::size_t i = 0; i < intent::language_count; ++i) {
    to.field(intent::language_codes[i], texts.each[i]);
  }
  to.close_object();
}

void write_crisis(json_writer& to, const intent::model& m) {
  static const intent::safety_response none;
  const auto found = m.safety.responses.find(crisis_topic);
  const auto& response = found == m.safety.responses.end() ? none : found->second;
  to.key("crisis").open_object().key("title");
  write_texts(to, response.title);
  to.key("actions").open_object();
  for (std::size_t i = 0; i < intent::language_count; ++i) {
    to.key(intent::language_codes[i]).open_array();
    for (const auto& a : response.actions) {
      to.open_object().field("label", a.label.each[i]).field("href", a.href).close_object();
    }
    to.close_array();
  }
  to.close_object().close_object();
}

std::string clinic_name(const intent::model& m, intent::language in) {
  const auto found = m.facts.find("clinic_name");
  return found == m.facts.end() || !found->second ? std::string{} : (*found->second)[in];
}

}  // namespace

std::string encode_settings(
    const intent::rules& rules, intent::language locale, const clinic_now& now, std::size_t text_max
) {
  const auto& m = rules.source();
  json_writer to;
  to.open_object().field("clinic", clinic_name(m, locale)).key("languages").open_array();
  for (const auto l : m.settings.languages) to.value(word(l));
  to.close_array().field("locale", word(locale)).field("text_max", text_max);
  to.key("notice").open_object().field("version", m.settings.notice_version).key("text");
  write_texts(to, m.settings.notice);
  to.close_object().key("welcome").open_object();
  for (std::size_t i = 0; i < intent::language_count; ++i) {
    to.key(intent::language_codes[i]);
    write_welcome(to, rules, static_cast<intent::language>(i));
  }
  to.close_object().field("open", now.open).field("staff_online", now.staff_online);
  to.field("opens_at", now.opens_at).field("time_zone", m.settings.time_zone);
  write_crisis(to, m);
  to.close_object();
  return to.take();
}

}  // namespace frontdesk::wire
