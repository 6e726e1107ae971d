// SPDX-License-Identifier: Apache-2.0
#include "chat/staff_turn.hpp"

#include "chat/form.hpp"
#include "chat/handoff.hpp"

#include <algorithm>

namespace frontdesk::chat {

error_code held_by_another(const turn& t, const person& who) {
  const bool another = t.now.status == status::staff && t.now.holder && t.now.holder->id != who.id;
  return another ? make_error_code(errc::conflict) : error_code{};
}

error_code take(turn& t, const person& who) {
  const auto held = held_by_another(t, who);
  if (held && t.around().holder_online) return held;
  if (t.now.status == status::staff && !held) return {};
  rest_form(t);
  leave_queue(t);
  t.now.offered.clear();
  t.now.taking_message = false;
  t.now.status = status::staff;
  t.now.holder = who;
  t.now.fallbacks = 0;
  t.system_phrase("staff.joined", {{"name", who.name}});
  return {};
}

error_code release(turn& t, const person& who) {
  if (const auto ec = held_by_another(t, who)) return ec;
  if (t.now.status != status::staff) return make_error_code(errc::bad_request);
  t.now.status = status::bot;
  t.now.holder.reset();
  auto& said = t.system_phrase("staff.left", {{"name", who.name}});
  said.choices = t.choices({"chat.help", "chat.human"});
  return {};
}

error_code say(turn& t, const staff_says& c) {
  if (c.text.empty()) return make_error_code(errc::bad_request);
  if (!c.note) {
    if (const auto ec = held_by_another(t, c.who)) return ec;
    if (t.now.status != status::staff) return make_error_code(errc::bad_request);
  }
  auto& said = t.add(author::staff, c.text);
  said.id = c.id;
  said.staff = c.who;
  said.note = c.note;
  return {};
}

error_code close(turn& t, const person& who) {
  if (const auto ec = held_by_another(t, who)) return ec;
  if (t.now.status == status::closed) return {};
  close_conversation(t, "closed.by_staff");
  return {};
}

error_code clear_alert(turn& t, const person&) {
  t.now.alert = alert::none;
  return {};
}

error_code mark_read_by_staff(turn& t, std::uint64_t seq) {
  if (seq > t.now.last_seq) return make_error_code(errc::bad_request);
  t.now.read_by_staff = std::max(t.now.read_by_staff, seq);
  return {};
}

}  // namespace frontdesk::chat
