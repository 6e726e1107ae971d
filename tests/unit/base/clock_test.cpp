// SPDX-License-Identifier: Apache-2.0
#include "base/clock.hpp"

#include <catch2/catch.hpp>

using frontdesk::from_iso;
using frontdesk::manual_clock;
using frontdesk::time_point;
using frontdesk::to_iso;
using namespace std::chrono_literals;
using std::chrono::March;
using std::chrono::sys_days;

TEST_CASE("a time is written and read in one form", "[clock]") {
  const time_point t = sys_days{2026y / March / 10} + 13h + 30min + 123ms;
  CHECK(to_iso(t) == "2026-03-10T13:30:00.123Z");
  CHECK(from_iso("2026-03-10T13:30:00.123Z") == t);
}

TEST_CASE("the first and the last time that can be written are read back", "[clock]") {
  const auto* text =
      GENERATE("0000-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
  CHECK(to_iso(from_iso(text).value()) == text);
}

TEST_CASE("a time is read with an offset, without seconds, without milliseconds", "[clock]") {
  const time_point t = sys_days{2026y / March / 10} + 13h + 30min;
  CHECK(from_iso("2026-03-10T09:30-04:00") == t);
  CHECK(from_iso("2026-03-10T13:30:00Z") == t);
  CHECK(from_iso("2026-03-10T19:00:00+05:30") == t);
}

TEST_CASE("what is no time is refused", "[clock]") {
  const auto text = GENERATE(
      "",
      "2026",
      "2026-02-30T10:00Z",
      "2026-13-01T10:00Z",
      "2026-03-10",
      "2026-03-10T24:00Z",
      "2026-03-10T10:61Z",
      "2026-03-10T10:00",
      "2026-03-10T10:00:00.1Z",
      "2026-03-10T10:00Zx",
      "2026-03-10T10:00+5:00",
      "20a6-03-10T10:00Z",
      "0000-01-01T00:00+00:01",
      "9999-12-31T23:59-00:01"
  );
  CHECK_FALSE(from_iso(text).has_value());
}

TEST_CASE("a manual clock stands until it is moved", "[clock]") {
  manual_clock clock{time_point{}};
  CHECK(clock.now() == time_point{});
  clock.advance(5s);
  CHECK(clock.now() == time_point{5s});
}
