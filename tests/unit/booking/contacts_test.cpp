// SPDX-License-Identifier: Apache-2.0
#include "unit/booking/extract.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::booking {
namespace {

TEST_CASE("a US phone number is found in any spelling", "[phone]") {
  const auto text = GENERATE(
      as<std::string>{},
      "4105550123",
      "410-555-0123",
      "(410) 555-0123",
      "(410)555-0123",
      "410.555.0123",
      "410 555 0123",
      "+1 410 555 0123",
      "+14105550123",
      "1-410-555-0123",
      "1 (410) 555 0123",
      "my number is 410-555-0123 thanks",
      "call me at 410/555/0123.",
      "cell:4105550123",
      "410 - 555 - 0123",
      "410 5550123",
      "410\xE2\x80\x91"
      "555\xE2\x80\x91"
      "0123",
      "four one oh five five five zero one two three",
      "four one zero dash five five five dash oh one two three",
      "410 dash 555 dash 0123",
      "cuatro uno cero cinco cinco cinco cero uno dos tres",
      "410 guion 555 guion 0123",
      "mi tel es el 410 555 01 23",
      "text 410 five five five 0123",
      "at 10 410 555 0123 please"
  );
  INFO(text);
  CHECK(found_in(text).phone == "+14105550123");
}

TEST_CASE("an extension is kept beside the number", "[phone]") {
  const auto text = GENERATE(
      as<std::string>{},
      "410-555-0123 ext 12",
      "410-555-0123 x12",
      "410-555-0123, extension 12",
      "(410) 555-0123 ext. 12",
      "410 555 0123 extensión 12"
  );
  const auto f = found_in(text);
  INFO(text);
  CHECK(f.phone == "+14105550123");
  CHECK(f.extension == "12");
}

TEST_CASE("a number from abroad needs its plus sign, but for Mexico's", "[phone]") {
  CHECK(found_in("52 55 1234 5678").phone == "+525512345678");
  CHECK(found_in("+52 55 1234 5678").phone == "+525512345678");
  CHECK(found_in("+44 20 7946 0958").phone == "+442079460958");
}

TEST_CASE("what is no phone number is not taken for one", "[phone]") {
  const auto text = GENERATE(
      as<std::string>{},
      "555-0123",
      "110-555-0123",
      "410-155-0123",
      "tuesday at 10",
      "3/12/2026",
      "I weigh 180 and I am 45",
      "take 20 mg 3 times",
      "two or three infusions",
      "12345678901234567890",
      "2026-03-10 09:30",
      "one",
      ""
  );
  INFO(text);
  CHECK_FALSE(found_in(text).phone);
}

TEST_CASE("an e-mail address is found written or spoken", "[email]") {
  const auto [text, address] = GENERATE(table<std::string, std::string>({
      {"ana@gmail.com", "ana@gmail.com"},
      {"it's ana.ruiz@gmail.com.", "ana.ruiz@gmail.com"},
      {"Ana_Ruiz-92@Example.ORG thanks", "Ana_Ruiz-92@example.org"},
      {"ana @ gmail.com", "ana@gmail.com"},
      {"ana@gmail,com", "ana@gmail.com"},
      {"ana at gmail dot com", "ana@gmail.com"},
      {"ana dot ruiz at gmail dot com", "ana.ruiz@gmail.com"},
      {"ana arroba gmail punto com", "ana@gmail.com"},
      {"mi correo es ana.ruiz arroba hotmail punto com", "ana.ruiz@hotmail.com"},
      {"ana underscore r at yahoo.com", "ana_r@yahoo.com"},
      {"ana at gmail com", "ana@gmail.com"},
      {"x@mail.clinic.example", "x@mail.clinic.example"},
      {"ana@correo.com.mx", "ana@correo.com.mx"},
  }));
  INFO(text);
  CHECK(found_in(text).email == address);
}

TEST_CASE("what is no address is not taken for one", "[email]") {
  const auto text = GENERATE(
      as<std::string>{},
      "at noon",
      "meet me at 10. com on",
      "I am at home",
      "ana@",
      "@ana",
      "look at dot com prices",
      "i am at work dot",
      ""
  );
  INFO(text);
  CHECK_FALSE(found_in(text).email);
}

TEST_CASE("an address with digits is no phone number and a number no address", "[email]") {
  const auto f = found_in("ana4105550123@gmail.com or 443 555 0199");
  CHECK(f.email == "ana4105550123@gmail.com");
  CHECK(f.phone == "+14435550199");
}

}  // namespace
}  // namespace frontdesk::booking
