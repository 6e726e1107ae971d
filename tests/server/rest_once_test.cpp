// SPDX-License-Identifier: Apache-2.0
// What is created under an Idempotency-Key is created once, over the running program.
#include "server/desk.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <memory>

using Catch::Contains;
using test::as_admin;
using test::caller;
using test::why;
using test::json::object;

namespace {

object newcomer(const std::string& name) {
  return {{"name", name}, {"username", name}, {"role", "staff"}};
}

test::headers key(const std::string& text) { return {{"Idempotency-Key", text}}; }

std::size_t people(const caller& admin) { return admin.all_of("/v1/people", 200).size(); }

}  // namespace

TEST_CASE("an invitation that is sent twice is made once, with one link", "[server][rest]") {
  const auto first = as_admin().call("POST", "/v1/people", newcomer("amy"), key("amy-1"));
  REQUIRE(first.status == 201);
  const auto before = people(as_admin());
  const auto again = as_admin().call("POST", "/v1/people", newcomer("amy"), key("amy-1"));
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(people(as_admin()) == before);
  CHECK(as_admin().call("POST", "/v1/people", newcomer("amy")).status == 409);  // without the key
}

TEST_CASE("a key stands for one call", "[server][rest]") {
  REQUIRE(as_admin().call("POST", "/v1/people", newcomer("bea"), key("bea-1")).status == 201);
  const auto other = as_admin().call("POST", "/v1/people", newcomer("bob"), key("bea-1"));
  CHECK(other.status == 422);
  CHECK_THAT(why(other), Contains("Choose a new one"));
  const auto elsewhere =
      as_admin().call("POST", "/v1/revisions/1/rollback", object{{"note", "x"}}, key("bea-1"));
  CHECK(elsewhere.status == 422);
  const caller admin_too{test::desk().port(), test::invited("dina", "admin")};
  CHECK(admin_too.call("POST", "/v1/people", newcomer("bob"), key("bea-1")).status == 201);
}

TEST_CASE("a refused call leaves its key free for the corrected one", "[server][rest]") {
  CHECK(as_admin().call("POST", "/v1/people", newcomer("c d"), key("cleo-1")).status == 400);
  CHECK(as_admin().call("POST", "/v1/people", newcomer("cleo"), key("cleo-1")).status == 201);
  const std::string blank = " x y ", too_long(201, 'k');
  for (const auto& bad : {blank, too_long, std::string{"\xc3\xa9"}}) {
    const auto refused = as_admin().call("POST", "/v1/people", newcomer("cora"), key(bad));
    CHECK(refused.status == 400);
    CHECK_THAT(why(refused), Contains("Idempotency-Key"));
  }
}

TEST_CASE("a publish and a rollback that are sent twice make one revision each", "[server][rest]") {
  auto match = key("publish-1");
  match["If-Match"] = as_admin().get("/v1/rules").headers.at("etag");
  const object change{{"draft", {{"facts", {{"phone", "410-555-0177"}}}}}, {"note", "once"}};
  const auto first = as_admin().call("POST", "/v1/rules/publish", change, match);
  REQUIRE(first.status == 200);
  const auto again = as_admin().call("POST", "/v1/rules/publish", change, match);
  CHECK(again.status == 200);  // not 412: it is the same call
  CHECK(again.body == first.body);
  CHECK(again.headers.at("etag") == first.headers.at("etag"));

  const auto back = "/v1/revisions/1/rollback";
  const auto undone = as_admin().call("POST", back, object{{"note", "x"}}, key("back-1"));
  REQUIRE(undone.status == 200);
  CHECK(as_admin().call("POST", back, object{{"note", "x"}}, key("back-1")).body == undone.body);
  const auto newest = as_admin().get("/v1/rules").json().at("revision");
  CHECK(newest == undone.json().at("revision"));
}

TEST_CASE("a repeat after kill -9 gets the answer of before", "[server][rest]") {
  test::temporary_folder data;
  auto program = std::make_unique<test::program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  const auto cookie = test::first_admin_of(*program);
  const caller before{program->port(), cookie};
  const auto first = before.call("POST", "/v1/people", newcomer("zoe"), key("zoe-1"));
  REQUIRE(first.status == 201);
  program->signal(SIGKILL);
  program->wait();
  program = std::make_unique<test::program_under_test>(data.path());
  const caller after{program->port(), cookie};
  CHECK(after.call("POST", "/v1/people", newcomer("zoe"), key("zoe-1")).body == first.body);
  CHECK(people(after) == 2);
}
