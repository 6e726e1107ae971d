// SPDX-License-Identifier: Apache-2.0
#include "chat/phrases.hpp"
#include "chat/words.hpp"
#include "desk/desk.hpp"
#include "unit/chat/small_rules.hpp"

#include <catch2/catch.hpp>

namespace frontdesk::chat {
namespace {

const intent::rules_ptr& rules() {
  static const auto once = small_rules();
  return once;
}

TEST_CASE("a medical answer carries its sources, its review and why it was said", "[answer]") {
  desk d{rules()};
  d.visitor("how long is the relief");
  CHECK(d.said() == lines{"ketamine.duration"});
  CHECK(d.last().sources.size() == 1);
  CHECK(d.last().review);
  REQUIRE(d.last().why);
  CHECK(d.last().why->outcome == "answer");
  CHECK(d.last().why->topic == "ketamine.duration");
}

TEST_CASE("an answer past its review date steps back to a person", "[answer]") {
  desk d{rules(), "2027-01-05T10:00"};
  d.visitor("how long is the relief");
  CHECK(d.said() == lines{"unknown.expired"});
  CHECK(d.choices() == lines{"chat.human", "message.leave"});
  CHECK(d.last().sources.empty());
}

TEST_CASE("an unknown fact is said to be unknown, never half filled in", "[answer]") {
  desk d{rules()};
  d.visitor("what is the price");
  CHECK(d.said() == lines{"unknown.fact"});
  CHECK(d.choices() == lines{"chat.human", "message.leave"});
}

TEST_CASE("seq is gapless and begins with the visitor's own message", "[answer]") {
  desk d{rules()};
  d.visitor("hello");
  d.visitor("hours");
  std::uint64_t seq = 0;
  for (const auto& m : d.all()) CHECK(m.seq == ++seq);
  CHECK(d.state().last_seq == seq);
  CHECK(d.result().said.front().from == author::visitor);
}

TEST_CASE("an unknown quick reply is read as the words on it", "[answer]") {
  desk d{rules()};
  d.does(visitor_says{"1", "hours", "no.such.choice", ""});
  CHECK(d.said() == lines{"clinic.hours"});
}

TEST_CASE("a bare yes or no to nothing that was asked is no topic", "[answer]") {
  desk d{rules()};
  d.visitor("ok");
  CHECK(d.said() == lines{"which_one"});
  d.visitor("no");
  CHECK(d.said() == lines{"dismissed"});
  CHECK(d.state().fallbacks == 0);
}

TEST_CASE("a message may be left by asking for it", "[answer]") {
  desk d{rules()};
  d.visitor("can I leave a message?");
  CHECK(d.said() == lines{"message.ask"});
}

TEST_CASE("a call back asked for with a number at night is kept for staff", "[answer]") {
  desk d{rules(), "2026-03-10T22:00"};
  d.staff_online(false).visitor("can a person call me at 410 555 0123");
  CHECK(d.state().message_left);
}

TEST_CASE("the privacy notice that was accepted is kept", "[answer]") {
  desk d{rules()};
  d.does(visitor_says{"1", "hello", "", "2026-11-23"});
  d.visitor("hours");
  CHECK(d.state().notice_accepted == "2026-11-23");
}

TEST_CASE("short answers are read whole", "[words]") {
  CHECK(says_yes("yes, please"));
  CHECK(says_yes("Sí, envíelo"));
  CHECK_FALSE(says_yes("yes but change the time"));
  CHECK(says_no("No."));
  CHECK_FALSE(says_no("no, my number is 410 555 0123"));
  CHECK(says_never_mind("ok never mind"));
  CHECK(says_never_mind("Olvídelo, gracias"));
  CHECK_FALSE(says_never_mind("cancel my visit on tuesday"));
  CHECK(ordinal("the second one") == 2);
  CHECK(ordinal("la última") == -1);
  CHECK(ordinal("one more question about the price of it all") == 0);
  CHECK(behind_never_mind("never mind, how much?") == " how much?");
  CHECK(behind_never_mind("well, how much?").empty());
}

TEST_CASE("a wish for a language is told from a question about people", "[words]") {
  CHECK(asks_for_language("in English please").wanted == intent::language::en);
  CHECK(asks_for_language("¿habla español?").wanted == intent::language::es);
  CHECK(asks_for_language("parlez-vous french").other);
  CHECK_FALSE(asks_for_language("does the doctor speak Spanish").wanted);
  CHECK_FALSE(asks_for_language("what does it cost").wanted);
}

TEST_CASE("a missing phrase or placeholder is found", "[phrases]") {
  auto m = rules()->source();
  CHECK(check_phrases(m).empty());
  m.phrases.erase("form.dropped");
  m.phrases["staff.joined"][intent::language::es] = "Alguien se unió.";
  const auto faults = check_phrases(m);
  REQUIRE(faults.size() == 3);
  CHECK(faults.back().key == "form.dropped");
}

}  // namespace
}  // namespace frontdesk::chat
