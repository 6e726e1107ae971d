// SPDX-License-Identifier: Apache-2.0
#include "intent/hours.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::intent;
using namespace std::chrono_literals;

namespace {

// Monday to Friday 9:00 to 12:30 and 13:30 to 17:00 in Baltimore, closed at Christmas.
settings weekdays() {
  settings s;
  auto& week = s.hours.emplace();
  for (std::size_t d = 0; d < 5; ++d) week[d] = {{9h, 12h + 30min}, {13h + 30min, 17h}};
  s.holidays[std::chrono::year(2026) / 12 / 25] = {{"Christmas", "Navidad"}};
  return s;
}

time_point at(const char* iso) { return *from_iso(iso); }

}  // namespace

TEST_CASE("the clinic is open at its own wall clock, in winter and in summer", "[hours]") {
  const auto s = weekdays();
  std::string when;
  bool open = false;
  std::tie(when, open) = GENERATE(table<std::string, bool>({
      {"2026-01-12T14:00:00Z", true},   // Monday 9:00 EST
      {"2026-01-12T13:59:59Z", false},  // a second before
      {"2026-07-13T13:00:00Z", true},   // Monday 9:00 EDT
      {"2026-07-13T21:00:00Z", false},  // closes at 17:00 sharp
      {"2026-07-13T16:45:00Z", false},  // lunch
      {"2026-07-11T15:00:00Z", false},  // Saturday
      {"2026-12-25T15:00:00Z", false},  // Christmas, a Friday
      {"2026-03-09T13:00:00Z", true},   // the Monday after clocks went forward
      {"2026-03-06T13:30:00Z", false},  // the Friday before: 8:30
      {"2026-07-14T01:00:00Z", false},  // Monday evening there, Tuesday in UTC
  }));
  CAPTURE(when);
  CHECK(is_open(s, *from_iso(when)) == open);
}

TEST_CASE("the next opening is found over weekends, holidays and clock changes", "[hours]") {
  const auto s = weekdays();
  std::string now, next;
  std::tie(now, next) = GENERATE(table<std::string, std::string>({
      {"2026-03-06T23:00:00Z", "2026-03-09T13:00:00.000Z"},  // Friday night; clocks change Sunday
      {"2026-10-30T22:00:00Z", "2026-11-02T14:00:00.000Z"},  // and back again in autumn
      {"2026-12-24T23:00:00Z", "2026-12-28T14:00:00.000Z"},  // over Christmas and the weekend
      {"2026-07-13T12:00:00Z", "2026-07-13T13:00:00.000Z"},  // this morning
      {"2026-07-13T13:00:00Z", "2026-07-13T17:30:00.000Z"},  // just opened: after lunch
  }));
  CAPTURE(now);
  CHECK(to_iso(*next_opening(s, *from_iso(now))) == next);
}

TEST_CASE("an opening in the hour that a clock change leaves out is the change itself", "[hours]") {
  settings s;
  s.hours.emplace()[6] = {{2h + 30min, 10h}};
  CHECK(to_iso(*next_opening(s, at("2026-03-08T05:00:00Z"))) == "2026-03-08T07:00:00.000Z");
}

TEST_CASE("hours that are not known are neither open nor closed", "[hours]") {
  CHECK_FALSE(is_open({}, at("2026-07-13T13:00:00Z")));
  CHECK_FALSE(next_opening({}, at("2026-07-13T13:00:00Z")));
}

TEST_CASE("a clinic that never opens has no next opening", "[hours]") {
  settings s;
  s.hours.emplace();
  CHECK(is_open(s, at("2026-07-13T13:00:00Z")) == false);
  CHECK_FALSE(next_opening(s, at("2026-07-13T13:00:00Z")));
}

TEST_CASE("a time is said as a person would say it", "[hours]") {
  const auto s = weekdays();
  CHECK(spoken_time(s, at("2026-03-09T13:00:00Z"), language::en) == "Monday, March 9 at 9:00 AM");
  CHECK(spoken_time(s, at("2026-03-09T13:00:00Z"), language::es) == "lunes 9 de marzo, 9:00 a. m.");
  CHECK(spoken_time(s, at("2026-03-09T16:05:00Z"), language::en) == "Monday, March 9 at 12:05 PM");
  CHECK(spoken_time(s, at("2026-03-09T04:00:00Z"), language::en) == "Monday, March 9 at 12:00 AM");
}

TEST_CASE("the calendar day is the clinic's", "[hours]") {
  CHECK(local_day(weekdays(), at("2026-07-14T01:00:00Z")) == std::chrono::year(2026) / 7 / 13);
}
