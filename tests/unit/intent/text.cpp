// SPDX-License-Identifier: Apache-2.0
#include "intent/text.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace frontdesk::intent;

TEST_CASE("text: what a word is", "[text]") {
  const auto [text, normal] = GENERATE(table<std::string, std::string>({
      {"What IS Fibromyalgia?", "what is fibromyalgia"},
      {"I don't, i’m", "i dont im"},
      {"'quoted' words' end", "quoted words end"},
      {"¿Cuánto cuesta la infusión?", "cuanto cuesta la infusion"},
      {"mañana ÁÉÍÓÚ Ü", "manana aeiou u"},
      {"helllp  sooo freeee gooood", "hellp so free good"},
      {"$400 at 9:30am", "$ 400 at 9 30am"},
      {"hi 👋🏽 there", "hi 👋 there"},
      {"cafe\xCC\x81 m\xEF\xBC\xA1l", "cafe mal"},
      {"zero\xE2\x80\x8Bwidth", "zerowidth"},
      {"bad \xFF\xFE bytes", "bad bytes"},
      {"follow-up e-mail", "follow up e mail"},
      {"", ""},
      {"?!", ""},
  }));
  CHECK(normalise(text) == normal);
}

TEST_CASE("text: offsets point into what the visitor wrote", "[text]") {
  const std::string text = "¿Qué's UP, año?";
  const auto tokens = tokenise(text);
  REQUIRE(tokens.size() == 3);
  CHECK(text.substr(tokens[0].offset, tokens[0].length) == "Qué's");
  CHECK(text.substr(tokens[1].offset, tokens[1].length) == "UP");
  CHECK(text.substr(tokens[2].offset, tokens[2].length) == "año");
  CHECK(tokens[1].comma);
  CHECK(tokens[2].question);
  CHECK(tokens[2].ends_sentence);
}

TEST_CASE("text: forms of a word share a stem", "[text]") {
  const auto [a, b, in] = GENERATE(table<std::string, std::string, language>({
      {"infusion", "infusions", language::en},
      {"costs", "costing", language::en},
      {"infusion", "infusiones", language::es},
      {"operacion", "operaciones", language::es},
      {"cita", "citas", language::es},
  }));
  CHECK(stem(a, in) == stem(b, in));
}

TEST_CASE("text: time grows with the length only", "[text]") {
  const auto unit = GENERATE(
      as<std::string>{},
      "a",
      "word ",
      "'",
      "👍",
      "مرحبا",
      "\xCC\x81",
      "\x01",
      "?",
      "a'",
      "\xE2\x80\x8F"
  );
  std::string text;
  while (text.size() < 16'000) text += unit;
  const auto start = std::chrono::steady_clock::now();
  const auto tokens = tokenise(text);
  // A quadratic walk over 16 KB would take seconds; ASan on a busy machine is the slow case.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500));
  for (const token& t : tokens) {
    CHECK(t.normal.size() <= normal_bytes_max);
    CHECK(t.offset + t.length <= text.size());
  }
}
