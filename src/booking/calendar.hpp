// SPDX-License-Identifier: Apache-2.0
// The words of days, parts of the day and hours.
#pragma once
#include "booking/words.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace frontdesk::booking {

std::optional<std::chrono::weekday> weekday_named(std::string_view folded);
std::optional<std::chrono::month> month_named(std::string_view folded);

/// Some time of a day; an open end is the beginning or the end of the day.
struct span_of_day {
  std::optional<std::chrono::minutes> from, until;
};
/// "morning", "tardes" ...
std::optional<span_of_day> part_of_day(std::string_view folded);

/// A clock time at word `i` ("10", "10:30", "3pm", "half past" is not read) and how many words it
/// takes; `bare`: neither minutes nor a.m./p.m. were given, so it might be any number.
struct clock_time {
  std::chrono::minutes at{};
  std::size_t words = 0;
  bool bare = false;
};
/// Without a.m. or p.m., 1 to 7 is the afternoon and 8 to 12 the morning and noon: the hours that
/// a clinic keeps.
std::optional<clock_time> clock_at(const std::vector<word>& words, std::size_t i);

}  // namespace frontdesk::booking
