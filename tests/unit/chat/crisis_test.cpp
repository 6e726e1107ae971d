// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"
#include "unit/chat/small_rules.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::chat {
namespace {

const intent::rules_ptr& rules() {
  static const auto once = small_rules();
  return once;
}

bool shows_numbers(const desk& d) {
  for (const auto& m : d.result().said) {
    if (m.card && std::holds_alternative<crisis_card>(*m.card))
      return !std::get<crisis_card>(*m.card).actions.empty();
  }
  return false;
}

TEST_CASE("danger is answered in every state, before everything else", "[crisis]") {
  desk d{rules()};
  SECTION("bot") { d.visitor("hello"); }
  SECTION("waiting") { d.taps("chat.human"); }
  SECTION("with staff") { d.visitor("hello"), d.takes("ana"); }
  SECTION("in the form") { d.visitor("book"); }
  SECTION("in the summary") {
    d.visitor("book"), d.visitor("I'm Ana Ruiz, ana@gmail.com, fridays, new patient");
  }
  SECTION("leaving a message") { d.taps("message.leave"); }
  SECTION("in a message that was left") { d.taps("message.leave"), d.visitor("call me"); }
  SECTION("closed") { d.visitor("hello"), d.does(visitor_ends{}); }
  SECTION("nobody online") { d.staff_online(false); }
  d.visitor("I want to die");
  CHECK(d.said().front() == "safety.self_harm");
  CHECK(shows_numbers(d));
  CHECK(d.result().alert_raised);
  CHECK(d.state().alert == alert::self_harm);
  CHECK(d.state().status != status::closed);
}

TEST_CASE(
    "danger typed with a quick reply is seen, but the reply's own label is not read", "[crisis]"
) {
  desk d{rules()};
  d.does(visitor_says{"1", "I want to die", "clinic.hours", ""});
  CHECK(d.state().alert == alert::self_harm);
}

TEST_CASE("what comes behind 'never mind' is heard by itself as well", "[crisis]") {
  auto m = rules()->source();
  m.safety.idioms[intent::language::en] = {"never mind i want to die"};
  desk d{intent::rules::make(m)};
  d.visitor("book");
  d.visitor("never mind, i want to die");
  CHECK(d.said().front() == "safety.self_harm");
}

TEST_CASE("a label that is read as words is read for danger too", "[crisis]") {
  auto m = rules()->source();
  for (auto& said : m.phrases["choice.other"].each) said = "I want to die";
  desk d{intent::rules::make(m)};
  d.visitor("hello");
  d.taps("other");
  CHECK(d.said().front() == "safety.self_harm");
}

TEST_CASE("after a crisis there is no small talk until staff clear the alert", "[crisis]") {
  desk d{rules()};
  d.visitor("I want to die");
  for (const char* text : {"hello", "thanks"}) {
    d.visitor(text);
    CHECK(d.said() == lines{"crisis.still_here"});
    CHECK_FALSE(d.last().help.empty());
  }
  d.clears_alert("ana");
  d.visitor("thanks");
  CHECK(d.said() == lines{"chat.thanks"});
}

TEST_CASE("after a crisis nobody is asked to put it another way", "[crisis]") {
  desk d{rules()};
  d.staff_online(false).visitor("I want to die");
  d.visitor("zzz yyy xxx");
  CHECK(d.said() == lines{"fallback.nobody"});
  CHECK_FALSE(d.last().help.empty());
}

TEST_CASE("an alert goes to the front of the queue", "[crisis]") {
  desk d{rules()};
  d.taps("chat.human");
  d.visitor("I want to die");
  CHECK(d.result().queue_changed);
}

TEST_CASE("at night nobody is promised", "[crisis]") {
  desk d{rules(), "2026-03-10T22:00"};
  d.staff_online(false).visitor("I want to die");
  CHECK(d.said() == lines{"safety.self_harm", "crisis.nobody_online"});
  CHECK(d.state().status == status::bot);
}

TEST_CASE("a graver alert is not replaced by a lesser one", "[crisis]") {
  desk d{rules()};
  d.visitor("I want to die");
  d.visitor("I had an infusion yesterday");
  CHECK(d.state().alert == alert::self_harm);
}

TEST_CASE("a patient's symptom is kept for staff at night too", "[crisis]") {
  desk d{rules(), "2026-03-10T22:00"};
  d.staff_online(false).visitor("I had an infusion yesterday");
  CHECK(d.said() == lines{"care.after_infusion", "message.kept.until"});
  CHECK(d.state().alert == alert::after_infusion);
  CHECK(d.state().status == status::waiting);
}

TEST_CASE("rules without a response still show the numbers", "[crisis]") {
  auto m = rules()->source();
  m.safety.responses.clear();
  desk d{intent::rules::make(m)};
  d.visitor("I want to die");
  CHECK(shows_numbers(d));
}

}  // namespace
}  // namespace frontdesk::chat
