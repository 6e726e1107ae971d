// SPDX-License-Identifier: Apache-2.0
// /healthz, /readyz and /metrics: for whoever operates the program.
#pragma once
#include "app/hub.hpp"
#include "net/site.hpp"

namespace frontdesk::app {

/// `ready` is looked at on each request. All outlive the routes.
void add_status_routes(net::site& site, const hub& desk, const bool& ready);

}  // namespace frontdesk::app
