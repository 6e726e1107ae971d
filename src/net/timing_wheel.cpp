// SPDX-License-Identifier: Apache-2.0
#include "net/timing_wheel.hpp"

namespace frontdesk::net {

void timing_wheel::arm(entry& e, std::chrono::milliseconds after) {
  disarm(e);
  e.due_ = now_ + std::max<tick>(1, ticks(after));
  slot_of(e.due_).push_back(e);
}

void timing_wheel::advance() {
  ++now_;
  // Taken out first: an entry that is called may arm or destroy others of the same slot.
  slot arrived;
  arrived.swap(slot_of(now_));
  while (!arrived.empty()) {
    entry& e = arrived.front();
    arrived.pop_front();
    if (e.due_ > now_) {
      slot_of(e.due_).push_back(e);
    } else {
      e.on_due();
    }
  }
}

}  // namespace frontdesk::net
