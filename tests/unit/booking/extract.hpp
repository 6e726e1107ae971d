// SPDX-License-Identifier: Apache-2.0
// Shorthand for the tables of this folder: what is found in a message at one fixed moment,
// Tuesday, March 10, 2026, 9:30 at the clinic.
#pragma once
#include "booking/wishes.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace frontdesk::booking {

inline constexpr std::chrono::local_days tuesday{
    std::chrono::year{2026} / std::chrono::March / std::chrono::day{10}};

inline found found_in(std::string_view text, expected asked = expected::nothing) {
  const auto now = tuesday + std::chrono::hours{9} + std::chrono::minutes{30};
  return extract(text, now, false, asked);
}

/// "Tue,Thu -12:00", "2026-03-11 12:00-17:00", "any": a wish in one line.
inline std::string shown(const wish& w) {
  std::string s;
  static constexpr const char* names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  for (const auto d : w.weekdays) s += (s.empty() ? "" : ",") + std::string{names[d.c_encoding()]};
  char buffer[16];
  if (w.day) {
    std::snprintf(
        buffer,
        sizeof buffer,
        "%02u/%02u",
        static_cast<unsigned>(w.day->month()),
        static_cast<unsigned>(w.day->day())
    );
    s += buffer;
  }
  const auto clock = [&](const std::optional<std::chrono::minutes>& m) {
    if (!m) return std::string{};
    std::snprintf(
        buffer,
        sizeof buffer,
        "%02d:%02d",
        static_cast<int>(m->count() / 60) % 100,
        static_cast<int>(m->count() % 60)
    );
    return std::string{buffer};
  };
  if (w.from || w.until) s += (s.empty() ? "" : " ") + clock(w.from) + "-" + clock(w.until);
  return s.empty() ? "any" : s;
}

inline std::string shown(const std::vector<wish>& wishes) {
  std::string s;
  for (const auto& w : wishes) s += (s.empty() ? "" : "; ") + shown(w);
  return s;
}

}  // namespace frontdesk::booking
