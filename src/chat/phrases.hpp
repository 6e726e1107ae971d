// SPDX-License-Identifier: Apache-2.0
// The fixed sentences of the desk: every key that the program says, which placeholder its text
// carries, and when it is said. The texts are the clinic's, in intents/phrases.json.
//
// {clinic_name} and other facts: welcome only. {position}: place in the queue, from 1.
// {time}: a day and clock time in the clinic's zone, as "Monday, March 9 at 9:00 AM EDT".
// {name}: the member of staff. {question}: the open question of the form.
#pragma once
#include "intent/model.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::chat {

struct phrase_key {
  std::string_view key;
  std::string_view placeholder;  ///< that the text needs; empty: none
  std::string_view said_when;    ///< empty: the key says it
};

// clang-format off
inline constexpr std::array<phrase_key, 93> phrase_keys{{
    {"welcome", "{clinic_name}", "before the first message; facts may be used"},
    {"fallback.rephrase", "", "first miss in a row"},
    {"fallback.person", "", "second miss, staff online"},
    {"fallback.message", "", "third miss and after, staff online"},
    {"fallback.nobody", "", "second miss and after, nobody online"},
    {"clarify.ask", "", "two topics are close"},
    {"unknown.fact", "", "the answer needs a fact that the clinic has not filled in"},
    {"unknown.expired", "", "the answer is past its review date"},
    {"handoff.waiting", "", "staff online, place not known"},
    {"handoff.waiting.position", "{position}", "staff online"},
    {"handoff.still_waiting", "", "waiting, place not known"},
    {"handoff.still_waiting.position", "{position}", "waiting"},
    {"handoff.nobody", "", "a person was asked for, nobody online"},
    {"handoff.nobody.until", "{time}", "the same, after hours"},
    {"handoff.long_wait", "", "nobody came for a few minutes"},
    {"handoff.nobody_came", "", "nobody came at all"},
    {"handoff.nobody_came.until", "{time}", "the same, after hours"},
    {"handoff.back", "", "the visitor stopped waiting"},
    {"staff.joined", "{name}", "a person took the conversation"},
    {"staff.left", "{name}", "a person handed it back"},
    {"message.ask", "", "a message for staff is taken"},
    {"message.kept", "", "it was taken"},
    {"message.kept.until", "{time}", "the same, after hours"},
    {"message.waiting", "", "more words after a message"},
    {"message.waiting.until", "{time}", "the same, after hours"},
    {"message.dropped", "", "the visitor changed their mind"},
    {"crisis.staff_alerted", "", "danger to life, staff online"},
    {"crisis.nobody_online", "", "danger to life, nobody online"},
    {"crisis.still_here", "", "instead of small talk after a crisis"},
    {"crisis.help_line", "", "one quiet line on where help is"},
    {"form.ask_name", "", ""},
    {"form.ask_contact", "", ""},
    {"form.ask_times", "", ""},
    {"form.ask_returning", "", ""},
    {"form.retry_name", "", ""},
    {"form.retry_contact", "", ""},
    {"form.retry_times", "", ""},
    {"form.retry_returning", "", ""},
    {"form.back_to", "{question}", "after a question in the middle"},
    {"form.resume", "", "an interrupted form goes on"},
    {"form.summary", "", "the fields follow, then form.summary_question"},
    {"form.summary_changed", "", "the same after a correction"},
    {"form.summary_again", "", "the same after something not understood"},
    {"form.summary_question", "", ""},
    {"form.what_to_change", "", ""},
    {"form.stuck", "", "two misses in a row"},
    {"form.dropped", "", "never mind"},
    {"field.name", "", ""},
    {"field.contact", "", ""},
    {"field.times", "", ""},
    {"field.returning", "", ""},
    {"value.new", "", ""},
    {"value.returning", "", ""},
    {"request.sent", "", ""},
    {"request.already_open", "", ""},
    {"request.already_proposed", "", ""},
    {"request.already_confirmed", "{time}", ""},
    {"request.withdrawn", "", "the request or appointment was cancelled by the visitor"},
    {"request.declined", "", ""},
    {"reschedule.ask", "", ""},
    {"reschedule.ask_confirmed", "{time}", ""},
    {"proposal.offer", "", "staff proposed times"},
    {"proposal.other_times", "", "none of them suits"},
    {"proposal.refused", "", "the same, while a person holds the conversation"},
    {"proposal.passed", "", ""},
    {"proposal.gone", "", ""},
    {"appointment.confirmed", "{time}", ""},
    {"dismissed", "", "never mind, with nothing begun"},
    {"which_one", "", "a bare yes to nothing that was asked"},
    {"language.switched", "", "said in the language switched to"},
    {"language.offer", "", "asked for a language that the desk does not have"},
    {"closed.by_visitor", "", ""},
    {"closed.by_staff", "", ""},
    {"closed.message_stays", "", "ended while a left message waits"},
    {"choice.chat.human", "", ""},
    {"choice.chat.help", "", ""},
    {"choice.visit.book", "", ""},
    {"choice.visit.reschedule", "", ""},
    {"choice.visit.cancel", "", ""},
    {"choice.chat.back", "", ""},
    {"choice.message.leave", "", ""},
    {"choice.form.confirm", "", ""},
    {"choice.form.change", "", ""},
    {"choice.form.cancel", "", ""},
    {"choice.form.change.name", "", ""},
    {"choice.form.change.contact", "", ""},
    {"choice.form.change.times", "", ""},
    {"choice.form.new", "", ""},
    {"choice.form.returning", "", ""},
    {"choice.form.skip", "", ""},
    {"choice.proposal.none", "", ""},
    {"choice.lang.en", "", ""},
    {"choice.lang.es", "", ""}
}};
// clang-format on

struct phrase_fault {
  std::string key;
  intent::language in{};
  bool missing = false;  ///< else the text lacks the placeholder, or names one that nothing fills
};
/// What is wrong with the phrases of a rules folder; `rules check` says it with file and line.
std::vector<phrase_fault> check_phrases(const intent::model& rules);

}  // namespace frontdesk::chat
