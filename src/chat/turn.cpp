// SPDX-License-Identifier: Apache-2.0
#include "chat/turn.hpp"

#include "booking/zone.hpp"
#include "intent/hours.hpp"

namespace frontdesk::chat {

turn::turn(const state& before, const surroundings& around, const request_id& fresh)
    : now(before), around_(around), fresh_(fresh) {}

message& turn::add(author from, std::string text) {
  message m;
  m.seq = ++now.last_seq;
  m.from = from;
  m.text = std::move(text);
  m.at = around_.now;
  if (now.started_at == time_point{}) now.started_at = around_.now;
  now.last_at = around_.now;
  return said_.emplace_back(std::move(m));
}

message& turn::bot_phrase(std::string_view key, const std::vector<filling>& with) {
  return bot(phrase(key, with));
}

message& turn::system_phrase(std::string_view key, const std::vector<filling>& with) {
  return add(author::system, phrase(key, with));
}

std::string turn::phrase(std::string_view key, const std::vector<filling>& with) const {
  std::string text = rules().phrase(key, now.language);
  for (const auto& [name, value] : with) {
    const std::string hole = "{" + std::string{name} + "}";
    // Goes on behind what was put in: a visitor's own words may contain braces.
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at)) {
      text.replace(at, hole.size(), value);
      at += value.size();
      // A Spanish time ends in "a. m.", and a sentence has one full stop.
      if (value.ends_with('.') && text.substr(at).starts_with('.')) text.erase(at, 1);
    }
  }
  return text;
}

std::string turn::spoken(time_point t) const {
  const auto& settings = rules().source().settings;
  const auto zone = booking::zone_word(t, settings.time_zone);
  return intent::spoken_time(settings, t, now.language) + " " + zone;
}

intent::choice turn::choice(std::string_view id) const {
  return intent::choice_for(rules(), id, now.language);
}

std::vector<intent::choice> turn::choices(const std::vector<std::string>& ids) const {
  std::vector<intent::choice> all;
  all.reserve(ids.size());
  for (const auto& id : ids) all.push_back(choice(id));
  return all;
}

intent::conditions turn::conditions() const {
  const auto& settings = rules().source().settings;
  intent::conditions c;
  c.open = intent::is_open(settings, around_.now).value_or(false);
  c.staff_online = around_.staff_online;
  c.after = now.after;
  c.today = intent::local_day(settings, around_.now);
  return c;
}

void turn::add_help(std::size_t index) {
  if (index < said_.size()) said_[index].help = phrase("crisis.help_line");
}

namespace {

bool stands_in_queue(const state& s) { return s.status == status::waiting; }

// Whether the places of others may have changed: this one came, left, or became urgent.
bool queue_differs(const state& before, const state& after) {
  if (stands_in_queue(before) != stands_in_queue(after)) return true;
  if (!stands_in_queue(after)) return false;
  return before.alert != after.alert || before.waiting_since != after.waiting_since;
}

}  // namespace

step_result turn::finish(const state& before) && {
  step_result r;
  r.queue_changed = queue_differs(before, now);
  r.alert_raised = alert_raised;
  r.request_changed = request_changed;
  r.state = std::move(now);
  r.said = std::move(said_);
  return r;
}

}  // namespace frontdesk::chat
