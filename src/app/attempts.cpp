// SPDX-License-Identifier: Apache-2.0
#include "app/attempts.hpp"

namespace frontdesk::app {

bool attempts::take(const std::string& key) {
  make_room();
  const auto now = clock_.now();
  const auto found = buckets_.try_emplace(key, limits_.login_burst, limits_.login_per_s, now).first;
  return found->second.take(now);
}

// Full buckets say nothing. If all are in use, somebody guesses from everywhere; forgetting one
// costs less than refusing a member of staff.
void attempts::make_room() {
  if (buckets_.size() < limits_.login_buckets_max) return;
  const auto now = clock_.now();
  std::erase_if(buckets_, [now](const auto& entry) { return entry.second.full(now); });
  if (buckets_.size() >= limits_.login_buckets_max) buckets_.erase(buckets_.begin());
}

}  // namespace frontdesk::app
