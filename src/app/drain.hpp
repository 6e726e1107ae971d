// SPDX-License-Identifier: Apache-2.0
// Stopping: what is under way is finished and acknowledged, then every connection is told, waited
// for, and cut off when time is up.
#pragma once
#include "net/site.hpp"

namespace frontdesk::app {

/// Begins when it is made: from then on nothing new is taken (site::draining). io thread only.
class drain {
 public:
  /// `work`: what is under way for conversations. Goodbye is said when none of it is left, since a
  /// turn that is in the store must reach its page as an acknowledgement; or, should the disk hang,
  /// when half of limits::drain is over.
  drain(net::site& s, const net::task_group& work);
  /// Asked on each tick of the wheel: whether all connections have gone. Those that have not when
  /// limits::drain is over are closed.
  bool done();

 private:
  void say_goodbye();

  net::site& site_;
  const net::task_group& work_;
  net::timing_wheel::tick goodbye_at_, until_;
  bool told_ = false;
};

}  // namespace frontdesk::app
