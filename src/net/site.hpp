// SPDX-License-Identifier: Apache-2.0
// Everything that all connections share, and the list of those that are open.
#pragma once
#include "base/clock.hpp"
#include "base/limits.hpp"
#include "net/addresses.hpp"
#include "net/asset_site.hpp"
#include "net/metrics.hpp"
#include "net/task_group.hpp"
#include "net/timing_wheel.hpp"
#include "net/web_socket.hpp"

#include <boost/asio/io_context.hpp>

#include <set>
#include <vector>

namespace frontdesk::net {

/// An open connection, as shutting down sees it.
class connection {
 public:
  virtual ~connection() = default;
  /// The program stops: say goodbye as soon as what is under way is done.
  virtual void drain() = 0;
  /// Out of patience: close the socket now.
  virtual void abandon() = 0;
};

/// io thread only; outlives all connections.
struct site {
  site(asio::io_context& context, const limits& b, const clock& c, std::span<const asset> pages)
      : io(context), bounds(b), time(c), tasks(context), addresses(b), assets(pages) {}

  asio::io_context& io;
  const limits& bounds;
  const clock& time;
  timing_wheel wheel;
  net::metrics metrics;
  task_group tasks;
  address_guard addresses;
  trusted_proxies proxies;
  origin_policy origins;
  asset_site assets;
  router routes;
  std::vector<socket_route> sockets;

  bool draining = false;
  std::uint64_t connections_made = 0;  ///< gives each its number in the log
  std::set<connection*> open;
  std::size_t turned_away = 0;  ///< connections over a limit that are being told so
};

/// Holds a place in the list and in the counts, while it lives.
class admission {
 public:
  admission(site& s, connection& c, std::string address);
  ~admission();
  admission(const admission&) = delete;
  admission& operator=(const admission&) = delete;

  /// The address that the guard has let in for this connection.
  void count_for(std::string address) { address_ = std::move(address); }
  bool counted() const { return !address_.empty(); }
  /// Hands it on to the next holder of the socket, who leaves then.
  std::string take_address() { return std::exchange(address_, {}); }

 private:
  site& site_;
  connection& connection_;
  std::string address_;  // empty: not counted by address
};

}  // namespace frontdesk::net
