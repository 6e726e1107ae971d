// SPDX-License-Identifier: Apache-2.0
#include "chat/choices.hpp"

#include "chat/answering.hpp"
#include "chat/form.hpp"
#include "chat/handoff.hpp"
#include "chat/languages.hpp"
#include "chat/requests.hpp"

#include <algorithm>

namespace frontdesk::chat {
namespace {

bool desk_choice(turn& t, std::string_view id) {
  if (id == "chat.back") {
    if (t.now.status == status::waiting && !t.now.message_left) return back_to_bot(t), true;
    t.now.taking_message = false;
    t.bot_phrase("message.dropped").choices = t.choices({"chat.help", "visit.book"});
    return true;
  }
  if (id == "message.leave") return ask_for_message(t), true;
  if (id == "lang.en") return use_language(t, intent::language::en), true;
  if (id == "lang.es") return use_language(t, intent::language::es), true;
  return false;
}

bool topic_choice(turn& t, const visitor_says& c) {
  const auto* topic = t.rules().find(c.choice);
  if (topic == nullptr) return false;
  t.now.taking_message = false;
  chat::why because;
  because.revision = t.rules().revision;
  because.confidence = 1;
  act_on_topic(t, c.choice, is_own_label(t, c) ? std::string_view{} : c.text, std::move(because));
  if (form_waits(t.now) && t.bot_holds() && !asks_itself(topic)) ask_again(t);
  return true;
}

}  // namespace

bool tapped(turn& t, const visitor_says& c) {
  if (answer_proposal(t, c.choice) || form_choice(t, c.choice)) return true;
  return desk_choice(t, c.choice) || topic_choice(t, c);
}

bool is_own_label(const turn& t, const visitor_says& c) {
  if (c.text.empty()) return true;
  for (const auto l : {intent::language::en, intent::language::es}) {
    if (c.text == intent::choice_for(t.rules(), c.choice, l).label) return true;
  }
  // The label of a proposed time is no phrase; a stale one is at worst read as words.
  const auto& r = t.now.request;
  return r && std::any_of(r->proposed.begin(), r->proposed.end(), [&](const auto& p) {
           return c.choice == "proposal." + p.id && c.text == p.label;
         });
}

}  // namespace frontdesk::chat
