// SPDX-License-Identifier: Apache-2.0
// One HTTP connection: requests one after the other, until one of them becomes a WebSocket.
#pragma once
#include "net/outgoing.hpp"
#include "net/site.hpp"

#include <string>

namespace frontdesk::net {

/// Serves the connection in a coroutine of its own (HTTP is not the hot path). `address` is counted
/// by the address guard unless it is empty; `peer` is the address as text.
void start_http_session(site& s, tcp_socket socket, std::string peer, std::string address);

/// The head of an answer: status line, its own headers, the security headers, Date and length.
std::string head_of(const http_response& response, bool keep_alive, bool secure, time_point now);

}  // namespace frontdesk::net
