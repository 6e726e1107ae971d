// SPDX-License-Identifier: Apache-2.0
// What a visitor's words say for a consultation request: a name, a phone number or an e-mail
// address, wished times, new or returning. Lenient: what is not understood is not found, and the
// form asks again.
#pragma once
#include "base/clock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::booking {

/// A wished time as far as it is clear: a day or weekdays, a part of the day or hours, local to the
/// clinic.
struct wish {
  std::optional<std::chrono::year_month_day> day;
  std::vector<std::chrono::weekday> weekdays;
  std::optional<std::chrono::minutes> from, until;  ///< since midnight; "at 10" is the hour from 10
};
struct found {
  std::optional<std::string> name;
  std::optional<std::string>
      phone;              ///< E.164, as +14105550123; US numbers when no country is given
  std::string extension;  ///< of the phone number, digits
  std::optional<std::string> email;
  std::optional<std::string> times;  ///< the visitor's own words for the times, trimmed of the rest
  std::vector<wish> wishes;
  std::optional<bool> returning;
};
/// What the form asked for last, so that a bare "Maria Lopez" or "mornings" is read as the answer.
enum class expected : unsigned char { nothing, name, contact, times, returning };

/// `local_now` is the clinic's wall clock; `spanish` chooses between readings where the words
/// differ.
found extract(
    std::string_view text,
    std::chrono::local_time<std::chrono::minutes> local_now,
    bool spanish,
    expected asked
);

}  // namespace frontdesk::booking
