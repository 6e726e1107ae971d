// SPDX-License-Identifier: Apache-2.0
// A connection over a limit gets a sentence and goes, without being read: whoever is turned away
// must not cost what the limit protects.
#pragma once
#include "net/outgoing.hpp"
#include "net/site.hpp"

namespace frontdesk::net {

/// Sends `why` and closes once the peer has taken it, or after a second. At most
/// limits::turned_away_max at once; beyond that the socket is closed without a word. io thread.
void turn_away(site& s, tcp_socket socket, const http_response& why);

}  // namespace frontdesk::net
