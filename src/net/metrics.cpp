// SPDX-License-Identifier: Apache-2.0
#include "net/metrics.hpp"

#include <array>
#include <cstdio>

namespace frontdesk::net {
namespace {

std::string number(double value) {
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%g", value);
  return out.data();
}

void head(std::string& out, std::string_view name, std::string_view help, std::string_view type) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
  out.append(name).append(" ").append(type).append("\n");
}

}  // namespace

void histogram::add(std::chrono::nanoseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  std::size_t i = 0;
  while (i < bounds_.size() && seconds > bounds_[i]) ++i;
  ++counts_[i];
  sum_ += seconds;
}

void histogram::write(std::string& out, std::string_view name, std::string_view help) const {
  head(out, name, help, "histogram");
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    total += counts_[i];
    const auto le = i < bounds_.size() ? number(bounds_[i]) : "+Inf";
    out.append(name).append("_bucket{le=\"").append(le).append("\"} ");
    out.append(std::to_string(total)).append("\n");
  }
  out.append(name).append("_sum ").append(number(sum_)).append("\n");
  out.append(name).append("_count ").append(std::to_string(total)).append("\n");
}

std::string metrics::text() const {
  struct line {
    const char* name;
    const char* help;
    std::uint64_t value;
  };
  const std::array gauges{
      line{"frontdesk_connections", "Open connections", connections},
      line{"frontdesk_conversations_live", "Conversations in memory", conversations_live},
      line{"frontdesk_visitors_waiting", "Visitors who wait for a person", visitors_waiting},
      line{"frontdesk_staff_online", "1 while somebody takes waiting visitors", staff_online}};
  const std::array counters{
      line{"frontdesk_accepted_total", "Connections accepted", accepted},
      line{"frontdesk_accept_errors_total", "Failed accepts", accept_errors},
      line{"frontdesk_refused_full_total", "Connections over the total limit", refused_total},
      line{"frontdesk_refused_address_total", "Over the limit of an address", refused_address},
      line{"frontdesk_refused_origin_total", "Upgrades from a foreign origin", refused_origin},
      line{"frontdesk_requests_total", "HTTP requests", requests},
      line{"frontdesk_responses_4xx_total", "Answers 400 to 499", responses_client_error},
      line{"frontdesk_responses_5xx_total", "Answers 500 to 599", responses_server_error},
      line{"frontdesk_frames_in_total", "Frames received", frames_in},
      line{"frontdesk_frames_out_total", "Frames queued for peers", frames_out},
      line{"frontdesk_outbox_overflows_total", "Peers cut off: do not read", outbox_overflows},
      line{"frontdesk_deadlines_missed_total", "Peers cut off: too slow", deadlines_missed},
      line{"frontdesk_turns_total", "Turns stored", turns},
      line{"frontdesk_repeats_total", "Resent messages answered with their first ack", repeats},
      line{"frontdesk_busy_total", "Commands refused as busy", busy},
      line{"frontdesk_store_errors_total", "Failed store calls", store_errors},
      line{"frontdesk_alerts_total", "Alerts raised for staff", alerts}};
  std::string out;
  const auto write = [&](const line& l, const char* type) {
    head(out, l.name, l.help, type);
    out.append(l.name).append(" ").append(std::to_string(l.value)).append("\n");
  };
  for (const auto& g : gauges) write(g, "gauge");
  for (const auto& c : counters) write(c, "counter");
  turn_seconds.write(out, "frontdesk_turn_seconds", "From a command's arrival to its ack");
  return out;
}

}  // namespace frontdesk::net
