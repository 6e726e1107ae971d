// SPDX-License-Identifier: Apache-2.0
// A conversation's mailbox: stored before sent, once however often it comes, one at a time.
#include "unit/app/hub_desk.hpp"

using namespace frontdesk;
using namespace frontdesk::app;

TEST_CASE("a turn is on disk before anybody hears of it", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.stored.hold();
  std::optional<outcome> acked;
  d.does_later(id, chat::visitor_says{"m1", "hello", "", ""}, acked, &page);
  d.settle();
  CHECK_FALSE(acked);
  CHECK(page.got.empty());
  d.stored.release();
  d.settle();
  REQUIRE(acked);
  CHECK(acked->seq == 1);
  CHECK(acked->at == d.time.now());
  CHECK(d.kept->conversations.at(id).messages.size() == 2);
  const auto said = of_type(page.got, "message");
  REQUIRE(said.size() == 1);  // its own message needs the acknowledgement only
  CHECK(text(said[0].at("text")) == "Hello.");
}

TEST_CASE("every other page of the visitor, and who watches, sees the whole turn", "[hub]") {
  hub_desk d;
  test_page page, other;
  const auto id = d.visitor(page);
  d.desk.attach(id, other);
  const auto screen = std::make_shared<test_console>();
  d.staff("Ana", *screen);
  REQUIRE(d.run(d.desk.watch(id, 0, screen)));
  d.says(id, "m1", "hello", &page);
  const auto seen = of_type(other.got, "message");
  REQUIRE(seen.size() == 2);
  CHECK(text(seen[0].at("id")) == "m1");
  CHECK_FALSE(seen[1].as_object().contains("why"));
  const auto watched = of_type(screen->got, "message");
  REQUIRE(watched.size() == 2);
  CHECK(watched[1].at("message").as_object().contains("why"));
  CHECK(of_type(screen->got, "summary").size() == 1);
}

TEST_CASE("a message that comes twice is answered once, after a restart too", "[hub]") {
  const auto kept = std::make_shared<store::memory>();
  conversation_id id;
  outcome first;
  {
    hub_desk d{kept};
    test_page page;
    id = d.visitor(page);
    first = d.says(id, "m1", "hello", &page);
    d.time.advance(std::chrono::minutes{1});
    const auto again = d.says(id, "m1", "hello", &page);
    CHECK(again.seq == first.seq);
    CHECK(again.at == first.at);
    CHECK(of_type(page.got, "message").size() == 1);
    CHECK(d.desk.counts().repeats == 1);
  }
  hub_desk d{kept};
  CHECK(d.says(id, "m1", "hello").at == first.at);
  CHECK(kept->conversations.at(id).messages.size() == 2);
}

TEST_CASE("a command of staff that comes twice is done once", "[hub]") {
  hub_desk d;
  test_page page;
  test_console screen;
  const auto id = d.visitor(page);
  const auto ana = d.staff("Ana", screen);
  d.says(id, "m1", "hello");
  int answered = 0;
  const auto take = [&] {
    d.desk.submit(
        id,
        chat::staff_takes{ana},
        nullptr,
        [&](const outcome& o) {
          CHECK_FALSE(o.failure);
          ++answered;
        },
        "k1"
    );
    d.settle();
  };
  take();
  const auto turns = d.desk.counts().turns;
  take();
  CHECK(answered == 2);
  CHECK(d.desk.counts().turns == turns);
}

TEST_CASE("what cannot be stored is told to its sender only, and may be sent again", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.stored.fail_after(0);
  CHECK(d.says(id, "m1", "hello", &page).failure == errc::storage);
  CHECK(page.got.empty());
  d.stored.fail_after(-1);
  CHECK(d.says(id, "m1", "hello", &page).seq == 1);
  CHECK(of_type(page.got, "message").size() == 1);
}

TEST_CASE("commands of one conversation are taken in order, and too many are refused", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.stored.hold();
  std::vector<std::optional<outcome>> got(80);
  for (std::size_t i = 0; i < got.size(); ++i) {
    d.does_later(id, chat::visitor_says{"m" + std::to_string(i), "hello", "", ""}, got[i], &page);
  }
  d.settle();
  CHECK(got.back()->failure == errc::busy);  // at once, without the disk
  d.stored.release();
  d.settle();
  std::uint64_t last = 0;
  int taken = 0;
  for (const auto& o : got) {
    if (o->failure) continue;
    CHECK(o->seq > last);
    last = o->seq;
    ++taken;
  }
  CHECK(taken >= 64);
  CHECK(d.desk.counts().refused == got.size() - static_cast<std::size_t>(taken));
}

TEST_CASE("a conversation that is full says so", "[hub]") {
  hub_desk d;
  d.bounds.messages_per_conversation_max = 2;
  test_page page;
  const auto id = d.visitor(page);
  REQUIRE_FALSE(d.says(id, "m1", "hello").failure);
  const auto refused = d.says(id, "m2", "hello");
  CHECK(refused.failure == errc::busy);
  CHECK(refused.sentence == "This conversation is full. Please start a new one.");
  CHECK_FALSE(d.does(id, chat::visitor_read{2}).failure);
}

TEST_CASE("a published change answers the next message of every conversation", "[hub]") {
  hub_desk d;
  test_page one, two;
  const auto first = d.visitor(one), second = d.visitor(two);
  d.says(first, "m1", "hello", &one);
  d.says(second, "m1", "hello", &two);
  auto model = d.rules.rules->source();
  for (auto& topic : model.topics) {
    if (topic.id == "chat.greeting") topic.answers[intent::language::en][0].text = "Good day.";
  }
  d.rules.rules = intent::rules::make(std::move(model));
  d.says(first, "m2", "hello", &one);
  d.says(second, "m2", "hello", &two);
  for (const auto* page : {&one, &two}) {
    const auto said = of_type(page->got, "message");
    REQUIRE(said.size() == 2);
    CHECK(text(said[0].at("text")) == "Hello.");
    CHECK(text(said[1].at("text")) == "Good day.");
  }
}

TEST_CASE("read marks are shown at once and cost no turn", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "hello", &page);
  const auto screen = std::make_shared<test_console>();
  REQUIRE(d.run(d.desk.watch(id, 0, screen)));
  const auto turns = d.desk.counts().turns;
  d.does(id, chat::visitor_read{2});
  d.does(id, chat::staff_read{1});
  CHECK(d.desk.counts().turns == turns);
  CHECK(of_type(screen->got, "read").back().at("seq") == 2);
  CHECK(of_type(page.got, "read").back().at("seq") == 1);
  CHECK(d.desk.lines().find(id)->kept->unread == 0);
  d.says(id, "m2", "hello", &page);
  hub_desk again{d.kept};
  CHECK_FALSE(again.says(id, "m3", "hello").failure);
  CHECK(again.desk.find_loaded(id) == nullptr);  // nobody looks on: not kept in memory
}
