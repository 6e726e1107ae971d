// SPDX-License-Identifier: Apache-2.0
#include "app/status_routes.hpp"

namespace frontdesk::app {
namespace {

net::http_response text(int status, std::string body) {
  net::http_response out{status};
  out.body = std::move(body);
  out.with("Content-Type", "text/plain; charset=utf-8").with("Cache-Control", "no-store");
  return out;
}

// What the hub counts for itself is fetched when somebody looks.
std::string metrics_text(net::site& site, const hub& desk) {
  auto& m = site.metrics;
  const auto& c = desk.counts();
  m.turns = c.turns;
  m.repeats = c.repeats;
  m.busy = c.refused;
  m.store_errors = c.store_failures;
  m.alerts = c.alerts;
  m.turn_seconds = c.turn_seconds;
  m.conversations_live = desk.in_memory();
  m.visitors_waiting = desk.waiting();
  m.staff_online = desk.staff_online() ? 1 : 0;
  return m.text();
}

asio::awaitable<net::http_response> at_once(net::http_response response) {
  co_return std::move(response);
}

}  // namespace

void add_status_routes(net::site& site, const hub& desk, const bool& ready) {
  site.routes.add("GET", "/healthz", [](const net::http_request&) {
    return at_once(text(200, "ok\n"));
  });
  site.routes.add("GET", "/readyz", [&ready](const net::http_request&) {
    return at_once(ready ? text(200, "ready\n") : text(503, "not ready\n"));
  });
  site.routes.add("GET", "/metrics", [&site, &desk](const net::http_request&) {
    return at_once(text(200, metrics_text(site, desk)));
  });
}

}  // namespace frontdesk::app
