// SPDX-License-Identifier: Apache-2.0
// What the hub shows at the desk: the queue, who holds what, who types.
#include "unit/app/hub_desk.hpp"

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::minutes;

namespace {

int last_position(const test_page& page) {
  const auto all = of_type(page.got, "status");
  const auto* position = all.back().as_object().if_contains("position");
  return position == nullptr ? 0 : position->to_number<int>();
}

std::string last_status(const test_page& page) {
  return text(of_type(page.got, "status").back().at("status"));
}

}  // namespace

TEST_CASE("visitors who wait know their place and move up", "[hub]") {
  hub_desk d;
  test_console screen;
  const auto ana = d.staff("Ana", screen);
  test_page one, two;
  const auto first = d.visitor(one), second = d.visitor(two);
  d.says(first, "m1", "a person", &one);
  d.time.advance(minutes{1});
  d.says(second, "m1", "a person", &two);
  CHECK(last_position(one) == 1);
  CHECK(last_position(two) == 2);
  d.does(first, chat::staff_takes{ana});
  CHECK(last_status(one) == "staff");
  CHECK(last_position(two) == 1);
  CHECK(d.desk.lines().find(second)->position == 1);
  CHECK(d.desk.waiting() == 1);
}

TEST_CASE("an alert goes before everybody", "[hub]") {
  hub_desk d;
  test_console screen;
  d.staff("Ana", screen);
  test_page one, two;
  const auto first = d.visitor(one), second = d.visitor(two);
  d.says(first, "m1", "a person", &one);
  d.time.advance(minutes{1});
  d.says(second, "m1", "I want to die", &two);
  d.says(second, "m2", "a person", &two);
  CHECK(d.desk.position(second) == 1);
  CHECK(last_position(one) == 2);
  CHECK(d.desk.counts().alerts == 1);
}

TEST_CASE("of two who take at once, one wins and the other is told who", "[hub]") {
  hub_desk d;
  test_console one, two;
  const auto ana = d.staff("Ana", one), ben = d.staff("Ben", two);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "a person", &page);
  d.stored.hold();
  std::optional<outcome> first, second;
  d.does_later(id, chat::staff_takes{ana}, first);
  d.does_later(id, chat::staff_takes{ben}, second);
  d.settle();
  d.stored.release();
  d.settle();
  CHECK_FALSE(first->failure);
  CHECK(second->failure == errc::conflict);
  CHECK(second->holder == ana);
  CHECK(text(of_type(page.got, "status").back().at("staff").at("name")) == "Ana");
}

TEST_CASE("only who holds it is seen typing", "[hub]") {
  hub_desk d;
  test_console one, two;
  const auto ana = d.staff("Ana", one), ben = d.staff("Ben", two);
  const auto watcher = std::make_shared<test_console>();
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "a person", &page);
  d.does(id, chat::staff_takes{ana});
  REQUIRE(d.run(d.desk.watch(id, 0, watcher)));
  d.desk.staff_types(id, ben, true, two);
  CHECK(of_type(page.got, "typing").empty());
  d.desk.staff_types(id, ana, true, one);
  CHECK(of_type(page.got, "typing").size() == 1);
  CHECK(text(of_type(watcher->got, "typing").at(0).at("name")) == "Ana");
  d.desk.visitor_types(id, true);
  CHECK(text(of_type(watcher->got, "typing").back().at("from")) == "visitor");
}

TEST_CASE("a note is for staff only", "[hub]") {
  hub_desk d;
  const auto watcher = std::make_shared<test_console>();
  const auto ana = d.staff("Ana", *watcher);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "hello", &page);
  REQUIRE(d.run(d.desk.watch(id, 0, watcher)));
  const auto before = page.got.size();
  REQUIRE_FALSE(d.does(id, chat::staff_says{ana, "k1", "be kind", true}).failure);
  CHECK(page.got.size() == before);
  CHECK(text(of_type(watcher->got, "message").back().at("message").at("text")) == "be kind");
  CHECK(d.desk.lines().find(id)->kept->last->text != "be kind");
}

TEST_CASE("who waits in vain is told once, and later given another way", "[hub]") {
  hub_desk d;
  test_console screen;
  d.staff("Ana", screen);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "a person", &page);
  const auto before = of_type(page.got, "message").size();
  for (int minute = 0; minute < 30; ++minute) {
    d.time.advance(minutes{1});
    d.desk.minute_passed();
    d.settle();
  }
  CHECK(of_type(page.got, "message").size() == before + 2);
  CHECK(last_status(page) == "bot");
  CHECK(d.desk.waiting() == 0);
  CHECK(screen.minutes == 30);
}

TEST_CASE("after a restart the desk shows what it showed before", "[hub]") {
  const auto kept = std::make_shared<store::memory>();
  conversation_id waits, closed;
  {
    hub_desk d{kept};
    test_console screen;
    d.staff("Ana", screen);
    test_page one, two;
    waits = d.visitor(one), closed = d.visitor(two);
    d.says(waits, "m1", "a person", &one);
    d.says(closed, "m1", "hello", &two);
    d.does(closed, chat::visitor_ends{});
  }
  hub_desk d{kept};
  REQUIRE(d.run(d.desk.start()));
  CHECK(d.desk.position(waits) == 1);
  CHECK(d.desk.lines().find(closed) != nullptr);
  CHECK(d.desk.in_memory() == 0);  // read when somebody comes
  const auto found = d.run(d.desk.find(token_hash(waits.text())));
  REQUIRE(found.has_value());
  CHECK(*found == waits);
  CHECK(d.desk.find_loaded(waits)->log.size() >= 2);
  d.desk.forget_if_idle(waits);
  CHECK(d.desk.in_memory() == 0);
}

TEST_CASE("a line that does not matter any more leaves the inbox", "[hub]") {
  hub_desk d;
  test_console screen;
  d.staff("Ana", screen);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "hello", &page);
  d.desk.detach(id, page);
  CHECK(d.desk.in_memory() == 0);
  d.time.advance(std::chrono::hours{25});
  d.desk.minute_passed();
  CHECK(d.desk.lines().find(id) == nullptr);
  CHECK(text(of_type(screen.got, "gone").at(0).at("conversation")) == id.text());
}

TEST_CASE("a visitor who comes back while a turn ends finds the conversation", "[hub]") {
  const auto kept = std::make_shared<store::memory>();
  conversation_id id;
  {
    hub_desk d{kept};
    test_console screen;
    d.staff("Ana", screen);
    test_page page;
    id = d.visitor(page);
    d.says(id, "m1", "a person", &page);
  }
  hub_desk d{kept};
  REQUIRE(d.run(d.desk.start()));
  d.stored.hold();
  d.desk.minute_passed();  // reads it, to see how long they have waited
  std::optional<result<conversation_id>> found;
  d.begin(d.desk.find(token_hash(id.text())), found);
  d.settle();
  d.stored.release();
  d.settle();
  REQUIRE((found && *found));
  test_page page;
  d.desk.attach(id, page);
  REQUIRE(d.desk.find_loaded(id) != nullptr);
  CHECK(d.desk.find_loaded(id)->log.size() >= 2);
}
