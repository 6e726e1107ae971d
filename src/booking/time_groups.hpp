// SPDX-License-Identifier: Apache-2.0
// The days and hours that a message speaks of, before they are wishes.
#pragma once
#include "booking/calendar.hpp"
#include "booking/wishes.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace frontdesk::booking {

// What is said of the same days: "Tuesday or Thursday" + "mornings".
struct group {
  std::vector<std::chrono::weekday> weekdays;
  std::vector<std::chrono::local_days> dates;
  std::optional<int> week;  // 0 this, 1 next ...
  std::optional<span_of_day> span;
  bool excluded = false;    // "not Wednesdays"
  bool span_first = false;  // "mornings on Monday or Friday"

  bool has_days() const { return !weekdays.empty() || !dates.empty() || week; }
};

/// `any`: "any time" was said. Weeks are counted from the one that `today` is in, Monday first.
std::vector<wish> wishes_of(
    const std::vector<group>& groups, bool any, std::chrono::local_days today
);

}  // namespace frontdesk::booking
