// SPDX-License-Identifier: Apache-2.0
// How many connections one address may have and open, and which address a request really comes
// from.
#pragma once
#include "base/limits.hpp"
#include "net/http.hpp"
#include "net/token_bucket.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frontdesk::net {

/// Counts connections by address. io thread only.
class address_guard {
 public:
  explicit address_guard(const limits& bounds) : bounds_(bounds) {}
  /// False: too many at once, or too many in too short a time. If true, `leave` follows.
  bool enter(const std::string& address, time_point now);
  void leave(const std::string& address);
  /// Whoever begins anew on a connection that is open pays as if they had connected again. Nothing:
  /// they may; else how long they have to wait.
  std::optional<std::chrono::milliseconds> wait_to_begin_anew(
      const std::string& address, time_point now
  );
  /// Forgets addresses that are as good as new; called about once a minute.
  void tidy(time_point now);
  std::size_t size() const { return known_.size(); }

 private:
  struct record {
    std::size_t open = 0;
    token_bucket rate;
  };
  record& of(const std::string& address, time_point now);

  const limits& bounds_;
  std::unordered_map<std::string, record> known_;
};

/// The IPv6 /64 stands for the household that has it; an IPv4 address for itself, also when it
/// comes as IPv6.
std::string household(std::string_view address);

/// What the proxies in front say of a request; nobody else is believed.
class trusted_proxies {
 public:
  trusted_proxies() = default;
  explicit trusted_proxies(std::vector<std::string> addresses) : trusted_(std::move(addresses)) {}
  bool trusts(std::string_view address) const;
  /// Replaces request.peer by the last address in X-Forwarded-For that is no trusted proxy, and
  /// sets request.secure by X-Forwarded-Proto; only if the peer is a trusted proxy.
  void apply(http_request& request) const;

 private:
  std::vector<std::string> trusted_;
};

/// Which pages may open a WebSocket. A request without Origin is no browser's and passes.
class origin_policy {
 public:
  /// Origins such as `https://clinic.example`, compared without regard to case.
  explicit origin_policy(std::vector<std::string> listed = {});
  /// `any_listed`: also the listed ones; else only pages of the host that is asked.
  bool allows(const http_request& request, bool any_listed) const;

 private:
  std::vector<std::string> listed_;
};

}  // namespace frontdesk::net
