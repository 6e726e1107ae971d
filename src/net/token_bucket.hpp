// SPDX-License-Identifier: Apache-2.0
// A rate limit: so many at once, refilled by so many a second.
#pragma once
#include "base/clock.hpp"

#include <algorithm>
#include <chrono>

namespace frontdesk::net {

class token_bucket {
 public:
  token_bucket(double burst, double per_second, time_point now)
      : burst_(burst), per_second_(per_second), level_(burst), at_(now) {}

  /// Takes one. False: none is left, and `retry_after` says when there will be one.
  bool take(time_point now) {
    refill(now);
    if (level_ < 1) return false;
    level_ -= 1;
    return true;
  }
  std::chrono::milliseconds retry_after() const {
    return std::chrono::milliseconds{static_cast<long>((1 - level_) / per_second_ * 1000) + 1};
  }
  /// As full as at the beginning: nothing needs to be remembered of it.
  bool full(time_point now) const {
    const std::chrono::duration<double> passed = now - at_;
    return level_ + passed.count() * per_second_ >= burst_;
  }

 private:
  void refill(time_point now) {
    const std::chrono::duration<double> passed = now - at_;
    // A clock that was set back gives nothing, and takes nothing.
    if (passed.count() > 0) level_ = std::min(burst_, level_ + passed.count() * per_second_);
    at_ = now;
  }
  double burst_, per_second_, level_;
  time_point at_;
};

}  // namespace frontdesk::net
