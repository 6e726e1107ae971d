// SPDX-License-Identifier: Apache-2.0
#include "net/site.hpp"

namespace frontdesk::net {

admission::admission(site& s, connection& c, std::string address)
    : site_(s), connection_(c), address_(std::move(address)) {
  site_.open.insert(&connection_);
  site_.metrics.connections = site_.open.size();
}

admission::~admission() {
  site_.open.erase(&connection_);
  site_.metrics.connections = site_.open.size();
  if (!address_.empty()) site_.addresses.leave(address_);
}

}  // namespace frontdesk::net
