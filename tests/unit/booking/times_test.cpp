// SPDX-License-Identifier: Apache-2.0
#include "booking/zone.hpp"
#include "unit/booking/extract.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::booking {
namespace {

TEST_CASE("wished times are read in both languages", "[times]") {
  const auto [text, wishes] = GENERATE(table<std::string, std::string>({
      {"tuesday", "Tue"},
      {"tuesday or thursday mornings", "Tue,Thu -12:00"},
      {"Tuesdays and Thursdays in the morning", "Tue,Thu -12:00"},
      {"mornings on monday or friday", "Mon,Fri -12:00"},
      {"monday morning or friday afternoon", "Mon -12:00; Fri 12:00-17:00"},
      {"any day after 3", "15:00-"},
      {"before noon", "-12:00"},
      {"after 5:30 pm", "17:30-"},
      {"between 2 and 4", "14:00-16:00"},
      {"monday 9-11am", "Mon 09:00-11:00"},
      {"weekdays after 4pm", "Mon,Tue,Wed,Thu,Fri 16:00-"},
      {"weekends", "Sat,Sun"},
      {"anytime", "any"},
      {"whenever works", "any"},
      {"as soon as possible", "any"},
      {"tomorrow", "03/11"},
      {"tomorrow afternoon", "03/11 12:00-17:00"},
      {"day after tomorrow at 10", "03/12 10:00-11:00"},
      {"next week", "03/16; 03/17; 03/18; 03/19; 03/20"},
      {"next tuesday", "03/17"},
      {"next week tuesday or wednesday morning", "03/17 -12:00; 03/18 -12:00"},
      {"this week", "03/10; 03/11; 03/12; 03/13"},
      {"March 12th", "03/12"},
      {"12 march at 10:30", "03/12 10:30-11:30"},
      {"3/12 in the afternoon", "03/12 12:00-17:00"},
      {"not wednesdays", "Sun,Mon,Tue,Thu,Fri,Sat"},
      {"mornings, not wednesdays", "Sun,Mon,Tue,Thu,Fri,Sat -12:00"},
      {"any day except monday and friday", "Sun,Tue,Wed,Thu,Sat"},
      {"i can't do mondays, tuesday is fine", "Tue"},
      {"friday at noon", "Fri 12:00-13:00"},
      {"wed at 2", "Wed 14:00-15:00"},
      {"el lunes a las 10", "Mon 10:00-11:00"},
      {"lunes a las 4 de la tarde", "Mon 16:00-17:00"},
      {"mañana por la tarde", "03/11 12:00-17:00"},
      {"por la mañana", "-12:00"},
      {"martes o jueves en la mañana", "Tue,Thu -12:00"},
      {"mañana en la mañana", "03/11 -12:00"},
      {"pasado mañana", "03/12"},
      {"la próxima semana", "03/16; 03/17; 03/18; 03/19; 03/20"},
      {"la semana que viene", "03/16; 03/17; 03/18; 03/19; 03/20"},
      {"cualquier día después de las 3", "15:00-"},
      {"antes de las 11", "-11:00"},
      {"entre las 2 y las 4", "14:00-16:00"},
      {"de 9 a 11", "09:00-11:00"},
      {"los sábados", "Sat"},
      {"miércoles no, jueves sí", "Thu"},
      {"menos los lunes", "Sun,Tue,Wed,Thu,Fri,Sat"},
      {"el 12 de marzo", "03/12"},
      {"entre semana por las tardes", "Mon,Tue,Wed,Thu,Fri 12:00-17:00"},
      {"cuando puedan", "any"},
      {"lo antes posible", "any"},
      {"fin de semana", "Sat,Sun"},
  }));
  INFO(text);
  CHECK(shown(found_in(text, expected::times).wishes) == wishes);
}

TEST_CASE("the visitor's own words for the times are kept", "[times]") {
  const auto [text, times] = GENERATE(table<std::string, std::string>({
      {"can i come in on tuesday or thursday mornings please", "tuesday or thursday mornings"},
      {"I'd like to book for next tuesday at 10am", "next tuesday at 10am"},
      {"book me any day after 3, my number is 410 555 0123", "any day after 3"},
      {"quiero una cita el lunes a las 10", "el lunes a las 10"},
      {"Ana Ruiz, 410-555-0123, friday afternoon", "friday afternoon"},
  }));
  INFO(text);
  CHECK(found_in(text).times == times);
}

TEST_CASE("asked for times, the whole answer is kept", "[times]") {
  CHECK(found_in("Fridays are best for me.", expected::times).times == "Fridays are best for me");
}

TEST_CASE("what is no wish is not taken for one", "[times]") {
  const auto text = GENERATE(
      as<std::string>{},
      "how much does it cost",
      "I have had pain since monday",
      "I called yesterday",
      "good morning",
      "buenas tardes",
      "two infusions",
      "my name is Ana",
      "last tuesday was bad",
      "410 555 0123",
      "I may come",
      ""
  );
  INFO(text);
  CHECK_FALSE(found_in(text).times);
  CHECK(found_in(text).wishes.empty());
}

TEST_CASE("several fields of one message do not disturb each other", "[times][name][phone]") {
  const auto f = found_in("Hi, I'm Ana Ruiz, 410 555 0123, tuesdays after 3, it's my first time");
  CHECK(f.name == "Ana Ruiz");
  CHECK(f.phone == "+14105550123");
  CHECK(shown(f.wishes) == "Tue 15:00-");
  CHECK(f.returning == false);
}

TEST_CASE("the clinic's wall clock follows daylight saving", "[zone]") {
  const auto utc = from_iso("2026-03-08T06:30:00Z").value();
  const auto later = from_iso("2026-03-08T07:30:00Z").value();
  const auto before = wall_clock(utc, "America/New_York");
  CHECK(wall_clock(later, "America/New_York") - before == std::chrono::hours{2});
  CHECK(wall_clock(utc, "No/Such_Zone").time_since_epoch() == utc.time_since_epoch());
}

TEST_CASE("a contact is shown as people write it", "[phone]") {
  CHECK(readable_contact("+14105550123") == "(410) 555-0123");
  CHECK(readable_contact("+14105550123 x12") == "(410) 555-0123 x12");
  CHECK(readable_contact("+525512345678") == "+525512345678");
  CHECK(readable_contact("ana@gmail.com") == "ana@gmail.com");
}

TEST_CASE("no message makes the reading fail, however odd", "[times]") {
  const auto text = GENERATE(
      as<std::string>{},
      "''''",
      "::::",
      "12:",
      ":30",
      "a:1",
      "1/",
      "/1/",
      "@.@",
      "\xC3\xB1",
      "99:99",
      "0 0 0 0",
      "+",
      "march",
      "may 99",
      "2/30"
  );
  for (const auto asked :
       {expected::nothing, expected::name, expected::contact, expected::times, expected::returning})
    CHECK_NOTHROW(found_in(text, asked));
}

}  // namespace
}  // namespace frontdesk::booking
