// SPDX-License-Identifier: Apache-2.0
// Counters, written as Prometheus text. Debian's prometheus-cpp would bring a web server of its own
// and a mutex for each increment; one thread and two dozen numbers need neither.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace frontdesk::net {

/// How long something took, in buckets of seconds.
class histogram {
 public:
  void add(std::chrono::nanoseconds took);
  void write(std::string& out, std::string_view name, std::string_view help) const;

 private:
  static constexpr std::array<double, 10> bounds_{
      0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5};
  std::array<std::uint64_t, bounds_.size() + 1> counts_{};
  double sum_ = 0;
};

/// io thread only.
struct metrics {
  // Gauges.
  std::uint64_t connections = 0;
  std::uint64_t conversations_live = 0, visitors_waiting = 0, staff_online = 0;
  // Counters.
  std::uint64_t accepted = 0, accept_errors = 0, refused_total = 0, refused_address = 0;
  std::uint64_t refused_origin = 0, requests = 0, responses_client_error = 0;
  std::uint64_t responses_server_error = 0, frames_in = 0, frames_out = 0;
  std::uint64_t outbox_overflows = 0, deadlines_missed = 0;
  std::uint64_t turns = 0, repeats = 0, busy = 0, store_errors = 0, alerts = 0;
  histogram turn_seconds;

  std::string text() const;
};

}  // namespace frontdesk::net
