// SPDX-License-Identifier: Apache-2.0
// What every store promises about conversations.
#include "contract/world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace frontdesk;
using namespace frontdesk::store;
using lines = std::vector<std::string>;

TEST_CASE("what was appended is read back in order, with state and head", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  REQUIRE(append(w, t.next("hi")));
  REQUIRE(append(w, t.next("does it hurt?")));
  const auto record = w.run(w->read(t.id)).value();
  CHECK(
      texts(record) ==
      lines{"visitor: hi", "bot: hi", "visitor: does it hurt?", "bot: does it hurt?"}
  );
  CHECK(record.messages.back().seq == 4);
  CHECK(record.state == "state after 4");
  CHECK(record.head == t.head);
}

TEST_CASE("a restart changes nothing", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  t.head.holder = person_id::random();
  t.head.waiting_since = w.time.now();
  t.head.alert = 2;
  t.head.request_status = 1;
  REQUIRE(append(w, t.next("hi")));
  w.reopen();
  REQUIRE(append(w, t.next("again")));
  w.reopen();
  const auto record = w.run(w->read(t.id)).value();
  CHECK(texts(record) == lines{"visitor: hi", "bot: hi", "visitor: again", "bot: again"});
  CHECK(record.head == t.head);
  CHECK(w.run(w->find(t.token_hash)).value() == t.id);
}

TEST_CASE("a turn that was stored already is a conflict, and not stored twice", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  const auto first = t.next("hi"), second = t.next("there");
  REQUIRE(append(w, first));
  CHECK(append(w, first).error() == errc::conflict);
  REQUIRE(append(w, second));
  CHECK(append(w, second).error() == errc::conflict);
  CHECK(w.run(w->read(t.id)).value().messages.size() == 4);
}

TEST_CASE("a turn that leaves a gap, or whose head does not fit, is a conflict", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  REQUIRE(append(w, t.next()));
  auto gap = t.next();
  gap.messages.front().seq = 5;
  CHECK(append(w, gap).error() == errc::conflict);
  auto head = talk{t}.without_messages();
  head.head.last_seq = 9;
  CHECK(append(w, head).error() == errc::conflict);
  CHECK(w.run(w->read(t.id)).value().messages.size() == 2);
}

TEST_CASE("a turn without messages keeps state and head", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  REQUIRE(append(w, t.next()));
  t.head.status = 3;
  auto closed = t.without_messages();
  closed.state = "closed";
  REQUIRE(append(w, closed));
  const auto record = w.run(w->read(t.id)).value();
  CHECK(record.state == "closed");
  CHECK(record.head.status == 3);
  CHECK(record.messages.size() == 2);
}

TEST_CASE("nobody's conversation is not found", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time};
  auto nameless = t.next();
  nameless.token_hash.clear();
  CHECK(append(w, nameless).error() == errc::not_found);
  CHECK(w.run(w->read(t.id)).error() == errc::not_found);
  CHECK(w.run(w->find(t.token_hash)).error() == errc::not_found);
  CHECK(w.run(w->erase(t.id)).error() == errc::not_found);
}

TEST_CASE("two conversations cannot share a visitor's token", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk one{w.time}, other{w.time};
  other.token_hash = one.token_hash;
  REQUIRE(append(w, one.next()));
  CHECK(append(w, other.next()).error() == errc::conflict);
  w.reopen();
  CHECK(append(w, other.without_messages()).error() == errc::conflict);
}

TEST_CASE(
    "many who write at once share commits, and none waits for another's answer", "[contract]"
) {
  world w{GENERATE(from_range(kinds()))};
  std::vector<talk> talks;
  for (int i = 0; i < 300; ++i) talks.emplace_back(w.time);
  std::vector<std::optional<result<void>>> done(talks.size());
  for (std::size_t i = 0; i < talks.size(); ++i) w.start(w->append(talks[i].next()), done[i]);
  w.finish();
  CHECK(std::all_of(done.begin(), done.end(), [](const auto& d) { return d && d->has_value(); }));
  CHECK(w->figures().commits < 100);
  CHECK(w.run(w->list({}, "", 200)).value().items.size() == 200);
}

TEST_CASE("an erased conversation is gone for good, and its neighbours are not", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  talk t{w.time}, neighbour{w.time};
  REQUIRE(append(w, t.next()));
  REQUIRE(append(w, neighbour.next()));
  REQUIRE(w.run(w->erase(t.id)));
  for (int restart = 0; restart < 2; ++restart) {
    CHECK(w.run(w->read(t.id)).error() == errc::gone);
    CHECK(w.run(w->find(t.token_hash)).error() == errc::gone);
    CHECK(append(w, talk{t}.next()).error() == errc::gone);
    CHECK(w.run(w->erase(t.id)));
    CHECK(w.run(w->list({}, "", 10)).value().items.size() == 1);
    CHECK(w.run(w->active({}, 10)).value().size() == 1);
    CHECK(w.run(w->read(neighbour.id)).has_value());
    w.reopen();
  }
}

TEST_CASE("more conversations than are remembered are all still there", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  w.bounds.live_conversations_max = 3;
  w.bounds.projection_turns_max = 2;
  w.reopen();
  std::vector<talk> talks;
  for (int i = 0; i < 20; ++i) talks.emplace_back(w.time);
  for (int round = 0; round < 3; ++round) {
    for (auto& t : talks) REQUIRE(append(w, t.next()));
  }
  for (auto& t : talks) {
    CHECK(w.run(w->read(t.id)).value().messages.size() == 6);
    CHECK(w.run(w->find(t.token_hash)).value() == t.id);
  }
}
