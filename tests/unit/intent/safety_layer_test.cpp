// SPDX-License-Identifier: Apache-2.0
// How the safety layer works, on a few rules made for the test; what the shipped rules hear stands
// in safety_hears_test.cpp.
#include "intent/compiled.hpp"
#include "intent/safety.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::intent;

namespace {

model few_rules() {
  model m;
  auto& s = m.safety;
  s.families.push_back({"self_harm.wish", "safety.self_harm", "", {}, {}});
  s.families.back().patterns[language::en] = {
      "want to (die|be dead)",
      "(kill|killing) (me|myself)",
      "suicidal",
      "suicide",
      "dont want to wake up",
      "< pills >"};
  s.families.back().patterns[language::es] = {"quiero (morir|\"morirme\")"};
  s.families.push_back({"misuse.buy", "safety.misuse", "", {}, {}});
  s.families.back().patterns[language::en] = {"buy [some] ketamine"};
  s.idioms[language::en] = {"(pain|back) [is] killing me", "not suicidal", "to die for"};
  s.past.push_back({"past.attempt", "safety.self_harm", "", {}, {}});
  s.past.back().patterns[language::en] = {"suicidal * years ago"};
  s.harmless[language::en] = {"my skilled dentist was killed in traffic", "a diet"};
  return m;
}

sighting look(const std::string& text) {
  static const safety_layer layer(few_rules());
  return layer.look(text, tokenise(text));
}

}  // namespace

TEST_CASE("danger is heard through the ways in which people write", "[safety]") {
  const std::string text = GENERATE(
      "i want to die",
      "I WANT TO DIE!!!",
      "i want  to diiie",
      "sometimes i think i want to be dead. can i book a visit",
      "im suicidl",
      "feeling siucidal",
      "su1c1dal thoughts",
      "su!cidal",
      "sui cidal",
      "s u i c i d a l",
      "s.u.i.c.i.d.e",
      "i wanttodie",
      "killmyself",
      "quiero morir",
      "QUIERO MORIRME",
      "hello. pills. bye"
  );
  CAPTURE(text);
  CHECK(look(text).topic == "safety.self_harm");
}

TEST_CASE("an idiom hides its own words and no others", "[safety]") {
  CHECK(look("this pain is killing me").topic.empty());
  CHECK(look("i'm not suicidal").topic.empty());
  CHECK(look("I'm not suicidal but I don't want to wake up").topic == "safety.self_harm");
  CHECK(look("the pain is killing me and i want to die").topic == "safety.self_harm");
  CHECK(look("the pain is killing me, thinking of killing myself").topic == "safety.self_harm");
}

TEST_CASE("words that only look alike are not danger", "[safety]") {
  const std::string text = GENERATE(
      "a skilled doctor",
      "he was killed",
      "a dessert to die for",
      "",
      "...",
      "my diet",
      "i want to dye my hair"
  );
  CAPTURE(text);
  CHECK(look(text).topic.empty());
}

TEST_CASE("what is past and told calmly is not an alarm but is remembered", "[safety]") {
  const auto calm = look("i was suicidal ten years ago, does ketamine help with pain");
  CHECK(calm.topic.empty());
  CHECK(calm.past);
  CHECK(look("i was suicidal ten years ago and have been well ever since").past);
  CHECK(look("i was suicidal ten years ago, today i am fine").past);
  CHECK(look("i was suicidal ten years ago and ever since").topic == "safety.self_harm");
  const auto both = look("i was suicidal ten years ago and again i want to die");
  CHECK(both.topic == "safety.self_harm");
  CHECK_FALSE(both.past);
}

TEST_CASE("the gravest danger is answered first", "[safety]") {
  const auto seen = look("where can i buy some ketamine, i want to die");
  CHECK(seen.topic == "safety.self_harm");
  CHECK(seen.family == "self_harm.wish");
  CHECK(seen.pattern == "want to (die|be dead)");
  CHECK(seen.words == lines{"want", "to", "die"});
  CHECK(look("where can i buy ketamine").topic == "safety.misuse");
}

