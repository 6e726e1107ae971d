// SPDX-License-Identifier: Apache-2.0
#include "intent/answers.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::intent;
using std::chrono::year;

namespace {

topic cost() {
  topic t;
  t.id = "clinic.cost";
  t.title = {{"What it costs", "Cuánto cuesta"}};
  t.button = {{"Cost", ""}};
  answer_variant open, priced, plain;
  open.text = "We are open: ask us.";
  open.open = true;
  priced.text = "It is {price}, {not a fact}.";
  plain.text = "We will tell you at {clinic_name}.";
  plain.choices = {"clinic.cost", "human.ask"};
  t.answers[language::en] = {open, priced, plain};
  return t;
}

rules_ptr rules_with(topic t, fact price = std::nullopt) {
  model m;
  m.facts["price"] = price;
  m.facts["clinic_name"] = localized{{"Baltimore Ketamine", "Baltimore Ketamine"}};
  m.phrases["choice.human.ask"] = {{"A person", "Una persona"}};
  m.topics.push_back(std::move(t));
  return rules::make(std::move(m));
}

std::string said(const rules& by, conditions now) {
  const auto r = answer(by, by.source().topics[0], language::en, now);
  return r.said ? r.said->text : "-";
}

}  // namespace

TEST_CASE("the first variant that holds and whose facts are known is said", "[answers]") {
  const auto unknown = rules_with(cost());
  CHECK(said(*unknown, {}) == "We will tell you at Baltimore Ketamine.");
  conditions open;
  open.open = true;
  CHECK(said(*unknown, open) == "We are open: ask us.");
  const auto known = rules_with(cost(), localized{{"$400", "$400"}});
  CHECK(said(*known, {}) == "It is $400, {not a fact}.");
}

TEST_CASE("an answer is never shown half filled", "[answers]") {
  auto t = cost();
  t.answers[language::en].pop_back();
  const auto by = rules_with(t);
  const auto r = answer(*by, by->source().topics[0], language::en, {});
  CHECK_FALSE(r.said);
  CHECK(r.why == no_answer::facts_unknown);
  CHECK(answer(*by, by->source().topics[0], language::es, {}).why == no_answer::none_written);
}

TEST_CASE("quick replies carry the button, else the title, else a phrase", "[answers]") {
  const auto by = rules_with(cost());
  const auto r = answer(*by, by->source().topics[0], language::en, {});
  REQUIRE(r.said);
  CHECK(r.said->choices == std::vector<choice>{{"clinic.cost", "Cost"}, {"human.ask", "A person"}});
  CHECK(choice_for(*by, "clinic.cost", language::es).label == "Cuánto cuesta");
  CHECK(choice_for(*by, "no.such", language::en).label == "[choice.no.such]");
}

TEST_CASE("a medical answer steps back by itself when its review has run out", "[answers]") {
  auto t = cost();
  t.kind = kind::medical;
  t.review.emplace();
  t.review->until = year(2026) / 6 / 30;
  const auto by = rules_with(t);
  conditions now;
  now.today = year(2026) / 6 / 30;
  CHECK(said(*by, now) == "We will tell you at Baltimore Ketamine.");
  now.today = year(2026) / 7 / 1;
  const auto r = answer(*by, by->source().topics[0], language::en, now);
  CHECK_FALSE(r.said);
  CHECK(r.why == no_answer::review_expired);
}

TEST_CASE("a variant may ask for the topic before this one", "[answers]") {
  auto t = cost();
  t.answers[language::en][0].open.reset();
  t.answers[language::en][0].after = "visit.book";
  const auto by = rules_with(t);
  conditions now;
  now.after = "visit.book";
  CHECK(said(*by, now) == "We are open: ask us.");
  now.after = "visit.cancel";
  CHECK(said(*by, now) == "We will tell you at Baltimore Ketamine.");
}

TEST_CASE("text with stray brackets is left as it is", "[answers]") {
  const auto by = rules_with(cost());
  CHECK(fill(*by, "a { b", language::en) == "a { b");
  CHECK(fill(*by, "a {} b {clinic_name}", language::en) == "a {} b Baltimore Ketamine");
}
