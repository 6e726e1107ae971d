// SPDX-License-Identifier: Apache-2.0
// How often somebody may try to log in: one bucket an address, one a user name.
#pragma once
#include "base/limits.hpp"
#include "net/token_bucket.hpp"

#include <string>
#include <unordered_map>

namespace frontdesk::app {

class attempts {
 public:
  attempts(const limits& bounds, const clock& time) : limits_(bounds), clock_(time) {}

  /// False: too many by this key lately.
  bool take(const std::string& key);
  /// What succeeded was no guess: it does not count.
  void forgive(const std::string& key) { buckets_.erase(key); }

 private:
  void make_room();
  limits limits_;
  const clock& clock_;
  std::unordered_map<std::string, net::token_bucket> buckets_;
};

}  // namespace frontdesk::app
