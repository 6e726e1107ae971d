// SPDX-License-Identifier: Apache-2.0
// What `rules check` and `rules test` count and leave out.
#include "cli/held_aside.hpp"
#include "cli/scoring.hpp"
#include "cli/shortened.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::cli;
using namespace frontdesk::intent;

namespace {

reading answered(const std::string& topic) {
  reading r;
  if (topic.empty()) return r;
  r.outcome = outcome::answer;
  r.topics = {{topic, 1}};
  r.confidence = 0.9;
  return r;
}

finding of(const char* kind, double weight, int line) {
  finding f;
  f.at = {"a.json", line, 1};
  f.sentence = "Wrong.";
  f.kind = kind;
  f.weight = weight;
  return f;
}

}  // namespace

TEST_CASE("accuracy and rejection are counted apart", "[figures]") {
  score_card card;
  card.add("1", "cost", answered("cost"));
  card.add("2", "cost", answered("hours"));
  card.add("3", "hours", answered(""));
  card.add("4", "none", answered(""));
  card.add("5", "oos", answered("cost"));
  CHECK(card.right().part == 2);
  CHECK(card.right().whole == 5);
  CHECK(card.covered_right().part == 1);
  CHECK(card.covered_right().whole == 3);
  CHECK(card.turned_away().part == 1);
  CHECK(card.none_refused().part == 1);
  CHECK(card.none_refused().whole == 2);
  CHECK_FALSE(card.all_right());
}

TEST_CASE("of a flood of findings the worst few of a kind are shown, and a count", "[figures]") {
  const auto shown = shortened({of("x", 1, 1), of("", 0, 2), of("x", 3, 3), of("x", 2, 4)}, 2);
  CHECK(
      shown ==
      std::vector<std::string>{
          "a.json:2:1: error: Wrong.",
          "a.json:3:1: error: Wrong.",
          "a.json:4:1: error: Wrong.",
          "  ... and 1 more of this kind (--all)"}
  );
  CHECK(shortened({of("x", 1, 1)}, 1).size() == 1);
}

TEST_CASE("it is said that cross-validation flatters, and by how much", "[figures]") {
  CHECK_THAT(flattery, Catch::Contains("87%") && Catch::Contains("79%"));
  CHECK_THAT(flattery, Catch::Contains("flatters"));
}
