// SPDX-License-Identifier: Apache-2.0
// Erasing: whatever else is under way, nothing of the conversation is left.
#include "unit/app/hub_desk.hpp"

using namespace frontdesk;
using namespace frontdesk::app;

TEST_CASE("who looks at an erased conversation is told, and nothing can be added", "[hub]") {
  hub_desk d;
  test_page page, other;
  test_console screen;
  d.staff("Ana", screen);
  const auto id = d.visitor(page);
  d.desk.attach(id, other);
  d.says(id, "m1", "a person", &page);
  REQUIRE(d.run(d.desk.erase(id, std::nullopt)));
  CHECK(d.kept->erased.count(id) == 1);
  CHECK(of_type(page.got, "forgotten").size() == 1);
  CHECK(of_type(other.got, "forgotten").size() == 1);
  CHECK(text(of_type(screen.got, "gone").at(0).at("conversation")) == id.text());
  CHECK(d.desk.waiting() == 0);
  CHECK(d.says(id, "m2", "hello", &other).failure == errc::gone);
  CHECK(d.run(d.desk.find(token_hash(id.text()))).error() == errc::gone);
}

TEST_CASE("a conversation that is erased while its first message is written is gone", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.stored.hold();
  std::optional<outcome> acked;
  d.does_later(id, chat::visitor_says{"m1", "my name is Maria", "", ""}, acked, &page);
  std::optional<result<void>> erased;
  d.begin(d.desk.erase(id, std::nullopt), erased);
  d.settle();
  d.stored.release();
  d.settle();
  REQUIRE((erased && *erased));
  CHECK(acked);
  CHECK(d.kept->conversations.empty());
  CHECK(d.run(d.desk.find(token_hash(id.text()))).error() == errc::gone);
}

TEST_CASE("what was sent before the wish to forget is not answered after it", "[hub]") {
  hub_desk d;
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "hello", &page);
  d.stored.hold();
  std::optional<outcome> second, third;
  std::optional<result<void>> erased;
  d.does_later(id, chat::visitor_says{"m2", "hello", "", ""}, second, &page);
  d.begin(d.desk.erase(id, std::nullopt), erased);
  d.settle();
  d.does_later(id, chat::visitor_says{"m3", "hello", "", ""}, third, &page);
  d.stored.release();
  d.settle();
  REQUIRE((erased && *erased));
  CHECK(third->failure == errc::gone);
  CHECK(text(page.got.back().at("type")) == "forgotten");
  CHECK(d.kept->conversations.empty());
}

TEST_CASE("a console that opens a conversation while it is erased does not see it", "[hub]") {
  const auto kept = std::make_shared<store::memory>();
  conversation_id id;
  {
    hub_desk d{kept};
    test_page page;
    id = d.visitor(page);
    d.says(id, "m1", "hello", &page);
  }
  hub_desk d{kept};
  const auto screen = std::make_shared<test_console>();
  d.stored.hold();
  std::optional<result<void>> watched, erased;
  d.begin(d.desk.watch(id, 0, screen), watched);
  d.settle();
  d.begin(d.desk.erase(id, std::nullopt), erased);
  d.settle();
  d.stored.release();
  d.settle();
  REQUIRE((erased && *erased));
  CHECK(watched->error() == errc::gone);
  CHECK(of_type(screen->got, "opened").empty());
}

TEST_CASE("erasing what is not there, or what the store cannot erase, leaves no trace", "[hub]") {
  hub_desk d;
  CHECK(d.run(d.desk.erase(conversation_id::random(), std::nullopt)).error() == errc::not_found);
  CHECK(d.desk.in_memory() == 0);
  test_page page;
  const auto id = d.visitor(page);
  d.says(id, "m1", "hello", &page);
  d.stored.fail_after(0);
  CHECK(d.run(d.desk.erase(id, std::nullopt)).error() == errc::storage);
  d.stored.fail_after(-1);
  CHECK(of_type(page.got, "forgotten").empty());
  CHECK(d.says(id, "m2", "hello", &page).seq == 3);
  REQUIRE(d.run(d.desk.erase(id, std::nullopt)));
  CHECK(d.run(d.desk.erase(id, std::nullopt)).has_value());  // twice is harmless
}
