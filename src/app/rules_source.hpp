// SPDX-License-Identifier: Apache-2.0
// The rules in force. Whoever answers asks anew for each message, so a publish reaches every
// conversation at its next turn.
#pragma once
#include "intent/rules.hpp"

namespace frontdesk::app {

/// io thread only.
class rules_source {
 public:
  virtual ~rules_source() = default;
  /// Never null. What was got stays valid and unchanged for as long as it is held.
  virtual intent::rules_ptr current() const = 0;
};

}  // namespace frontdesk::app
