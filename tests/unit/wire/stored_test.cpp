// SPDX-License-Identifier: Apache-2.0
// What the store keeps comes back as it was, and older or newer programs can read it.
#include "unit/wire/samples.hpp"
#include "wire/message.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;

TEST_CASE("any message comes back from the store as it went in", "[wire]") {
  std::mt19937 dice{42};
  for (int i = 0; i < 500; ++i) {
    const auto before = samples::random_message(dice);
    const auto stored = wire::to_stored(before);
    const auto after = wire::from_stored(before.seq, stored);
    REQUIRE(after.has_value());
    CHECK(after->seq == before.seq);
    CHECK(after->text == before.text);
    CHECK(after->choice == before.choice);
    CHECK(wire::to_stored(*after) == stored);
  }
}

TEST_CASE("every kind of card comes back from the store", "[wire]") {
  for (const auto& card : samples::cards()) {
    auto m = samples::full_message();
    m.card = card;
    const auto stored = wire::to_stored(m);
    CHECK(wire::to_stored(*wire::from_stored(m.seq, stored)) == stored);
  }
}

TEST_CASE("a state with every field set comes back from the store as it went in", "[wire]") {
  const auto before = samples::full_state();
  const auto stored = wire::to_stored(before);
  const auto after = wire::kept_from_stored(stored);
  REQUIRE(after.has_value());
  CHECK(wire::to_stored(*after) == stored);
  CHECK(after->state.holder == before.state.holder);
  CHECK(after->state.form->asked == booking::expected::times);
  CHECK(after->last->text == "gracias");
}

TEST_CASE("a fresh state comes back from the store as it went in", "[wire]") {
  const auto stored = wire::to_stored(wire::kept_state{});
  CHECK(wire::to_stored(*wire::kept_from_stored(stored)) == stored);
}

TEST_CASE("fields of a newer program are ignored and missing ones keep their default", "[wire]") {
  const auto m =
      wire::from_stored(9, R"({"v":2,"from":"bot","mood":"fine","card":{"kind":"new"}})");
  REQUIRE(m.has_value());
  CHECK(m->seq == 9);
  CHECK_FALSE(m->card);
  const auto k = wire::kept_from_stored(R"({"v":2,"state":{"status":"dancing","fallbacks":"x"}})");
  REQUIRE(k.has_value());
  CHECK(k->state.status == chat::status::bot);
  CHECK(k->state.fallbacks == 0);
}

TEST_CASE("what is no JSON object is damaged", "[wire]") {
  for (const char* text : {"", "null", "[]", "{", R"({"from":"nobody"})", "\xff"}) {
    CHECK(wire::from_stored(1, text).error() == errc::damaged);
    CHECK(wire::kept_from_stored(text).error() == errc::damaged);
  }
}
