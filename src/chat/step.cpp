// SPDX-License-Identifier: Apache-2.0
#include "chat/step.hpp"

#include "chat/handoff.hpp"
#include "chat/scheduling.hpp"
#include "chat/staff_turn.hpp"
#include "chat/turn.hpp"
#include "chat/visitor_turn.hpp"

#include <cassert>

namespace frontdesk::chat {
namespace {

// One overload a command: `error_code{}` is success. Each lives in the file of its idea.
struct dispatcher {
  turn& t;

  error_code operator()(const visitor_says& c) const { return say(t, c); }
  error_code operator()(const visitor_ends&) const { return end(t); }
  error_code operator()(const visitor_rates& c) const { return rate(t, c); }
  error_code operator()(const visitor_read& c) const { return mark_read_by_visitor(t, c.seq); }
  error_code operator()(const staff_takes& c) const { return take(t, c.who); }
  error_code operator()(const staff_releases& c) const { return release(t, c.who); }
  error_code operator()(const staff_says& c) const { return say(t, c); }
  error_code operator()(const staff_closes& c) const { return close(t, c.who); }
  error_code operator()(const staff_proposes& c) const { return propose(t, c); }
  error_code operator()(const staff_confirms& c) const { return confirm(t, c); }
  error_code operator()(const staff_declines& c) const { return decline(t, c); }
  error_code operator()(const staff_clears_alert& c) const { return clear_alert(t, c.who); }
  error_code operator()(const staff_read& c) const { return mark_read_by_staff(t, c.seq); }
  error_code operator()(const time_passes&) const { return tell_if_nobody_came(t); }
};

}  // namespace

result<step_result> step(
    const state& before, const command& what, const surroundings& around, const request_id& fresh
) {
  assert(around.rules != nullptr);
  turn t{before, around, fresh};
  if (const error_code failed = std::visit(dispatcher{t}, what)) return failed;
  return std::move(t).finish(before);
}

}  // namespace frontdesk::chat
