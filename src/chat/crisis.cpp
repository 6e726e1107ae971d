// SPDX-License-Identifier: Apache-2.0
#include "chat/crisis.hpp"

#include "chat/form.hpp"
#include "chat/handoff.hpp"

namespace frontdesk::chat {
namespace {

alert alert_of(std::string_view topic) {
  if (topic == "safety.self_harm") return alert::self_harm;
  if (topic == "safety.emergency") return alert::emergency;
  if (topic == "safety.misuse") return alert::misuse;
  if (topic == "care.after_infusion") return alert::after_infusion;
  return alert::none;
}

int gravity(alert a) {
  switch (a) {
    case alert::none:
      return 0;
    case alert::misuse:
      return 1;
    case alert::after_infusion:
      return 2;
    case alert::self_harm:
    case alert::emergency:
      return 3;
  }
  return 0;
}

bool life_in_danger(alert a) { return gravity(a) == 3; }

crisis_card card_for(const turn& t, const std::string& topic, const intent::safety_response* r) {
  crisis_card card;
  card.topic = topic;
  if (r != nullptr) {
    card.title = r->title[t.now.language];
    for (const auto& a : r->actions) card.actions.push_back({a.label[t.now.language], a.href});
  }
  // The floor under damaged rules: whoever is in danger never sees a card without a number.
  if (card.actions.empty()) card.actions = {{"988", "tel:988"}, {"911", "tel:911"}};
  return card;
}

const intent::safety_response* response_to(const turn& t, const std::string& topic) {
  const auto& responses = t.rules().source().safety.responses;
  const auto found = responses.find(topic);
  return found == responses.end() ? nullptr : &found->second;
}

// The response of safety.json, else the topic's own answer, else the numbers alone.
std::string words_for(const turn& t, const std::string& topic, const intent::safety_response* r) {
  if (r != nullptr && !r->text[t.now.language].empty()) return r->text[t.now.language];
  if (const auto* about = t.rules().find(topic)) {
    auto found = intent::answer(t.rules(), *about, t.now.language, t.conditions());
    if (found.said) return found.said->text;
  }
  return t.phrase("crisis.help_line");
}

void say_card(turn& t, const std::string& topic, chat::why because) {
  const auto* response = response_to(t, topic);
  auto& said = t.bot(words_for(t, topic, response));
  said.card = card_for(t, topic, response);
  because.topic = topic;
  because.outcome = "safety";
  said.why = std::move(because);
}

// Tells who else knows of it. While a member of staff holds, the card alone: they answer.
void tell_of_staff(turn& t) {
  if (t.now.status == status::staff) return;
  if (!t.around().staff_online) {
    t.bot_phrase("crisis.nobody_online");
    return;
  }
  t.now.status = status::waiting;
  t.now.message_left = false;
  if (!t.now.waiting_since) t.now.waiting_since = t.around().now;
  t.bot_phrase("crisis.staff_alerted");
}

}  // namespace

void raise_alert(turn& t, std::string_view topic) {
  const auto seen = alert_of(topic);
  if (seen == alert::none) return;
  if (gravity(seen) > gravity(t.now.alert) || life_in_danger(seen)) t.now.alert = seen;
  t.alert_raised = true;
}

void answer_danger(turn& t, const std::string& topic, chat::why because) {
  raise_alert(t, topic);
  rest_form(t);
  t.now.offered.clear();
  t.now.taking_message = false;
  t.now.fallbacks = 0;
  say_card(t, topic, std::move(because));
  t.now.after = topic;
  if (life_in_danger(alert_of(topic))) return tell_of_staff(t);
  if (alert_of(topic) == alert::after_infusion && t.bot_holds()) hand_over_with_message(t);
}

bool after_crisis(const state& s) { return life_in_danger(s.alert); }

void say_quietly(turn& t) {
  auto& said = t.bot_phrase("crisis.still_here");
  said.help = t.phrase("crisis.help_line");
  said.choices = t.choices({"chat.human"});
}

}  // namespace frontdesk::chat
