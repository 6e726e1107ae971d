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

desk at_summary() {
  desk d{rules()};
  d.visitor("book");
  d.visitor("I'm Ana Ruiz, ana@gmail.com, fridays, new patient");
  return d;
}

desk with_request() {
  auto d = at_summary();
  d.visitor("yes");
  return d;
}

TEST_CASE("the form asks what is missing, one thing at a time", "[form]") {
  desk d{rules()};
  d.visitor("book");
  CHECK(d.said() == lines{"visit.book", "form.ask_name"});
  d.visitor("Ana Ruiz");
  CHECK(d.said() == lines{"form.ask_contact"});
  d.visitor("410-555-0123");
  CHECK(d.said() == lines{"form.ask_times"});
  d.visitor("fridays");
  CHECK(d.said() == lines{"form.ask_returning"});
  d.visitor("yes");
  CHECK(d.said() == lines{"form.summary"});
  CHECK(d.state().form->returning == true);
  CHECK_FALSE(d.state().request);
}

TEST_CASE("nothing is sent before it was confirmed", "[form]") {
  auto d = at_summary();
  CHECK_FALSE(d.state().request);
  d.visitor("yes please");
  CHECK(d.said() == lines{"request.sent"});
  CHECK(d.result().request_changed);
  REQUIRE(d.state().request);
  CHECK(d.state().request->name == "Ana Ruiz");
  CHECK(d.state().visitor == "Ana Ruiz");
  CHECK_FALSE(d.state().form);
}

TEST_CASE("a question in the middle is answered, then the open one is asked again", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("what are your hours?");
  CHECK(d.said() == lines{"clinic.hours", "form.back_to"});
  d.visitor("hours");
  CHECK(d.said() == lines{"clinic.hours", "form.back_to"});
  d.taps("clinic.hours");
  CHECK(d.said() == lines{"clinic.hours", "form.back_to"});
}

TEST_CASE("a question at the summary keeps the summary open", "[form]") {
  auto d = at_summary();
  d.visitor("what are your hours?");
  CHECK(d.said() == lines{"clinic.hours", "form.summary"});
  CHECK(d.state().form->confirming);
}

TEST_CASE("a wish may be put as a question", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("I'm Ana Ruiz, ana@gmail.com");
  d.visitor("can we do tuesday at 10?");
  CHECK(d.said() == lines{"form.ask_returning"});
}

TEST_CASE("the summary is corrected by words", "[form]") {
  auto d = at_summary();
  d.visitor("no, my number is 443 555 0199");
  CHECK(d.said() == lines{"form.summary_changed"});
  CHECK(d.state().form->contact == "+14435550199");
  d.visitor("change the name");
  CHECK(d.said() == lines{"form.ask_name"});
  d.visitor("Anna Ruiz");
  CHECK(d.said() == lines{"form.summary"});
  d.visitor("no");
  CHECK(d.said() == lines{"form.what_to_change"});
  d.visitor("the times");
  CHECK(d.said() == lines{"form.ask_times"});
}

TEST_CASE("an earlier answer is corrected in the middle", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("Ana Ruis");
  d.visitor("sorry, my name is Ana Ruiz");
  CHECK(d.state().form->name == "Ana Ruiz");
  d.visitor("change the name");
  CHECK(d.said() == lines{"form.ask_name"});
}

TEST_CASE("other times are taken also when something else was asked", "[form]") {
  desk d{rules()};
  d.visitor("book me asap");
  d.visitor("I'm Ana Ruiz, ana@gmail.com");
  d.visitor("any morning except fridays");
  CHECK(d.said() == lines{"form.ask_returning"});
  CHECK(d.state().form->times == "any morning except fridays");
}

TEST_CASE("a name is needed and cannot be skipped", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("skip");
  CHECK(d.said() == lines{"form.retry_name"});
}

TEST_CASE("the summary is confirmed in many words, but not by a question", "[form]") {
  const auto text = GENERATE(
      as<std::string>{},
      "yes that looks right, send it",
      "si esta bien mandela",
      "ok go ahead please",
      "perfect",
      "Sí, así está bien, gracias"
  );
  auto d = at_summary();
  d.visitor("is that right?");
  CHECK_FALSE(d.state().request);
  d.visitor(text);
  CHECK(d.said() == lines{"request.sent"});
}

TEST_CASE("the visitor may ask how the request stands", "[request]") {
  auto d = with_request();
  d.confirms("ana", "2026-03-12T10:00");
  d.visitor("when is it, my visit?");
  CHECK(d.said() == lines{"request.already_confirmed"});
}

TEST_CASE("an extension stays with its number", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("Ana Ruiz, 410 555 0123 ext 12");
  CHECK(d.state().form->contact == "+14105550123 x12");
}

TEST_CASE("whoever is not understood twice is offered a person", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("Ana Ruiz");
  d.visitor("zzz yyy xxx");
  CHECK(d.said() == lines{"form.retry_contact"});
  d.visitor("zzz yyy xxx");
  CHECK(d.said() == lines{"form.stuck"});
  CHECK(d.choices() == lines{"chat.human", "form.cancel"});
}

