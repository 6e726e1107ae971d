// SPDX-License-Identifier: Apache-2.0
// Conversations and requests, as staff read them over the running program.
#include "server/desk.hpp"

#include <catch2/catch.hpp>

#include <set>

using Catch::Contains;
using test::as_admin;
using test::as_staff;
using test::client;
using test::somebody_asks;
using test::why;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

std::set<std::string> ids(const test::json::array& items, const char* name = "id") {
  std::set<std::string> all;
  for (const auto& item : items) all.insert(text(item.at(name)));
  return all;
}

std::vector<std::string> in_order(const test::json::array& items) {
  std::vector<std::string> all;
  for (const auto& item : items) all.push_back(text(item.at("id")));
  return all;
}

// A visitor who asks for a visit, says everything at once, and confirms.
std::string somebody_books() {
  client page{test::desk().port()};
  const auto id = text(page.greet().at("conversation"));
  const auto taps = [&page](const char* message, const char* choice, const char* words) {
    page.send({{"type", "message"}, {"id", message}, {"text", words}, {"choice", choice}});
    page.receive("ack");
  };
  taps("m1", "visit.book", "Book a visit");
  page.say("m2", "I'm Maria Delgado, maria@example.org, tuesday mornings, it's my first time");
  page.receive("ack");
  taps("m3", "form.confirm", "Send it");
  page.close();
  return id;
}

}  // namespace

TEST_CASE("a conversation is listed and read with why it was answered so", "[server][rest]") {
  const auto id = somebody_asks("what is ketamine");
  const auto listed = as_staff().get("/v1/conversations?limit=1").json();
  REQUIRE(listed.at("items").as_array().size() == 1);
  CHECK(text(listed.at("items").at(0).at("id")) == id);
  CHECK(text(listed.at("items").at(0).at("status")) == "bot");
  const auto one = as_staff().get("/v1/conversations/" + id);
  REQUIRE(one.status == 200);
  const auto body = one.json();
  REQUIRE(body.at("messages").as_array().size() == 2);
  CHECK(text(body.at("messages").at(0).at("text")) == "what is ketamine");
  CHECK(text(body.at("messages").at(1).at("why").at("topic")) == "ketamine.what");
}

TEST_CASE("a list is the same in pages of any size, each line once", "[server][rest]") {
  std::set<std::string> mine;
  for (int i = 0; i < 7; ++i) mine.insert(somebody_asks("hello"));
  const auto whole = as_staff().all_of("/v1/conversations", 200);
  const auto everybody = ids(whole);
  CHECK(everybody.size() == whole.size());
  for (const auto& id : mine) CHECK(everybody.count(id) == 1);
  for (const int limit : {1, 3}) {
    const auto paged = as_staff().all_of("/v1/conversations", limit);
    CHECK(in_order(paged) == in_order(whole));
  }
  const auto newest = as_staff().get("/v1/conversations?limit=0").json();
  CHECK(newest.at("items").as_array().size() <= 50);  // a limit that is none: the usual one
}

TEST_CASE("one who writes while a list is read makes nobody come twice", "[server][rest]") {
  for (int i = 0; i < 4; ++i) somebody_asks("hello");
  const auto first = as_staff().get("/v1/conversations?limit=2").json();
  somebody_asks("hello");  // moves everybody down by one
  const auto next = as_staff().get("/v1/conversations?limit=2&cursor=" + text(first.at("next")));
  const auto seen = ids(first.at("items").as_array());
  const auto items = next.json().at("items").as_array();
  for (const auto& item : items) {
    CHECK(seen.count(text(item.at("id"))) == 0);
  }
}

TEST_CASE("a list of one status has nothing else", "[server][rest]") {
  client page{test::desk().port()};
  const auto id = text(page.greet().at("conversation"));
  page.say("m1", "hello");
  page.receive("message");
  page.send({{"type", "end"}});
  page.receive("status");
  const auto closed = as_staff().all_of("/v1/conversations?status=closed", 100);
  CHECK(ids(closed).count(id) == 1);
  for (const auto& item : closed) CHECK(text(item.at("status")) == "closed");
  const auto refused = as_staff().get("/v1/conversations?status=asleep");
  CHECK(refused.status == 400);
  CHECK_THAT(why(refused), Contains("bot, waiting, staff, closed"));
}

TEST_CASE("a request for a consultation is listed with what was asked", "[server][rest]") {
  const auto id = somebody_books();
  const auto open = as_staff().all_of("/v1/requests?status=open", 2);
  REQUIRE(ids(open, "conversation").count(id) == 1);
  for (const auto& request : open) {
    if (text(request.at("conversation")) != id) continue;
    CHECK(text(request.at("name")) == "Maria Delgado");
    CHECK(text(request.at("contact")) == "maria@example.org");
  }
  CHECK(ids(as_staff().all_of("/v1/requests?status=declined", 50), "conversation").count(id) == 0);
  CHECK(as_staff().all_of("/v1/requests", 1) == as_staff().all_of("/v1/requests", 200));
  const auto refused = as_staff().get("/v1/requests?status=odd");
  CHECK(refused.status == 400);
  CHECK_THAT(why(refused), Contains("withdrawn"));
}

TEST_CASE("an erased conversation is gone from every list, and says so", "[server][rest]") {
  client page{test::desk().port()};
  const auto id = text(page.greet().at("conversation"));
  page.say("m1", "hello");
  page.receive("message");
  const auto path = "/v1/conversations/" + id;
  CHECK(as_staff().call("DELETE", path).status == 403);
  CHECK(as_admin().call("DELETE", path).status == 204);
  page.receive("forgotten");
  const auto gone = as_admin().get(path);
  CHECK(gone.status == 410);
  CHECK(why(gone) == "This conversation was erased.");
  CHECK(ids(as_staff().all_of("/v1/conversations", 200)).count(id) == 0);
  CHECK(as_admin().call("DELETE", path).status == 204);  // erasing twice is harmless
}

TEST_CASE("a visitor who changes their mind at once is forgotten at once", "[server][rest]") {
  client page{test::desk().port()};
  const auto welcome = page.greet();
  page.say("m1", "my name is Maria");
  page.send({{"type", "forget"}});  // the message may be on its way to the disk
  page.receive("forgotten");
  CHECK(as_admin().get("/v1/conversations/" + text(welcome.at("conversation"))).status == 410);
  client again{test::desk().port()};
  CHECK(text(again.greet(welcome.at("token")).at("code")) == "unauthorized");
}
