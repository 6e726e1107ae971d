// SPDX-License-Identifier: Apache-2.0
// The running program: everything wired together, from the listener to the store, and the way it
// stops.
#pragma once
#include "base/limits.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace frontdesk::app {

struct server_options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: a free one
  std::filesystem::path data = "data", rules = "intents";
  std::filesystem::path key_file;            ///< empty: in the data folder
  std::vector<std::string> origins;          ///< pages that may open the chat, besides our own
  std::vector<std::string> trusted_proxies;  ///< whose X-Forwarded-* is believed
  limits bounds;
};

/// Where it can be reached, once it can.
struct addresses {
  std::uint16_t port = 0;
  std::optional<std::string> first_admin_token;  ///< nobody can administer yet
};

/// What is said on the terminal while it starts.
struct announcements {
  std::function<void(const std::string& sentence)> progress;
  std::function<void(const addresses&)> ready;
};

/// Runs until SIGTERM or SIGINT; a second signal ends the process at once. Nothing: it ended in
/// order; else a sentence that says what is wrong and what to do. Once in a process: it takes the
/// signals and the calling thread.
std::optional<std::string> run_server(server_options options, announcements say);

}  // namespace frontdesk::app
