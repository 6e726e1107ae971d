// SPDX-License-Identifier: Apache-2.0
// The visitors who wait for a person, first come first served; an alert goes before everybody.
#pragma once
#include "base/clock.hpp"
#include "base/ids.hpp"

#include <optional>
#include <vector>

namespace frontdesk::chat {

class waiting_queue {
 public:
  /// Adds or moves; `urgent` ones stand before the others, each group by `since`.
  void put(conversation_id who, time_point since, bool urgent);
  void remove(conversation_id who);
  /// 1 for the first; nothing if not waiting.
  std::optional<int> position(conversation_id who) const;
  std::vector<conversation_id> in_order() const;

 private:
  struct entry {
    conversation_id who;
    time_point since;
    bool urgent;
  };
  std::vector<entry> entries_;  // sorted
};

}  // namespace frontdesk::chat
