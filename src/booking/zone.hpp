// SPDX-License-Identifier: Apache-2.0
// The clinic's wall clock, and a contact as people write it.
#pragma once
#include "base/clock.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace frontdesk::booking {

/// UTC to the wall clock of an IANA zone ("America/New_York"), in minutes. A zone that the system
/// does not know counts as UTC: a wish read a few hours off is better than no desk.
std::chrono::local_time<std::chrono::minutes> wall_clock(time_point t, std::string_view zone);

/// What people call the zone at that time: "EST", "EDT"; "UTC-03" where it has no name, "UTC" for a
/// zone that the system does not know.
std::string zone_word(time_point t, std::string_view zone);

/// +14105550123 as (410) 555-0123, with what follows it (an extension); anything else as it is.
std::string readable_contact(std::string_view contact);

}  // namespace frontdesk::booking
