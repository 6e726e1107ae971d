// SPDX-License-Identifier: Apache-2.0
#include "chat/handoff.hpp"

#include "chat/form.hpp"
#include "intent/hours.hpp"

namespace frontdesk::chat {

namespace {

void wait(turn& t) {
  t.now.status = status::waiting;
  if (!t.now.waiting_since) t.now.waiting_since = t.around().now;
  t.now.wait_told = false;
  t.now.fallbacks = 0;
}

std::optional<std::string> next_opening(const turn& t) {
  const auto& settings = t.rules().source().settings;
  if (intent::is_open(settings, t.around().now).value_or(true)) return std::nullopt;
  const auto at = intent::next_opening(settings, t.around().now);
  return at ? std::optional{t.spoken(*at)} : std::nullopt;
}

// The same sentence with the next opening time where it is known: `key` or `key.until`.
message& with_opening(turn& t, const std::string& key) {
  const auto opens = next_opening(t);
  return opens ? t.bot_phrase(key + ".until", {{"time", *opens}}) : t.bot_phrase(key);
}

void say_place(turn& t, const std::string& key) {
  const auto& position = t.around().position;
  auto& said = position ? t.bot_phrase(key + ".position", {{"position", std::to_string(*position)}})
                        : t.bot_phrase(key);
  said.choices = t.choices({"chat.back", "message.leave"});
}

}  // namespace

std::vector<intent::choice> ways_without_person(const turn& t) {
  return t.choices({"message.leave", "visit.book"});
}

void leave_queue(turn& t) {
  t.now.waiting_since.reset();
  t.now.wait_told = false;
  t.now.message_left = false;
}

void hand_over(turn& t) {
  rest_form(t);
  const bool already = t.now.status == status::waiting;
  if (already && !(t.now.message_left && t.around().staff_online)) return say_still_waiting(t);
  if (!t.around().staff_online) {
    with_opening(t, "handoff.nobody").choices = ways_without_person(t);
    return;
  }
  t.now.message_left = false;
  wait(t);
  say_place(t, "handoff.waiting");
}

void hand_over_with_message(turn& t) {
  if (t.around().staff_online || t.now.status == status::waiting) return hand_over(t);
  rest_form(t);
  keep_message(t);
}

void back_to_bot(turn& t) {
  leave_queue(t);
  t.now.taking_message = false;
  t.now.status = status::bot;
  t.bot_phrase("handoff.back").choices = t.choices({"chat.help", "visit.book"});
}

void say_still_waiting(turn& t) {
  if (t.now.message_left) {
    auto& said = with_opening(t, "message.waiting");
    if (t.around().staff_online) said.choices = t.choices({"chat.human"});
    return;
  }
  say_place(t, "handoff.still_waiting");
}

void ask_for_message(turn& t) {
  rest_form(t);
  t.now.taking_message = true;
  t.bot_phrase("message.ask").choices = t.choices({"chat.back"});
}

void keep_message(turn& t) {
  t.now.taking_message = false;
  wait(t);
  t.now.message_left = true;
  with_opening(t, "message.kept").choices = t.choices({"visit.book"});
}

error_code tell_if_nobody_came(turn& t) {
  if (t.now.status != status::waiting || t.now.message_left || !t.now.waiting_since) return {};
  const auto waited = t.around().now - *t.now.waiting_since;
  const bool given_up =
      waited >= wait_max || (!t.around().staff_online && waited >= wait_told_after);
  if (given_up) {
    leave_queue(t);
    t.now.status = status::bot;
    with_opening(t, "handoff.nobody_came").choices =
        t.choices({"message.leave", "visit.book", "chat.human"});
  } else if (waited >= wait_told_after && !t.now.wait_told) {
    t.now.wait_told = true;
    t.bot_phrase("handoff.long_wait").choices =
        t.choices({"message.leave", "visit.book", "chat.back"});
  }
  return {};
}

void close_conversation(turn& t, std::string_view key) {
  leave_queue(t);
  t.now.status = status::closed;
  t.now.holder.reset();
  t.now.form.reset();
  t.now.offered.clear();
  t.now.taking_message = false;
  t.now.fallbacks = 0;
  t.system_phrase(key);
}

}  // namespace frontdesk::chat
