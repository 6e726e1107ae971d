// SPDX-License-Identifier: Apache-2.0
// A closed-loop WebSocket load: so many connections, each sends its next message when the last one
// is answered.
#pragma once
#include <chrono>
#include <cstddef>
#include <string>

namespace bench {

struct load {
  unsigned short port = 0;
  std::size_t connections = 100;
  std::chrono::seconds warm_up{1}, measured{5};
  /// false: bare echo, one frame out, one frame back. true: the visitor socket; a turn is done when
  /// the ack and an answer of the bot are both there.
  bool frontdesk = false;
};

struct figures {
  std::size_t turns = 0;
  double seconds = 0;
  double p50_us = 0, p99_us = 0;
  std::string failure;  ///< why it could not be measured, or empty
};

/// Runs on the calling thread until the time is over.
figures run(const load& what);

}  // namespace bench
