// SPDX-License-Identifier: Apache-2.0
#include "app/drain.hpp"

namespace frontdesk::app {

drain::drain(net::site& s, const net::task_group& work)
    : site_(s),
      work_(work),
      goodbye_at_(s.wheel.now() + net::timing_wheel::ticks(s.bounds.drain) / 2),
      until_(s.wheel.now() + net::timing_wheel::ticks(s.bounds.drain)) {
  site_.draining = true;
}

bool drain::done() {
  const auto now = site_.wheel.now();
  if (!told_ && (work_.size() == 0 || now >= goodbye_at_)) say_goodbye();
  if (told_ && site_.open.empty()) return true;
  if (now < until_) return false;
  const auto open = site_.open;  // a copy: they leave the list as they go
  for (auto* c : open) c->abandon();
  return true;
}

void drain::say_goodbye() {
  told_ = true;
  const auto open = site_.open;
  for (auto* c : open) c->drain();
}

}  // namespace frontdesk::app
