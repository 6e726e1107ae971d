// SPDX-License-Identifier: Apache-2.0
#include "chat/queue.hpp"

#include <algorithm>
#include <tuple>

namespace frontdesk::chat {

void waiting_queue::put(conversation_id who, time_point since, bool urgent) {
  remove(who);
  // The id decides between two who came in the same millisecond: the same order on every node.
  const auto key = [](const entry& e) { return std::tuple{!e.urgent, e.since, e.who}; };
  const entry added{who, since, urgent};
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const entry& e) {
    return key(added) < key(e);
  });
  entries_.insert(at, added);
}

void waiting_queue::remove(conversation_id who) {
  std::erase_if(entries_, [&](const entry& e) { return e.who == who; });
}

std::optional<int> waiting_queue::position(conversation_id who) const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].who == who) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

std::vector<conversation_id> waiting_queue::in_order() const {
  std::vector<conversation_id> all;
  all.reserve(entries_.size());
  for (const auto& e : entries_) all.push_back(e.who);
  return all;
}

}  // namespace frontdesk::chat
