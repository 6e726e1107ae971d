// SPDX-License-Identifier: Apache-2.0
// The server of the program, with other limits: nothing else is different. usage:
// serve_with_limits DATA RULES [NAME=NUMBER]... (names and units as in base/limits.hpp)
#include "app/server.hpp"

#include <csignal>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace {

using frontdesk::limits;
using setter = void (*)(limits&, double);

std::chrono::seconds whole_seconds(double n) { return std::chrono::seconds{static_cast<long>(n)}; }
std::size_t count(double n) { return static_cast<std::size_t>(n); }

const std::map<std::string_view, setter> known{
    {"hello", [](limits& l, double n) { l.hello = whole_seconds(n); }},
    {"http_request", [](limits& l, double n) { l.http_request = whole_seconds(n); }},
    {"ws_idle", [](limits& l, double n) { l.ws_idle = whole_seconds(n); }},
    {"ws_write", [](limits& l, double n) { l.ws_write = whole_seconds(n); }},
    {"drain", [](limits& l, double n) { l.drain = whole_seconds(n); }},
    {"connections_max", [](limits& l, double n) { l.connections_max = count(n); }},
    {"connections_per_address_max",
     [](limits& l, double n) { l.connections_per_address_max = count(n); }},
    {"address_connects_burst", [](limits& l, double n) { l.address_connects_burst = n; }},
    {"address_connects_per_s", [](limits& l, double n) { l.address_connects_per_s = n; }},
    {"outbox_bytes_max", [](limits& l, double n) { l.outbox_bytes_max = count(n); }},
    {"messages_per_conversation_max",
     [](limits& l, double n) { l.messages_per_conversation_max = count(n); }},
};

bool set(limits& bounds, std::string_view option) {
  const auto equals = option.find('=');
  const auto found = known.find(option.substr(0, equals));
  if (equals == std::string_view::npos || found == known.end()) return false;
  found->second(bounds, std::stod(std::string{option.substr(equals + 1)}));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  frontdesk::app::server_options options;
  options.port = 0;
  options.data = argv[1];
  options.rules = argv[2];
  for (int i = 3; i < argc; ++i) {
    if (!set(options.bounds, argv[i])) {
      std::fprintf(stderr, "no such limit: %s\n", argv[i]);
      return 2;
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
  frontdesk::app::announcements say;
  say.progress = [](const std::string&) {};
  say.ready = [](const frontdesk::app::addresses&) {};
  const auto failure = frontdesk::app::run_server(std::move(options), std::move(say));
  if (failure) std::fprintf(stderr, "%s\n", failure->c_str());
  return failure ? 3 : 0;
}