TEST_CASE("never mind leaves the form, also with a question behind it", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("never mind");
  CHECK(d.said() == lines{"form.dropped"});
  d.visitor("book");
  d.visitor("never mind, what are your hours?");
  CHECK(d.said() == lines{"clinic.hours"});
  CHECK_FALSE(d.state().form);
}

TEST_CASE("the form rests while a person is asked for, and goes on later", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.visitor("Ana Ruiz");
  d.taps("chat.human");
  d.visitor("410 555 0123");
  CHECK(d.said() == lines{"handoff.still_waiting.position"});
  d.taps("chat.back");
  d.taps("visit.book");
  CHECK(d.said() == lines{"form.resume", "form.ask_contact"});
}

TEST_CASE("an old confirm button sends nothing once the form has moved on", "[form]") {
  desk d{rules()};
  d.visitor("book");
  d.taps("form.confirm");
  CHECK_FALSE(d.state().request);
  auto sent = with_request();
  const auto first = sent.state().request->id;
  sent.taps("form.confirm");
  CHECK(sent.state().request->id == first);
  CHECK_FALSE(sent.result().request_changed);
}

TEST_CASE("a conversation has one live request, whose times may change", "[request]") {
  auto d = with_request();
  const auto id = d.state().request->id;
  d.visitor("book");
  CHECK(d.said() == lines{"request.already_open"});
  d.taps("visit.reschedule");
  CHECK(d.said() == lines{"reschedule.ask"});
  d.visitor("mondays");
  d.visitor("yes");
  CHECK(d.state().request->id == id);
  CHECK(d.state().request->times == "mondays");
}

TEST_CASE("a withdrawn request stays withdrawn, and a new one is another", "[request]") {
  auto d = with_request();
  const auto id = d.state().request->id;
  d.visitor("cancel my visit");
  CHECK(d.state().request->status == request_status::withdrawn);
  CHECK_FALSE(d.proposes("ana", {"2026-03-12T10:00"}));
  d.visitor("book");
  CHECK(d.said() == lines{"visit.book", "form.ask_times"});
  d.visitor("fridays");
  d.visitor("yes");
  CHECK(d.state().request->id != id);
}

TEST_CASE("proposed times are answered by button or in words", "[proposal]") {
  auto d = with_request();
  REQUIRE(d.proposes("ana", {"2026-03-13T11:00", "2026-03-12T10:00"}));
  CHECK(d.choices() == lines{"proposal.1", "proposal.2", "proposal.none"});
  SECTION("button") { d.taps("proposal.1"); }
  SECTION("ordinal") { d.visitor("the first one"); }
  SECTION("day") { d.visitor("thursday is good"); }
  CHECK(d.said() == lines{"appointment.confirmed"});
  CHECK(d.state().request->appointment == clinic_time("2026-03-12T10:00"));
}

TEST_CASE("a proposed time that has passed is not confirmed", "[proposal]") {
  auto d = with_request();
  d.proposes("ana", {"2026-03-12T10:00"});
  d.at("2026-03-12T10:01").taps("proposal.1");
  CHECK(d.said() == lines{"proposal.passed"});
  CHECK(d.state().request->status == request_status::proposed);
}

TEST_CASE("none of the times: others are asked for, or staff are told", "[proposal]") {
  auto d = with_request();
  d.proposes("ana", {"2026-03-12T10:00"});
  SECTION("the bot asks") {
    d.visitor("none of them");
    CHECK(d.said() == lines{"proposal.other_times"});
  }
  SECTION("a person holds") {
    d.takes("ana");
    d.taps("proposal.none");
    CHECK(d.said() == lines{"proposal.refused"});
  }
  CHECK(d.state().request->status == request_status::open);
}

TEST_CASE("what staff may not propose", "[proposal]") {
  auto d = with_request();
  CHECK_FALSE(d.proposes("ana", {}));
  CHECK_FALSE(d.proposes("ana", {"2026-03-10T09:00"}));
  CHECK_FALSE(d.proposes(
      "ana", {"2026-03-12T10:00", "2026-03-12T11:00", "2026-03-12T12:00", "2026-03-12T13:00"}
  ));
  CHECK_FALSE(d.confirms("ana", "2026-03-10T09:00"));
  CHECK(d.state().request->status == request_status::open);
  d.takes("bob");
  CHECK_FALSE(d.confirms("ana", "2026-03-12T09:00"));
  CHECK(d.error() == errc::conflict);
}

TEST_CASE(
    "an appointment that has passed does not stand in the way of a new request", "[request]"
) {
  auto d = with_request();
  d.confirms("ana", "2026-03-12T10:00");
  d.at("2026-03-20T10:00").visitor("book");
  CHECK(d.said() == lines{"visit.book", "form.ask_times"});
}

}  // namespace
}  // namespace frontdesk::chat
