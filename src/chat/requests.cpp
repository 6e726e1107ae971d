// SPDX-License-Identifier: Apache-2.0
#include "chat/requests.hpp"

#include "booking/zone.hpp"
#include "chat/form.hpp"
#include "chat/form_reading.hpp"
#include "chat/handoff.hpp"
#include "chat/words.hpp"

#include <algorithm>

namespace frontdesk::chat {

bool has_live_request(const turn& t) {
  const auto& r = t.now.request;
  if (!r) return false;
  if (r->status == request_status::open || r->status == request_status::proposed) return true;
  return r->status == request_status::confirmed && r->appointment &&
         *r->appointment > t.around().now;
}

request_card card_of(const turn& t, const request& r) {
  form f;
  f.name = r.name;
  f.contact = r.contact;
  f.times = r.times;
  f.returning = r.returning;
  return {r.id, r.status, fields_of(t, f)};
}

appointment_card appointment_of(const turn& t, const request& r) {
  return {r.id, *r.appointment, t.spoken(*r.appointment)};
}

void send_request(turn& t) {
  const form f = *t.now.form;
  t.now.form.reset();
  // New times for a live request stay the same request: staff see one line, not two.
  if (!has_live_request(t)) {
    t.now.request.emplace();
    t.now.request->id = t.fresh();
    t.now.request->created_at = t.around().now;
  }
  auto& r = *t.now.request;
  r.status = request_status::open;
  r.name = f.name.value_or("");
  r.contact = f.contact.value_or("");
  r.times = f.times.value_or("");
  r.returning = f.returning;
  r.proposed.clear();
  t.now.visitor = r.name;
  t.request_changed = true;
  auto& said = t.bot_phrase("request.sent");
  said.card = card_of(t, r);
}

void say_request(turn& t) {
  const auto& r = *t.now.request;
  const auto ways = t.choices({"visit.reschedule", "visit.cancel", "chat.human"});
  if (r.status == request_status::confirmed) {
    auto& said = t.bot_phrase("request.already_confirmed", {{"time", t.spoken(*r.appointment)}});
    said.card = appointment_of(t, r);
    said.choices = ways;
  } else if (r.status == request_status::proposed) {
    auto& said = t.bot_phrase("request.already_proposed");
    said.card = proposal_card{r.id, r.proposed};
  } else {
    auto& said = t.bot_phrase("request.already_open");
    said.card = card_of(t, r);
    said.choices = ways;
  }
}

void reschedule(turn& t, std::string_view text) {
  if (!has_live_request(t)) return begin_form_for_other_appointment(t, text);
  const auto& r = *t.now.request;
  begin_form_for_new_times(t, r);
  if (r.appointment && r.status == request_status::confirmed) {
    t.bot_phrase("reschedule.ask_confirmed", {{"time", t.spoken(*r.appointment)}});
  } else {
    t.bot_phrase("reschedule.ask");
  }
}

void cancel_visit(turn& t) {
  t.now.form.reset();
  if (!has_live_request(t)) {
    t.now.taking_message = true;
    return;
  }
  auto& r = *t.now.request;
  r.status = request_status::withdrawn;
  r.proposed.clear();
  r.appointment.reset();
  t.request_changed = true;
  auto& said = t.bot_phrase("request.withdrawn");
  said.card = card_of(t, r);
  said.choices = t.choices({"visit.book", "chat.human"});
}

namespace {

void accept(turn& t, const proposed_time& chosen) {
  auto& r = *t.now.request;
  if (chosen.at <= t.around().now) {
    auto& said = t.system_phrase("proposal.passed");
    said.choices = t.choices({"proposal.none", "chat.human"});
    return;
  }
  r.status = request_status::confirmed;
  r.appointment = chosen.at;
  r.proposed.clear();
  t.request_changed = true;
  auto& said = t.system_phrase("appointment.confirmed", {{"time", t.spoken(*r.appointment)}});
  said.card = appointment_of(t, r);
}

void refuse_all(turn& t) {
  auto& r = *t.now.request;
  r.status = request_status::open;
  r.proposed.clear();
  t.request_changed = true;
  if (!t.bot_holds()) {
    t.system_phrase("proposal.refused");
    return;
  }
  begin_form_for_new_times(t, r);
  t.bot_phrase("proposal.other_times");
}

bool same_time(const turn& t, const proposed_time& p, const booking::wish& w) {
  using std::chrono::days, std::chrono::floor, std::chrono::minutes;
  const auto here = booking::wall_clock(p.at, t.rules().source().settings.time_zone);
  const auto day = floor<days>(here);
  if (w.day && std::chrono::local_days{*w.day} != day) return false;
  const std::chrono::weekday weekday{day};
  if (!w.weekdays.empty() &&
      std::find(w.weekdays.begin(), w.weekdays.end(), weekday) == w.weekdays.end())
    return false;
  const auto clock = std::chrono::duration_cast<minutes>(here - day);
  if (w.from && clock < *w.from) return false;
  return !(w.until && clock >= *w.until) && (w.day || !w.weekdays.empty() || w.from || w.until);
}

// The one proposed time that the wished times leave; nothing if several do.
std::optional<std::string> by_wish(const turn& t, std::string_view text) {
  const auto& times = t.now.request->proposed;
  const auto found = extract_here(t, text, booking::expected::times);
  std::vector<std::string> fitting;
  for (const auto& p : times) {
    const bool fits = std::any_of(found.wishes.begin(), found.wishes.end(), [&](const auto& w) {
      return same_time(t, p, w);
    });
    if (fits) fitting.push_back(p.id);
  }
  return fitting.size() == 1 ? std::optional{fitting.front()} : std::nullopt;
}

}  // namespace

bool answer_proposal(turn& t, std::string_view choice) {
  if (!choice.starts_with("proposal.")) return false;
  const auto& r = t.now.request;
  if (!r || r->status != request_status::proposed) {
    // A button of an older proposal: tell how things stand rather than nothing.
    if (!t.bot_holds()) return true;
    if (has_live_request(t)) return say_request(t), true;
    t.bot_phrase("proposal.gone").choices = t.choices({"visit.book", "chat.human"});
    return true;
  }
  const auto id = choice.substr(std::string_view{"proposal."}.size());
  if (id == "none") return refuse_all(t), true;
  for (const auto& p : r->proposed) {
    if (p.id == id) return accept(t, proposed_time{p}), true;
  }
  if (t.bot_holds()) say_request(t);
  return true;
}

std::optional<std::string> proposal_in_words(const turn& t, std::string_view text) {
  const auto& r = t.now.request;
  if (!r || r->status != request_status::proposed || r->proposed.empty()) return std::nullopt;
  const auto& times = r->proposed;
  const int number = ordinal(text);
  if (number == -1) return "proposal." + times.back().id;
  if (number > 0 && static_cast<std::size_t>(number) <= times.size())
    return "proposal." + times[static_cast<std::size_t>(number) - 1].id;
  if (says_none(text)) return "proposal.none";
  if (times.size() == 1 && says_yes(text)) return "proposal." + times.front().id;
  if (like_a_question(text) || says_change(text)) return std::nullopt;
  const auto fitting = by_wish(t, text);
  return fitting ? std::optional{"proposal." + *fitting} : std::nullopt;
}

}  // namespace frontdesk::chat
