// SPDX-License-Identifier: Apache-2.0
// What every store promises about its lists of conversations.
#include "contract/world.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace frontdesk;
using namespace frontdesk::store;
using std::chrono::minutes;

namespace {

// One conversation a minute; every third waits, every fifth is closed.
std::vector<talk> a_busy_day(world& w, int count) {
  std::vector<talk> talks;
  for (int i = 0; i < count; ++i) {
    w.time.advance(minutes{1});
    auto& t = talks.emplace_back(w.time);
    t.head.status = i % 5 == 0 ? 3 : (i % 3 == 0 ? 1 : 0);
    t.head.request_status = i % 2 == 0 ? std::uint8_t{0} : std::uint8_t{255};
    REQUIRE(append(w, t.next()));
  }
  return talks;
}

}  // namespace

TEST_CASE("a list goes from the newest to the oldest, page by page, each once", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const auto talks = a_busy_day(w, 25);
  std::vector<conversation_id> seen;
  std::string cursor;
  int pages = 0;
  do {
    const auto page = w.run(w->list({}, cursor, 10)).value();
    for (const auto& item : page.items) seen.push_back(item.id);
    cursor = page.next;
    ++pages;
  } while (!cursor.empty());
  CHECK(pages == 3);
  REQUIRE(seen.size() == talks.size());
  for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == talks[talks.size() - 1 - i].id);
}

TEST_CASE("a list of one status has that status only, and the state to show", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  a_busy_day(w, 20);
  const auto closed = w.run(w->list(std::uint8_t{3}, "", 50)).value();
  CHECK(closed.items.size() == 4);
  for (const auto& item : closed.items) {
    CHECK(item.head.status == 3);
    CHECK(item.state == "state after 2");
  }
}

TEST_CASE("whoever writes again comes first", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  auto talks = a_busy_day(w, 5);
  REQUIRE(w.run(w->list({}, "", 1)).value().items.front().id == talks[4].id);
  w.time.advance(minutes{1});
  REQUIRE(append(w, talks[2].next()));
  CHECK(w.run(w->list({}, "", 1)).value().items.front().id == talks[2].id);
  w.reopen();
  CHECK(w.run(w->list({}, "", 1)).value().items.front().id == talks[2].id);
}

TEST_CASE("a page that was cut in a minute with many does not skip any", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  std::set<std::string> all, seen;
  for (int i = 0; i < 7; ++i) {
    talk t{w.time};
    all.insert(t.id.text());
    REQUIRE(append(w, t.next()));
  }
  std::string cursor;
  do {
    const auto page = w.run(w->list({}, cursor, 2)).value();
    for (const auto& item : page.items) CHECK(seen.insert(item.id.text()).second);
    cursor = page.next;
  } while (!cursor.empty());
  CHECK(seen == all);
}

TEST_CASE("a cursor that is not one is a bad request", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const auto* cursor = GENERATE("x", "-1", "1.2x", ".5x", "99999999999999999999.1");
  CHECK(w.run(w->list({}, cursor, 10)).error() == errc::bad_request);
  CHECK(w.run(w->list_requests(255, cursor, 10)).error() == errc::bad_request);
}

TEST_CASE("active are those not closed, and those closed not long ago", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const auto talks = a_busy_day(w, 20);  // closed: 0, 5, 10, 15
  const auto since = talks[10].head.last_at;
  CHECK(w.run(w->active(since, 100)).value().size() == 18);
  CHECK(w.run(w->active(w.time.now() + minutes{1}, 100)).value().size() == 16);
  CHECK(w.run(w->active(since, 3)).value().size() == 3);
  w.reopen();
  CHECK(w.run(w->active(since, 100)).value().size() == 18);
}

TEST_CASE("requests are listed by their status", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  auto talks = a_busy_day(w, 10);
  CHECK(w.run(w->list_requests(255, "", 100)).value().items.size() == 5);
  CHECK(w.run(w->list_requests(0, "", 100)).value().items.size() == 5);
  talks[0].head.request_status = 2;
  REQUIRE(append(w, talks[0].without_messages()));
  CHECK(w.run(w->list_requests(0, "", 100)).value().items.size() == 4);
  CHECK(w.run(w->list_requests(2, "", 100)).value().items.front().id == talks[0].id);
  CHECK(w.run(w->list_requests(255, "", 100)).value().items.size() == 5);
}
