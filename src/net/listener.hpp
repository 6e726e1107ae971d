// SPDX-License-Identifier: Apache-2.0
// Listens on one address and starts an HTTP session for each connection.
#pragma once
#include "base/error.hpp"
#include "net/site.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace frontdesk::net {

class listener {
 public:
  virtual ~listener() = default;
  /// The port that was bound (a free one, if 0 was asked for).
  virtual std::uint16_t port() const = 0;
  virtual void start() = 0;
  /// No further connections; those that are open stay.
  virtual void stop() = 0;
};

/// Binds `address`:`port`. The error is the system's (address in use, not permitted ...).
result<std::unique_ptr<listener>> listen(site& s, const std::string& address, std::uint16_t port);

}  // namespace frontdesk::net
