// SPDX-License-Identifier: Apache-2.0
#include "chat/answering.hpp"

#include "chat/crisis.hpp"
#include "chat/fallback.hpp"
#include "chat/form.hpp"
#include "chat/form_reading.hpp"
#include "chat/handoff.hpp"
#include "chat/requests.hpp"

#include <algorithm>

namespace frontdesk::chat {
namespace {

using intent::action;

std::vector<intent::choice> without_waiting_ones(const turn& t, std::vector<intent::choice> from) {
  // Who waits for a person already is not offered one.
  if (t.now.status == status::waiting)
    std::erase_if(from, [](const intent::choice& c) { return c.id == "chat.human"; });
  return from;
}

void say_unknown(turn& t, intent::no_answer reason, chat::why because) {
  const bool expired = reason == intent::no_answer::review_expired;
  auto& said = t.bot_phrase(expired ? "unknown.expired" : "unknown.fact");
  said.choices = without_waiting_ones(t, t.choices({"chat.human", "message.leave"}));
  said.why = std::move(because);
}

// What staff must see even if nobody is there now: a complaint, a patient's symptom, and "please
// call me at ..." are messages already; "a person please" is none.
bool to_keep(const turn& t, const intent::topic& about, std::string_view text) {
  if (about.id != "chat.human") return true;
  const auto found = extract_here(t, text, booking::expected::nothing);
  return found.phone || found.email;
}

void do_action(turn& t, const intent::topic& about, std::string_view text) {
  switch (about.action) {
    case action::none:
    case action::end:  // saying goodbye does not shut the door: the visitor's page ends the talk
      return;
    case action::handoff:
      raise_alert(t, about.id);
      return to_keep(t, about, text) ? hand_over_with_message(t) : hand_over(t);
    case action::book:
      return begin_form(t, text);
    case action::reschedule:
      return reschedule(t, text);
    case action::cancel:
      return cancel_visit(t);
  }
}

// Some actions say better themselves what happens than the topic's own words do.
bool action_speaks(const turn& t, const intent::topic& about) {
  switch (about.action) {
    case action::handoff:
      return about.id == "chat.human" &&
             (!t.around().staff_online || t.now.status == status::waiting);
    case action::book:
      return t.now.form.has_value() || has_live_request(t);
    case action::reschedule:
    case action::cancel:
      return has_live_request(t);
    default:
      return false;
  }
}

// After a crisis no pleasantries; and "hello?" from somebody who waits means "is anybody there?".
bool out_of_place(const turn& t, const intent::topic& about) {
  if (about.kind != intent::kind::smalltalk) return false;
  if (after_crisis(t.now)) return about.id != "chat.bot" && about.id != "chat.help";
  return t.now.status == status::waiting && about.id == "chat.greeting";
}

void say_small_talk_with_care(turn& t) {
  if (after_crisis(t.now)) return say_quietly(t);
  say_still_waiting(t);
}

// What only informs comes first and in the order asked; what asks something back comes last, so
// that its question is the last thing on the screen.
std::vector<std::string> in_order_of_doing(const turn& t, const std::vector<intent::scored>& seen) {
  std::vector<std::string> ids;
  for (const auto& s : seen) ids.push_back(s.topic);
  std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto* topic = t.rules().find(id);
    return topic == nullptr || topic->action == action::none;
  });
  return ids;
}

}  // namespace

chat::why record(const turn& t, const intent::explanation& seen) {
  chat::why w;
  w.revision = t.rules().revision;
  w.outcome = intent::to_text(seen.what.outcome);
  w.confidence = seen.what.confidence;
  w.words = seen.words;
  w.candidates = seen.what.candidates;
  w.repairs = seen.repairs;
  w.family = seen.what.family;
  return w;
}

bool say_answer(turn& t, const intent::topic& about, chat::why because) {
  because.topic = about.id;
  because.outcome = "answer";
  const auto found = intent::answer(t.rules(), about, t.now.language, t.conditions());
  t.now.after = about.id;
  if (!found.said) {
    say_unknown(t, found.why, std::move(because));
    return false;
  }
  auto& said = t.bot(found.said->text);
  said.choices = without_waiting_ones(t, found.said->choices);
  if (found.said->review != nullptr) {
    said.sources = found.said->review->sources;
    said.review = *found.said->review;
  }
  said.why = std::move(because);
  return true;
}

void act_on_topic(turn& t, const std::string& id, std::string_view text, chat::why because) {
  const auto* about = t.rules().find(id);
  if (id.starts_with("safety.")) return answer_danger(t, id, std::move(because));
  if (about == nullptr) return;
  t.now.fallbacks = 0;
  t.now.offered.clear();
  if (out_of_place(t, *about)) return say_small_talk_with_care(t);
  if (action_speaks(t, *about)) {
    t.now.after = id;
  } else {
    say_answer(t, *about, std::move(because));
  }
  do_action(t, *about, text);
}

void act_on(turn& t, const intent::explanation& seen, std::string_view text) {
  auto because = record(t, seen);
  const bool unclear = seen.what.outcome == intent::outcome::clarify ||
                       seen.what.outcome == intent::outcome::fallback;
  // Whoever waits for a person and writes what the bot does not know writes to that person.
  if (unclear && t.now.status == status::waiting) return say_still_waiting(t);
  switch (seen.what.outcome) {
    case intent::outcome::safety:
      return answer_danger(t, seen.what.topics.front().topic, std::move(because));
    case intent::outcome::clarify:
      return ask_which(t, seen.what, std::move(because));
    case intent::outcome::fallback:
      return fall_back(t, seen.what, std::move(because));
    case intent::outcome::answer:
      break;
  }
  const auto first = t.said_count();
  for (const auto& id : in_order_of_doing(t, seen.what.topics)) act_on_topic(t, id, text, because);
  if (seen.what.mentions_past_crisis) t.add_help(first);
}

}  // namespace frontdesk::chat