TEST_CASE("a message of any shape is read in time", "[safety]") {
  std::string noise;
  for (int i = 0; i < 2000; ++i) noise += static_cast<char>("ab1!* .s"[i * 7919 % 8]);
  CHECK(look(noise).topic.empty());
  CHECK(look(std::string(2000, 'i')).topic.empty());
  std::string letters;
  for (int i = 0; i < 1000; ++i) letters += "k ";
  CHECK(look(letters).topic.empty());
}

TEST_CASE("no topic can talk a danger down", "[safety]") {
  model m = few_rules();
  for (const char* who : {"", "honestly ", "you know ", "sorry, ", "dear doctor, ", "well, "}) {
    for (const char* cry :
         {"nobody would miss me if i were gone",
          "i am a burden to everyone here",
          "there is no point in going on",
          "i have said my goodbyes to all of them",
          "everyone will be better off without me",
          "they would all be better off",
          "i just want all of it to stop for good",
          "nobody would even notice",
          "without me they would have it easier"})
      m.safety.examples["safety.self_harm"][language::en].push_back(std::string(who) + cry);
    for (const char* question :
         {"where can i park my car near the clinic",
          "what does the first visit cost",
          "do you take my insurance plan",
          "when are you open on fridays",
          "i would like to move my visit to monday",
          "does it hurt when they put the needle in",
          "can my wife wait in the room",
          "which bus goes to the clinic",
          "may i eat before the infusion"})
      m.safety.harmless[language::en].push_back(std::string(who) + question);
  }
  const std::string cry = "everyone would be better off without me";
  const auto alone = safety_layer(m).look(cry, tokenise(cry));
  REQUIRE(alone.topic == "safety.self_harm");
  REQUIRE(alone.family == "learned");

  topic t;
  t.id = "visit.cancel";
  t.examples[language::en] = lines(40, cry);
  t.examples[language::en].emplace_back("i want to die and suicidl and beter of witout me");
  t.patterns[language::en] = {"better off"};
  m.topics.push_back(t);
  m.none[language::en] = lines(40, cry);
  const auto outvoted = safety_layer(m).look(cry, tokenise(cry));
  CHECK(outvoted.topic == "safety.self_harm");
  CHECK(outvoted.score == alone.score);
  CHECK(safety_layer(m).look("im suicidl", tokenise("im suicidl")).topic == "safety.self_harm");
}

TEST_CASE("a message is read for danger once: by whoever reads it first", "[safety]") {
  const auto by = rules::make(few_rules());
  const std::string cry = "i want to die";
  const auto seen = read_safety(*by, cry);
  const auto again = read(*by, cry, {}, seen), alone = read(*by, cry, {});
  CHECK(again.outcome == outcome::safety);
  CHECK(again.topics.front().topic == alone.topics.front().topic);
  CHECK(again.family == alone.family);
  CHECK(explain(*by, cry, {}, seen).what.outcome == outcome::safety);
  CHECK(read(*by, cry, {}, safety_verdict{}).outcome != outcome::safety);
}

TEST_CASE("a few examples of danger are not learned from", "[safety]") {
  model m = few_rules();
  m.safety.examples["safety.misuse"][language::en] = lines(10, "what do you charge for ketamine");
  const safety_layer layer(m);
  const std::string text = "what is ketamine for";
  CHECK(layer.look(text, tokenise(text)).topic.empty());
}

TEST_CASE("what sounds calm is no emergency", "[safety]") {
  model m = few_rules();
  m.safety.families.push_back({"emergency.general", "safety.emergency", "", {}, {}});
  m.safety.families.back().patterns[language::en] = {"emergency"};
  for (int i = 0; i < 30; ++i) {
    const auto n = std::to_string(i);
    m.safety.harmless[language::en].push_back("is there an emergency exit in room " + n);
    m.safety.harmless[language::en].push_back("who holds the emergency keys of floor " + n);
    m.safety.examples["safety.emergency"][language::en].push_back("help he cannot breathe " + n);
    m.safety.examples["safety.emergency"][language::en].push_back("my chest hurts badly now " + n);
  }
  const safety_layer layer(m);
  const auto at = [&](const std::string& text) { return layer.look(text, tokenise(text)).topic; };
  CHECK(at("is there an emergency exit in room 12").empty());
  CHECK(at("emergency") == "safety.emergency");
  CHECK(at("emergency. is there an exit in room 12") == "safety.emergency");
  CHECK(at("help emergency he cannot breathe") == "safety.emergency");
  CHECK(at("is there an emergency exit in room 12, i want to die") == "safety.self_harm");
}

