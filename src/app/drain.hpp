// SPDX-License-Identifier: Apache-2.0
// Stopping: every connection is told, then waited for, and cut off when time is up.
#pragma once
#include "net/site.hpp"

namespace frontdesk::app {

/// Begins when it is made. io thread only.
class drain {
 public:
  explicit drain(net::site& s);
  /// Asked on each tick of the wheel: whether all connections have gone. Those that have not when
  /// limits::drain is over are closed.
  bool done();

 private:
  net::site& site_;
  net::timing_wheel::tick until_;
};

}  // namespace frontdesk::app
