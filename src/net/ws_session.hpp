// SPDX-License-Identifier: Apache-2.0
// One WebSocket connection. Callbacks, not coroutines: measured on this path, a lean callback
// session reaches 0.75 of uWebSockets' throughput and a coroutine one 0.51, and g++ 12 destroys
// temporaries of many co_await forms twice (style, table 6).
#pragma once
#include "net/site.hpp"

#include <memory>

namespace frontdesk::net {

struct pending_upgrade;  // what http_session hands over: the socket and the request
                         // (ws_session.cpp)

/// Answers the upgrade and serves the connection until it ends. The session lives by its own
/// pending operations.
void start_ws_session(site& s, std::unique_ptr<pending_upgrade> from);

}  // namespace frontdesk::net