TEST_CASE("a wish to die is believed unless every sentence is known to be calm", "[safety]") {
  model m = few_rules();
  for (int i = 0; i < 60; ++i) {
    const auto n = std::to_string(i);
    m.safety.harmless[language::en].push_back("do you treat people who want to die " + n);
    m.safety.harmless[language::en].push_back("what does a visit on floor " + n + " cost");
    m.safety.examples["safety.self_harm"][language::en].push_back("i want to die tonight " + n);
  }
  const safety_layer layer(m);
  const auto at = [&](const std::string& text) { return layer.look(text, tokenise(text)).topic; };
  CHECK(at("do you treat people who want to die 12").empty());
  CHECK(at("i want to die") == "safety.self_harm");
  CHECK(at("want to die") == "safety.self_harm");
  CHECK(at("what does a visit on floor 3 cost. do you treat people who want to die").empty());
  CHECK(
      at("what does a visit on floor 3 cost. what does a visit on floor 4 cost. i want to die") ==
      "safety.self_harm"
  );
  CHECK(at("do you treat people who want to die? want to die") == "safety.self_harm");
  CHECK(at("my aunt wants everybody in town to want to die") == "safety.self_harm");
  m.safety.families.push_back({"self_harm.certain", "safety.self_harm", "", {}, {}, true});
  m.safety.families.back().patterns[language::en] = {"people who want to die"};
  const std::string text = "do you treat people who want to die 12";
  const auto certain = safety_layer(m).look(text, tokenise(text));
  CHECK(certain.topic == "safety.self_harm");
  CHECK(certain.family == "self_harm.certain");
}

TEST_CASE(
    "words that are only mentioned are silenced by a message that sounds fairly calm", "[safety]"
) {
  model m = few_rules();
  m.safety.families.front().patterns[language::en] = {"want to die"};
  for (int i = 0; i < 60; ++i) {
    const auto n = std::to_string(i);
    m.safety.harmless[language::en].push_back("do you treat people who want to die " + n);
    m.safety.harmless[language::en].push_back("what does a visit on floor " + n + " cost");
    m.safety.examples["safety.self_harm"][language::en].push_back("i want to die tonight " + n);
  }
  const auto look = [&](const std::string& text) {
    return safety_layer(m).look(text, tokenise(text));
  };
  const std::string fairly_calm = "a friend and i treat people who want to die";
  CHECK(look(fairly_calm).topic == "safety.self_harm");
  m.safety.families.front().mention = true;
  CHECK(look(fairly_calm).topic.empty());
  CHECK(look("i want to die").topic == "safety.self_harm");
  CHECK(look("want to die").topic == "safety.self_harm");

  m.safety.families.push_back({"self_harm.other", "safety.self_harm", "", {}, {}});
  m.safety.families.back().patterns[language::en] = {"people who want to die"};
  CHECK(look(fairly_calm).family == "self_harm.other");
}

TEST_CASE("an edit of a topic leaves the safety layer as it was", "[safety]") {
  auto m = few_rules();
  const auto before = rules::make(m);
  m.topics.emplace_back();
  m.topics.back().id = "clinic.cost";
  const auto after = rules::make(m, before.get());
  CHECK(after->parts().danger == before->parts().danger);

  // Nor does where in the files something stands, or what a visitor in danger is told.
  m.safety.families[0].at = {"safety.json", 7, 3};
  m.safety.harmless_spots[language::en].push_back({8, 9});
  m.safety.responses["safety.self_harm"].text[language::en] = "Call 988.";
  CHECK(rules::make(m, before.get())->parts().danger == before->parts().danger);

  m.safety.idioms[language::en].emplace_back("dead tired");
  CHECK(rules::make(m, after.get())->parts().danger != before->parts().danger);
  m = few_rules();
  m.safety.families[0].mention = true;
  CHECK(rules::make(m, before.get())->parts().danger != before->parts().danger);
  m = few_rules();
  m.synonyms[language::en].push_back({"die", "croak"});
  CHECK(rules::make(m, before.get())->parts().danger != before->parts().danger);
}
