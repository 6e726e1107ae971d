// SPDX-License-Identifier: Apache-2.0
// The two WebSocket addresses of the contract.
#pragma once
#include "app/hub.hpp"
#include "app/logins.hpp"
#include "net/site.hpp"
#include "net/web_socket.hpp"

namespace frontdesk::app {

/// `/v1/chat`: anybody on a listed page. Hub and site outlive the route.
net::socket_route visitor_route(hub& desk, net::site& site);
/// `/v1/console`: whoever is logged in, from a page of this host. 401 without a login that stands.
net::socket_route console_route(hub& desk, login_check& logins);

}  // namespace frontdesk::app
