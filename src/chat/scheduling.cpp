// SPDX-License-Identifier: Apache-2.0
#include "chat/scheduling.hpp"

#include "chat/requests.hpp"
#include "chat/staff_turn.hpp"

#include <algorithm>

namespace frontdesk::chat {
namespace {

constexpr std::size_t times_max = 3;

error_code must_be_alive(const turn& t, const person& who, const request_id& id) {
  if (const auto ec = held_by_another(t, who)) return ec;
  const auto& r = t.now.request;
  const bool alive = r && r->id == id && r->status != request_status::withdrawn &&
                     r->status != request_status::declined;
  return alive ? error_code{} : make_error_code(errc::bad_request);
}

message& staff_phrase(
    turn& t, const person& who, std::string_view key, const std::vector<filling>& with = {}
) {
  auto& said = t.add(author::staff, t.phrase(key, with));
  said.staff = who;
  return said;
}

std::vector<proposed_time> numbered(const turn& t, std::vector<time_point> times) {
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::vector<proposed_time> all;
  for (const auto at : times) all.push_back({std::to_string(all.size() + 1), at, t.spoken(at)});
  return all;
}

std::vector<intent::choice> as_choices(const turn& t, const std::vector<proposed_time>& times) {
  std::vector<intent::choice> all;
  for (const auto& p : times) all.push_back({"proposal." + p.id, p.label});
  all.push_back(t.choice("proposal.none"));
  return all;
}

}  // namespace

error_code propose(turn& t, const staff_proposes& c) {
  if (const auto ec = must_be_alive(t, c.who, c.request)) return ec;
  const bool passed = std::any_of(c.times.begin(), c.times.end(), [&](time_point at) {
    return at <= t.around().now;
  });
  if (c.times.empty() || c.times.size() > times_max || passed)
    return make_error_code(errc::bad_request);
  auto& r = *t.now.request;
  r.status = request_status::proposed;
  r.proposed = numbered(t, c.times);
  t.now.form.reset();  // new times that were being asked for are answered by these
  t.request_changed = true;
  auto& said = staff_phrase(t, c.who, "proposal.offer");
  said.card = proposal_card{r.id, r.proposed};
  said.choices = as_choices(t, r.proposed);
  return {};
}

error_code confirm(turn& t, const staff_confirms& c) {
  if (const auto ec = must_be_alive(t, c.who, c.request)) return ec;
  if (c.at <= t.around().now) return make_error_code(errc::bad_request);
  auto& r = *t.now.request;
  r.status = request_status::confirmed;
  r.appointment = c.at;
  r.proposed.clear();
  t.request_changed = true;
  auto& said = staff_phrase(t, c.who, "appointment.confirmed", {{"time", t.spoken(c.at)}});
  said.card = appointment_of(t, r);
  return {};
}

error_code decline(turn& t, const staff_declines& c) {
  if (const auto ec = must_be_alive(t, c.who, c.request)) return ec;
  auto& r = *t.now.request;
  r.status = request_status::declined;
  r.proposed.clear();
  r.appointment.reset();
  t.request_changed = true;
  auto& said = staff_phrase(t, c.who, "request.declined");
  said.card = card_of(t, r);
  said.choices = t.choices({"visit.book", "chat.human"});
  return {};
}

}  // namespace frontdesk::chat
