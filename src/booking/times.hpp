// SPDX-License-Identifier: Apache-2.0
// Wished times in a message: days, weekdays, parts of the day, hours, in English and Spanish.
#pragma once
#include "booking/wishes.hpp"
#include "booking/words.hpp"

#include <vector>

namespace frontdesk::booking {

struct found_times {
  std::vector<wish> wishes;
  std::size_t first = 0, last = 0;  ///< the words [first, last) that speak of times; none: equal
};

found_times find_times(
    std::string_view text,
    const std::vector<word>& words,
    const std::vector<bool>& taken,
    std::chrono::local_time<std::chrono::minutes> local_now,
    bool asked
);

}  // namespace frontdesk::booking
