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

TEST_CASE("a visitor who asks for a person is queued once, however often they ask", "[handoff]") {
  desk d{rules()};
  d.visitor("a person please");
  CHECK(d.said() == lines{"chat.human", "handoff.waiting.position"});
  d.visitor("a person please");
  CHECK(d.said() == lines{"handoff.still_waiting.position"});
  CHECK(d.queue() == std::vector{d.conversation()});
}

TEST_CASE("with nobody online no visitor is told to wait", "[handoff]") {
  desk d{rules()};
  d.staff_online(false).taps("chat.human");
  CHECK(d.said() == lines{"handoff.nobody"});
  CHECK(d.state().status == status::bot);
  CHECK(d.choices() == lines{"message.leave", "visit.book"});
}

TEST_CASE("after hours the next opening is named where hours are known", "[handoff]") {
  desk known{rules(), "2026-03-10T20:00"}, unknown{small_rules(false), "2026-03-10T20:00"};
  known.staff_online(false).taps("chat.human");
  unknown.staff_online(false).taps("chat.human");
  CHECK(known.said() == lines{"handoff.nobody.until"});
  CHECK(unknown.said() == lines{"handoff.nobody"});
}

TEST_CASE("a left message waits for staff without a place in line", "[handoff]") {
  desk d{rules()};
  d.staff_online(false).taps("message.leave");
  d.visitor("please call me about my bill");
  CHECK(d.said() == lines{"message.kept"});
  CHECK(d.state().status == status::waiting);
  CHECK(d.state().message_left);
  CHECK(d.result().queue_changed);
  d.minutes_pass(600);
  CHECK(d.state().status == status::waiting);
}

TEST_CASE("a message that reads like a question is still the message", "[handoff]") {
  desk d{rules()};
  d.taps("message.leave");
  d.visitor("what is the price for my mother?");
  CHECK(d.said() == lines{"message.kept"});
}

TEST_CASE("whoever left a message and finds staff online may wait for them", "[handoff]") {
  desk d{rules()};
  d.staff_online(false).taps("message.leave");
  d.visitor("call me");
  d.staff_online(true).taps("chat.human");
  CHECK(d.said() == lines{"handoff.waiting.position"});
  CHECK_FALSE(d.state().message_left);
}

TEST_CASE("nobody is kept waiting for ever", "[handoff]") {
  desk d{rules()};
  d.taps("chat.human");
  d.minutes_pass(60);
  CHECK(d.said() == lines{"handoff.long_wait"});
  d.minutes_pass(60);
  CHECK(d.said() == lines{"handoff.nobody_came"});
  CHECK(d.state().status == status::bot);
  CHECK(d.queue().empty());
}

TEST_CASE("when staff take, hand back and close, each is told once", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.takes("ana");
  CHECK(d.said() == lines{"staff.joined"});
  CHECK(d.state().holder == desk::staff("ana"));
  d.takes("ana");
  CHECK(d.said().empty());
  d.releases("ana");
  CHECK(d.state().status == status::bot);
  d.closes("ana");
  CHECK(d.said() == lines{"closed.by_staff"});
  d.closes("ana");
  CHECK(d.said().empty());
}

TEST_CASE("two staff at once: the second is told who was first", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.takes("ana");
  CHECK_FALSE(d.takes("bob"));
  CHECK(d.error() == errc::conflict);
  CHECK(d.state().holder == desk::staff("ana"));
  CHECK_FALSE(d.staff_says("bob", "hi"));
  CHECK_FALSE(d.releases("bob"));
  CHECK_FALSE(d.closes("bob"));
  CHECK(d.staff_notes("bob", "I know her"));
}

TEST_CASE("a conversation is taken over from a colleague who is not there", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.takes("ana");
  d.holder_online(false);
  CHECK_FALSE(d.staff_says("bob", "hi"));
  CHECK(d.takes("bob"));
  CHECK(d.said() == lines{"staff.joined"});
  CHECK(d.state().holder == desk::staff("bob"));
}

TEST_CASE("nobody speaks as staff without holding the conversation", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  CHECK_FALSE(d.staff_says("ana", "hi"));
  CHECK(d.error() == errc::bad_request);
  CHECK_FALSE(d.releases("ana"));
  CHECK_FALSE(d.does(staff_says{desk::staff("ana"), "x", "", true}));
}

TEST_CASE("a note is private and says nothing to the visitor", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.staff_notes("ana", "called twice");
  CHECK(d.last().note);
  CHECK(d.state().status == status::bot);
}

TEST_CASE("while staff hold, the bot is silent whatever is asked", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.takes("ana");
  for (const char* text : {"price?", "a person please", "book", "thanks", "never mind", "zzz"}) {
    d.visitor(text);
    CHECK(d.said().empty());
  }
}

TEST_CASE("a closed conversation opens again when the visitor writes", "[staff]") {
  desk d{rules()};
  d.visitor("hello");
  d.does(visitor_ends{});
  CHECK(d.state().status == status::closed);
  d.visitor("what are the hours?");
  CHECK(d.said() == lines{"clinic.hours"});
  CHECK(d.state().status == status::bot);
}

TEST_CASE("a rating is 1 to 5, and marks of reading never go back", "[state]") {
  desk d{rules()};
  d.visitor("hello");
  CHECK(d.does(visitor_rates{5}));
  CHECK(d.state().rating == 5);
  CHECK_FALSE(d.does(visitor_rates{0}));
  CHECK_FALSE(d.does(visitor_rates{6}));
  CHECK(d.does(visitor_read{2}));
  CHECK(d.does(visitor_read{1}));
  CHECK(d.state().read_by_visitor == 2);
  CHECK_FALSE(d.does(staff_read{99}));
}

TEST_CASE("an empty message is refused and changes nothing", "[state]") {
  desk d{rules()};
  CHECK_FALSE(d.visitor(""));
  CHECK(d.error() == errc::bad_request);
  CHECK(d.state().last_seq == 0);
}

}  // namespace
}  // namespace frontdesk::chat
