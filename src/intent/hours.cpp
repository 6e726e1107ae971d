// SPDX-License-Identifier: Apache-2.0
// The standard library of GCC 12 has no time zones; date/tz.h reads the system's (Debian's tzdata).
#include "intent/hours.hpp"

#include <date/tz.h>

#include <cstdio>

namespace frontdesk::intent {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int days_ahead_max = 60;

// Settings are checked when they are read; a zone that is gone from the system is read as UTC.
const date::time_zone* zone_of(const settings& s) {
  try {
    return date::locate_zone(s.time_zone);
  } catch (const std::exception&) {
    return date::locate_zone("UTC");
  }
}

/// Wall clock at the clinic: the day, and what has passed since its midnight.
struct wall {
  sys_days day;
  std::chrono::milliseconds since_midnight;
};
wall wall_of(const settings& s, time_point t) {
  const auto local = zone_of(s)->to_local(t).time_since_epoch();
  const auto day = std::chrono::floor<days>(local);
  return {sys_days(day), local - day};
}

// A time that a clock change leaves out is the moment of the change; one that comes twice is the
// first.
time_point moment(const settings& s, sys_days day, minutes at) {
  const date::local_time<std::chrono::milliseconds> local(day.time_since_epoch() + at);
  return zone_of(s)->to_sys(local, date::choose::earliest);
}

const std::vector<opening>& openings(const settings& s, sys_days day) {
  static const std::vector<opening> closed;
  if (s.holidays.count(year_month_day(day))) return closed;
  return (*s.hours)[std::chrono::weekday(day).iso_encoding() - 1];
}

struct spoken {
  const char* weekdays[7];  // from Sunday, as std::chrono counts
  const char* months[12];
};
constexpr spoken english{
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    {"January",
     "February",
     "March",
     "April",
     "May",
     "June",
     "July",
     "August",
     "September",
     "October",
     "November",
     "December"}};
constexpr spoken spanish{
    {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
    {"enero",
     "febrero",
     "marzo",
     "abril",
     "mayo",
     "junio",
     "julio",
     "agosto",
     "septiembre",
     "octubre",
     "noviembre",
     "diciembre"}};

}  // namespace

std::optional<bool> is_open(const settings& s, time_point now) {
  if (!s.hours) return std::nullopt;
  const auto here = wall_of(s, now);
  for (const auto& o : openings(s, here.day)) {
    if (o.from <= here.since_midnight && here.since_midnight < o.to) return true;
  }
  return false;
}

std::optional<time_point> next_opening(const settings& s, time_point now) {
  if (!s.hours) return std::nullopt;
  const auto today = wall_of(s, now).day;
  for (int d = 0; d <= days_ahead_max; ++d) {
    for (const auto& o : openings(s, today + days(d))) {
      const auto t = moment(s, today + days(d), o.from);
      if (t > now) return t;
    }
  }
  return std::nullopt;
}

year_month_day local_day(const settings& s, time_point now) { return wall_of(s, now).day; }

std::string spoken_time(const settings& s, time_point t, language in) {
  const auto here = wall_of(s, t);
  const year_month_day day(here.day);
  const auto minute = std::chrono::duration_cast<minutes>(here.since_midnight).count();
  const auto& words = in == language::es ? spanish : english;
  const char* weekday = words.weekdays[std::chrono::weekday(here.day).c_encoding()];
  const char* month = words.months[static_cast<unsigned>(day.month()) - 1];
  const bool morning = minute < 12 * 60;
  const int hour = static_cast<int>((minute / 60 + 11) % 12 + 1);
  const int past = static_cast<int>(minute % 60);
  const auto date = static_cast<unsigned>(day.day());
  char out[80];
  if (in == language::es) {
    const char* half = morning ? "a. m." : "p. m.";
    std::snprintf(
        out, sizeof out, "%s %u de %s, %d:%02d %s", weekday, date, month, hour, past, half
    );
  } else {
    const char* half = morning ? "AM" : "PM";
    std::snprintf(
        out, sizeof out, "%s, %s %u at %d:%02d %s", weekday, month, date, hour, past, half
    );
  }
  return out;
}

}  // namespace frontdesk::intent
