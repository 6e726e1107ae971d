// SPDX-License-Identifier: Apache-2.0
#include "unit/booking/extract.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::booking {
namespace {

TEST_CASE("a name that is introduced is found whatever was asked", "[name]") {
  const auto [text, name] = GENERATE(table<std::string, std::string>({
      {"my name is Ana Ruiz", "Ana Ruiz"},
      {"my name is ana ruiz and my number is 410 555 0123", "Ana Ruiz"},
      {"My name's Bob", "Bob"},
      {"name's bob", "Bob"},
      {"hi, this is Ana Ruiz, I want to come in", "Ana Ruiz"},
      {"I'm Maria Lopez", "Maria Lopez"},
      {"i am John O'Brien", "John O'Brien"},
      {"Me llamo José Luis de la Cruz", "José Luis de la Cruz"},
      {"mi nombre es maria", "Maria"},
      {"soy Ana", "Ana"},
      {"hola, soy ana lopez, quiero una cita", "Ana Lopez"},
      {"le habla Carmen Díaz", "Carmen Díaz"},
      {"call me Al", "Al"},
      {"Name: Ana Ruiz", "Ana Ruiz"},
      {"this is Mary-Jane Watson calling", "Mary-Jane Watson"},
      {"it's Ángela Muñoz", "Ángela Muñoz"},
      {"no, my name is Anna Ruis", "Anna Ruis"},
  }));
  INFO(text);
  CHECK(found_in(text).name == name);
}

TEST_CASE("a bare name is one when the name was asked for", "[name]") {
  const auto [text, name] = GENERATE(table<std::string, std::string>({
      {"Maria Lopez", "Maria Lopez"},
      {"maria lopez", "Maria Lopez"},
      {"ana", "Ana"},
      {"Ana M. Ruiz", "Ana M Ruiz"},
      {"sure, Ana Ruiz", "Ana Ruiz"},
      {"Ana Ruiz, 410 555 0123", "Ana Ruiz"},
      {"Ana Ruiz ana@gmail.com", "Ana Ruiz"},
      {"hola, Rosa del Carmen Pérez", "Rosa del Carmen Pérez"},
      {"Dolores Reyes", "Dolores Reyes"},
      {"Nguyen Van Minh", "Nguyen Van Minh"},
  }));
  INFO(text);
  CHECK(found_in(text, expected::name).name == name);
  CHECK_FALSE(found_in(text, expected::contact).name);
}

TEST_CASE("what is no name is not taken for one", "[name]") {
  const auto text = GENERATE(
      as<std::string>{},
      "how much is it",
      "I'm interested in ketamine",
      "i am a new patient",
      "this is my first time",
      "soy paciente nuevo",
      "soy nueva",
      "it's very painful",
      "why do you need that",
      "410 555 0123",
      "I'm in pain",
      "tuesday mornings",
      "what?",
      "this is killing me",
      "i'm not sure",
      "never mind",
      "soy diabética",
      "call me tomorrow",
      "quiero hacer una cita",
      "?",
      ""
  );
  INFO(text);
  CHECK_FALSE(found_in(text, expected::name).name);
}

TEST_CASE("new or returning is heard in whole sentences", "[returning]") {
  const auto [text, returning] = GENERATE(table<std::string, bool>({
      {"it's my first time", false},
      {"I'm a new patient", false},
      {"never been there", false},
      {"I haven't been before", false},
      {"es mi primera vez", false},
      {"soy paciente nueva", false},
      {"nunca he ido", false},
      {"I've been there before", true},
      {"I'm a returning patient", true},
      {"already a patient of yours", true},
      {"ya soy paciente", true},
      {"ya he ido con ustedes", true},
      {"I'm not new", true},
      {"no es mi primera vez", true},
  }));
  INFO(text);
  CHECK(found_in(text).returning == returning);
}

TEST_CASE("a bare yes or no answers the question of new or returning only", "[returning]") {
  CHECK(found_in("yes", expected::returning).returning == true);
  CHECK(found_in("sí, una vez", expected::returning).returning == true);
  CHECK(found_in("no", expected::returning).returning == false);
  CHECK(found_in("new", expected::returning).returning == false);
  CHECK_FALSE(found_in("yes").returning);
  CHECK_FALSE(found_in("how much is it", expected::returning).returning);
}

}  // namespace
}  // namespace frontdesk::booking
