// SPDX-License-Identifier: Apache-2.0
#include "app/drain.hpp"

namespace frontdesk::app {

drain::drain(net::site& s)
    : site_(s), until_(s.wheel.now() + net::timing_wheel::ticks(s.bounds.drain)) {
  site_.draining = true;
  const auto open = site_.open;  // a copy: they leave the list as they go
  for (auto* c : open) c->drain();
}

bool drain::done() {
  if (site_.open.empty()) return true;
  if (site_.wheel.now() < until_) return false;
  const auto open = site_.open;
  for (auto* c : open) c->abandon();
  return true;
}

}  // namespace frontdesk::app
