// SPDX-License-Identifier: Apache-2.0
#include "intent/check.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::intent;
using std::chrono::year;

namespace {

const auto today = year(2026) / 11 / 23;

topic medical() {
  topic t;
  t.id = "ketamine.what";
  t.kind = kind::medical;
  t.title = {{"What ketamine is", "Qué es la ketamina"}};
  t.review.emplace();
  t.review->sources = {{"A source", ""}};
  t.review->by = "Dr. Ana Ruiz";
  t.review->on = year(2026) / 11 / 1;
  t.review->until = year(2027) / 5 / 1;
  for (const auto l : {language::en, language::es}) {
    t.examples[l] = {l == language::en ? "what is ketamine" : "que es la ketamina"};
    t.answers[l].push_back({"It is a drug.", {}, {}, {}, {}, {}});
  }
  return t;
}

model with(topic t) {
  model m;
  m.facts["phone"] = std::nullopt;
  m.safety.families.push_back({"x", "care.after_infusion", "", {}, {}});
  m.topics.push_back(std::move(t));
  topic care = medical();
  care.id = "care.after_infusion";
  care.examples = {};
  care.examples[language::en] = {"i feel odd since my infusion"};
  care.examples[language::es] = {"me siento raro desde mi infusion"};
  m.topics.push_back(std::move(care));
  return m;
}

std::string told(const model& m) {
  std::string out;
  for (const auto& f : check(m, today)) out += f.topic + ": " + to_text(f) + '\n';
  return out;
}

}  // namespace

TEST_CASE("rules without a fault have no findings", "[check]") {
  CHECK(told(with(medical())) == "");
}

TEST_CASE("each fault is told in a sentence", "[check]") {
  using change = void (*)(topic&);
  change make_wrong;
  std::string sentence;
  std::tie(make_wrong, sentence) = GENERATE(table<change, std::string>({
      {[](topic& t) { t.title[language::es] = ""; }, "warning: The title is missing in Spanish."},
      {[](topic& t) { t.answers[language::es].clear(); }, "The answer is missing in Spanish"},
      {[](topic& t) { t.examples[language::es].clear(); }, "There are no examples in Spanish"},
      {[](topic& t) { t.answers[language::en][0].choices = {"ketamine.wat"}; },
       "error: The quick reply \"ketamine.wat\" leads to no topic. Did you mean "
       "\"ketamine.what\"?"},
      {[](topic& t) { t.answers[language::en][0].text = "Call {phnoe}."; },
       "Did you mean \"phone\"?"},
      {[](topic& t) { t.answers[language::en][0].text = "Call {phone}."; },
       "note: Facts that are not known yet keep an answer back: phone."},
      {[](topic& t) { t.answers[language::en][0].text = "Call {phone."; },
       "The bracket { is not closed"},
      {[](topic& t) { t.answers[language::en][0].after = "no.such"; }, "\"no.such\" is no topic"},
      {[](topic& t) {
         t.follow_ups.push_back({"no.such", {}, {}});
       },
       "means \"no.such\""},
      {[](topic& t) { t.review.reset(); }, "warning: A medical answer needs a review"},
      {[](topic& t) { t.review->by.reset(); }, "note: No clinician has signed"},
      {[](topic& t) { t.review->until = year(2026) / 11 / 22; },
       "warning: The review ran out on 2026-11-22"},
      {[](topic& t) { t.review->until = year(2026) / 10 / 1; }, "error: The review ends"},
      {[](topic& t) { t.id = "Refund"; }, "note: Ids read best as group.name"},
      {[](topic& t) { t.examples[language::en].push_back("What is KETAMINE?"); },
       "stands here twice"},
      {[](topic& t) { t.examples[language::en].push_back("I feel odd since my infusion"); },
       "An example is also an example of ketamine.what; it can teach only one of them."},
      {[](topic& t) { t.patterns[language::en] = {"feel odd"}; },
       "warning: The pattern \"feel odd\" takes an example of care.after_infusion. For example: "
       "\"i feel odd"},
      {[](topic& t) { t.patterns[language::en] = {"what ~keta"}; },
       "synonyms.json has none in English"},
      {[](topic& t) {
         t.answers[language::en][0].text =
             "Ketamine's antinociceptive pharmacodynamics necessitate comprehensive "
             "multidisciplinary "
             "evaluation of contraindications preceding administration.";
       },
       "reads like school grade"},
  }));
  CAPTURE(sentence);
  auto t = medical();
  make_wrong(t);
  CHECK_THAT(told(with(t)), Catch::Contains(sentence));
}

TEST_CASE("a danger that is seen must have something to say", "[check]") {
  auto m = with(medical());
  m.safety.families.push_back({"y", "safety.self_harm", "", {}, {}});
  CHECK_THAT(told(m), Catch::Contains("What is said in English when safety.self_harm is seen"));
}

TEST_CASE("the shipped rules have no errors", "[check][shipped]") {
  const auto m = parse(*read_files(FRONTDESK_SOURCE_DIR "/intents")).model;
  for (const auto& f : check(m, today)) {
    INFO(to_text(f));
    CHECK(f.severity != severity::error);
  }
}

TEST_CASE("the reading grade rises with long words and sentences", "[check]") {
  CHECK(reading_grade("The cat sat on the mat. It was warm.", language::en) < 2);
  // Kincaid's own kind of text: about college.
  const auto hard =
      "The implementation of comprehensive pharmacological interventions necessitates "
      "multidisciplinary evaluation.";
  CHECK(reading_grade(hard, language::en) > 16);
  CHECK(reading_grade("El gato come pan. La casa es azul.", language::es) <= 6);
  CHECK(
      reading_grade(
          "La administración intravenosa requiere evaluación multidisciplinaria.", language::es
      ) > 12
  );
  CHECK(reading_grade("", language::en) == 0);
}
