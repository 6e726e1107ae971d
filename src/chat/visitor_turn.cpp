// SPDX-License-Identifier: Apache-2.0
#include "chat/visitor_turn.hpp"

#include "chat/answering.hpp"
#include "chat/choices.hpp"
#include "chat/crisis.hpp"
#include "chat/fallback.hpp"
#include "chat/form.hpp"
#include "chat/handoff.hpp"
#include "chat/heard.hpp"
#include "chat/languages.hpp"
#include "chat/requests.hpp"
#include "chat/words.hpp"

#include <algorithm>
#include <optional>

namespace frontdesk::chat {
namespace {

void keep(turn& t, const visitor_says& c) {
  if (t.now.status == status::closed) t.now.status = status::bot;
  if (!c.notice.empty()) t.now.notice_accepted = c.notice;
  auto& said = t.add(author::visitor, c.text.empty() ? t.choice(c.choice).label : c.text);
  said.id = c.id;
  said.choice = c.choice;
}

// Asked in every state, before who holds.
bool danger_seen(turn& t, const heard& said) {
  const auto& danger = said.danger();
  if (danger.topic.empty() || danger.past) return false;
  const auto seen = explain(t, said);
  follow_language(t, seen.what, said.text());
  answer_danger(t, danger.topic, record(t, seen));
  return true;
}

bool message_taken(turn& t, std::string_view text) {
  if (!t.now.taking_message) return false;
  if (says_back_to_bot(text)) {
    t.now.taking_message = false;
    t.bot_phrase("message.dropped").choices = t.choices({"chat.help", "visit.book"});
  } else {
    keep_message(t);
  }
  return true;
}

// A question in the middle of the form is answered, then the open question is asked again.
void answer_inside_form(turn& t, const heard& said) {
  const auto text = said.text();
  const auto seen = explain(t, said);
  if (seen.what.outcome == intent::outcome::safety) return act_on(t, seen, text);
  if (seen.what.outcome != intent::outcome::answer) return form_missed(t);
  const auto* topic = t.rules().find(seen.what.topics.front().topic);
  const bool leaves = topic != nullptr && topic->action == intent::action::cancel;
  if (leaves && !has_live_request(t)) return drop_form(t);
  const bool says_nothing_new = topic == nullptr || topic->action == intent::action::book ||
                                (topic->kind == intent::kind::smalltalk &&
                                 topic->id != "chat.bot" && topic->id != "chat.help");
  if (!says_nothing_new) act_on(t, seen, text);
  const bool asked = !says_nothing_new && asks_itself(topic);
  if (form_waits(t.now) && t.bot_holds() && !asked) ask_again(t);
}

bool form_read(turn& t, const heard& said) {
  if (!form_waits(t.now)) return false;
  if (!form_takes(t, said)) answer_inside_form(t, said);
  return true;
}

bool proposal_read(turn& t, std::string_view text) {
  const auto choice = proposal_in_words(t, text);
  return choice && answer_proposal(t, *choice);
}

bool offer_read(turn& t, std::string_view text) {
  if (t.now.offered.empty()) return false;
  const auto id = picked(t, text);
  const bool none = says_none(text);
  if (id) {
    chat::why because;
    because.revision = t.rules().revision;
    act_on_topic(t, *id, text, std::move(because));
  } else if (none) {
    fall_back(t, {}, {});
  }
  t.now.offered.clear();
  return id || none;
}

bool wait_given_up(turn& t, std::string_view text) {
  if (t.now.status != status::waiting || t.now.message_left || !says_back_to_bot(text))
    return false;
  back_to_bot(t);
  return true;
}

bool message_offered(turn& t, std::string_view text) {
  if (!says_leave_message(text)) return false;
  ask_for_message(t);
  return true;
}

// A bare "yes" or "ok" to nothing that the desk had asked is no topic, whatever it resembles.
bool bare_answer(turn& t, const intent::reading& seen, std::string_view text) {
  const bool no = says_no(text);
  if (seen.by_follow_up || seen.by_pattern || (!no && !says_yes(text))) return false;
  if (after_crisis(t.now)) return say_quietly(t), true;
  if (t.now.status == status::waiting) return say_still_waiting(t), true;
  const char* person = t.around().staff_online ? "chat.human" : "message.leave";
  t.bot_phrase(no ? "dismissed" : "which_one").choices =
      t.choices({"chat.help", "visit.book", person});
  return true;
}

// "What time is my appointment?": only this conversation knows.
bool own_request_asked(turn& t, const intent::reading& seen, std::string_view text) {
  if (seen.outcome == intent::outcome::answer || !has_live_request(t)) return false;
  if (!like_a_question(text) || !names_visit(text)) return false;
  say_request(t);
  return true;
}

void read_freely(turn& t, const heard& said) {
  const auto text = said.text();
  const auto seen = explain(t, said);
  if (seen.what.outcome != intent::outcome::safety && bare_answer(t, seen.what, text)) return;
  if (seen.what.outcome != intent::outcome::safety && own_request_asked(t, seen.what, text)) return;
  follow_language(t, seen.what, text);
  act_on(t, seen, text);
}

// "Never mind" with nothing begun that could be dropped.
bool nothing_to_drop(turn& t, std::string_view text) {
  if (!says_never_mind(text) || has_live_request(t)) return false;
  t.bot_phrase("dismissed").choices = t.choices({"chat.help", "visit.book"});
  return true;
}

// "Never mind, how much is it?": drops what was begun, and the question remains. Words alone can
// mean what they did not among others, so the rest is heard as a message of its own.
heard without_never_mind(turn& t, const heard& said) {
  const auto rest = behind_never_mind(said.text());
  if (rest.empty() || t.now.taking_message) return said;
  if (form_waits(t.now)) t.now.form.reset();
  if (t.now.status == status::waiting && !t.now.message_left) {
    leave_queue(t);
    t.now.status = status::bot;
  }
  t.now.offered.clear();
  return hear(t, rest);
}

void read_as_visitor_means(turn& t, const heard& said) {
  const auto meant = without_never_mind(t, said);
  const auto text = meant.text();
  if (message_taken(t, text) || form_read(t, meant) || proposal_read(t, text)) return;
  if (offer_read(t, text) || wait_given_up(t, text) || language_asked(t, text)) return;
  if (nothing_to_drop(t, text) || message_offered(t, text)) return;
  read_freely(t, meant);
}

}  // namespace

error_code say(turn& t, const visitor_says& c) {
  if (c.text.empty() && c.choice.empty()) return make_error_code(errc::bad_request);
  keep(t, c);
  // The labels of quick replies are the clinic's words, not the visitor's.
  std::optional<heard> said;
  if (c.choice.empty() || !is_own_label(t, c)) said = hear(t, c.text);
  if (said && danger_seen(t, *said)) return {};
  if (!t.bot_holds()) {
    answer_proposal(t, c.choice);  // the one button that works while a person holds
    return {};
  }
  if (!c.choice.empty() && tapped(t, c)) return {};
  const std::string text = c.text.empty() ? t.choice(c.choice).label : c.text;
  read_as_visitor_means(t, said ? *said : hear(t, text));
  return {};
}

error_code end(turn& t) {
  if (t.now.status == status::closed) return {};
  if (t.now.message_left) {
    t.now.form.reset();
    t.system_phrase("closed.message_stays");
    return {};
  }
  close_conversation(t, "closed.by_visitor");
  return {};
}

error_code rate(turn& t, const visitor_rates& c) {
  if (c.value < 1 || c.value > 5) return make_error_code(errc::bad_request);
  t.now.rating = c.value;
  return {};
}

error_code mark_read_by_visitor(turn& t, std::uint64_t seq) {
  if (seq > t.now.last_seq) return make_error_code(errc::bad_request);
  t.now.read_by_visitor = std::max(t.now.read_by_visitor, seq);
  return {};
}

}  // namespace frontdesk::chat
