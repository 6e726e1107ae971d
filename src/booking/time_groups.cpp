// SPDX-License-Identifier: Apache-2.0
#include "booking/time_groups.hpp"

#include <algorithm>

namespace frontdesk::booking {
namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::local_days;
using chrono::weekday;

void add_wishes(const group& g, local_days today, std::vector<wish>& to) {
  wish w;
  if (g.span) {
    w.from = g.span->from;
    w.until = g.span->until;
  }
  for (const auto d : g.dates) {
    w.day = chrono::year_month_day{d};
    to.push_back(w);
  }
  if (g.week) {
    const auto monday = today - (weekday{today} - chrono::Monday) + days{7 * *g.week};
    for (auto d = monday; d < monday + days{7}; d += days{1}) {
      const weekday name{d};
      const bool wanted =
          g.weekdays.empty()
              ? name != chrono::Saturday && name != chrono::Sunday
              : std::find(g.weekdays.begin(), g.weekdays.end(), name) != g.weekdays.end();
      if (!wanted || d < today) continue;
      w.day = chrono::year_month_day{d};
      to.push_back(w);
    }
    return;
  }
  if (!g.weekdays.empty()) {
    w.day.reset();
    w.weekdays = g.weekdays;
    to.push_back(w);
  } else if (g.dates.empty() && g.span) {
    to.push_back(w);
  }
}

}  // namespace

std::vector<wish> wishes_of(const std::vector<group>& groups, bool any, local_days today) {
  std::vector<wish> all;
  std::vector<weekday> out;
  for (const auto& g : groups) {
    if (g.excluded)
      out.insert(out.end(), g.weekdays.begin(), g.weekdays.end());
    else
      add_wishes(g, today, all);
  }
  if (all.empty() && any && out.empty()) all.emplace_back();
  if (out.empty()) return all;
  if (all.empty()) all.emplace_back();
  const auto excluded = [&](weekday d) {
    return std::find(out.begin(), out.end(), d) != out.end();
  };
  for (auto& w : all) {
    if (w.weekdays.empty() && !w.day) {
      for (unsigned d = 0; d < 7; ++d) w.weekdays.emplace_back(d);
    }
    std::erase_if(w.weekdays, excluded);
  }
  std::erase_if(all, [&](const wish& w) {
    return w.day ? excluded(weekday{local_days{*w.day}}) : w.weekdays.empty();
  });
  return all;
}

}  // namespace frontdesk::booking
