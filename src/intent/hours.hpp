// SPDX-License-Identifier: Apache-2.0
// Opening hours and holidays in the clinic's time zone, over daylight saving changes.
#pragma once
#include "base/clock.hpp"
#include "intent/model.hpp"

#include <optional>

namespace frontdesk::intent {

/// Whether the hours in the settings say "open" at `now`; nothing when hours are not known.
std::optional<bool> is_open(const settings& s, time_point now);
/// The next opening after `now`, at most 60 days ahead; nothing when hours are not known or there
/// is none.
std::optional<time_point> next_opening(const settings& s, time_point now);
/// The calendar day at the clinic.
std::chrono::year_month_day local_day(const settings& s, time_point now);
/// "Monday, March 9 at 9:00 AM" / "lunes 9 de marzo, 9:00 a. m.", in the clinic's time zone.
std::string spoken_time(const settings& s, time_point t, language in);

}  // namespace frontdesk::intent
