// SPDX-License-Identifier: Apache-2.0
// The audit trail as an admin reads it from the running program, over a whole day at the desk.
#include "server/desk.hpp"

#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

using test::caller;
using test::client;
using test::json::object;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

struct entry {
  std::string what, by, about, name;
};

std::vector<entry> trail(const caller& admin) {
  std::vector<entry> all;
  for (const auto& item : admin.all_of("/v1/audit", 200)) {
    auto& e = all.emplace_back();
    e.what = text(item.at("what"));
    if (!item.at("by").is_null()) e.by = text(item.at("by").at("name"));
    if (!item.at("about").is_null()) e.about = text(item.at("about"));
    if (const auto* name = item.as_object().if_contains("name")) e.name = text(*name);
  }
  return all;
}

// The newest entry of that kind.
entry newest(const caller& admin, const std::string& what) {
  for (const auto& e : trail(admin)) {
    if (e.what == what) return e;
  }
  FAIL("no entry " << what);
  return {};
}

// What sockets do is written after it is answered: waits for it by asking.
entry awaited(const caller& admin, const std::string& what, const std::string& about) {
  for (int i = 0; i < 500; ++i) {
    for (const auto& e : trail(admin)) {
      if (e.what == what && e.about == about) return e;
    }
  }
  FAIL("no entry " << what << " about " << about);
  return {};
}

}  // namespace

TEST_CASE("the trail says who signed in, and whose password was guessed at", "[server][rest]") {
  const auto admin = test::as_admin();
  test::invited("vera", "staff");
  CHECK(newest(admin, "password.chosen").by == "vera");
  CHECK(newest(admin, "person.invited").by == "Ana");
  CHECK(newest(admin, "person.invited").name == "vera");
  const auto sign_in = [](const std::string& name, const std::string& word) {
    return test::as_nobody().call(
        "POST", "/v1/session", object{{"username", name}, {"password", word}}
    );
  };
  sign_in("vera", "a wrong guess");
  const auto failed = newest(admin, "login.failed");
  CHECK(failed.by.empty());
  CHECK(failed.name == "vera");
  sign_in("my-secret-password", "typed into the wrong field");
  CHECK(newest(admin, "login.failed").about.empty());
  const caller vera{test::desk().port(), test::login_in(sign_in("vera", test::password))};
  CHECK(newest(admin, "login").by == "vera");
  vera.call("DELETE", "/v1/session");
  CHECK(newest(admin, "logout").by == "vera");
  const auto all = boost::json::serialize(admin.all_of("/v1/audit", 200));
  CHECK(all.find("secret") == std::string::npos);
}

TEST_CASE("the trail says who made whom what", "[server][rest]") {
  const auto admin = test::as_admin();
  test::invited("wim", "staff");
  const auto path = "/v1/people/" + newest(admin, "person.invited").about;
  admin.call("PATCH", path, object{{"role", "admin"}, {"name", "Wim"}});
  CHECK(newest(admin, "person.made_admin").name == "Wim");
  CHECK(newest(admin, "person.renamed").by == "Ana");
  admin.call("PATCH", path, object{{"role", "staff"}, {"disabled", true}});
  CHECK(newest(admin, "person.made_staff").about == newest(admin, "person.disabled").about);
  admin.call("POST", path + "/reset");
  CHECK(newest(admin, "person.reset").name == "Wim");
}

TEST_CASE("the trail says who published, and who went back", "[server][rest]") {
  const auto admin = test::as_admin();
  const object change{{"draft", {{"facts", {{"phone", "410-555-0155"}}}}}, {"note", "why not"}};
  const auto done = admin.call("POST", "/v1/rules/publish", change, {{"If-Match", "*"}});
  REQUIRE(done.status == 200);
  const auto published = newest(admin, "rules.published");
  CHECK(published.by == "Ana");
  CHECK(published.about == std::to_string(done.json().at("revision").as_int64()));
  const auto back = admin.call("POST", "/v1/revisions/1/rollback", object{{"note", "no"}});
  REQUIRE(back.status == 200);
  CHECK(
      newest(admin, "rules.rolled_back").about ==
      std::to_string(back.json().at("revision").as_int64())
  );
  CHECK(trail(admin).back().what == "rules.taken_up");  // the first of all: as shipped
}

TEST_CASE("the trail says who took over, who read, and who erased", "[server][rest]") {
  const auto admin = test::as_admin();
  client console{test::desk().port()};
  REQUIRE(console.upgrade("/v1/console", "frontdesk.console.v1", test::admin()) == 101);
  console.send({{"type", "hello"}, {"cursor", 0}});
  console.receive("inbox");
  client page{test::desk().port()};
  const auto id = text(page.greet().at("conversation"));
  page.say("m1", "I want to talk to a person please");
  page.receive("status");
  console.send({{"type", "open"}, {"conversation", id}, {"after", 0}});
  console.receive("opened");
  for (const auto* what : {"take", "close"}) {
    console.send({{"type", what}, {"id", what}, {"conversation", id}});
    console.receive("ack");
  }
  CHECK(awaited(admin, "conversation.opened", id).by == "Ana");
  CHECK(awaited(admin, "conversation.taken", id).by == "Ana");
  CHECK(awaited(admin, "conversation.closed", id).by == "Ana");
  test::as_staff().get("/v1/conversations/" + id);
  CHECK(newest(admin, "conversation.read").by == "rosa");
  admin.call("DELETE", "/v1/conversations/" + id);
  CHECK(newest(admin, "conversation.erased").about == id);
  page.receive("forgotten");

  client other{test::desk().port()};
  const auto forgets = text(other.greet().at("conversation"));
  other.say("m1", "my name is Maria Delgado");
  other.receive("message");
  other.send({{"type", "forget"}});
  other.receive("forgotten");
  CHECK(awaited(admin, "conversation.forgotten", forgets).by.empty());
  const auto all = boost::json::serialize(admin.all_of("/v1/audit", 200));
  CHECK(all.find("Delgado") == std::string::npos);
}

TEST_CASE("the trail is the same in pages of any size, newest first", "[server][rest]") {
  const auto admin = test::as_admin();
  for (int i = 0; i < 3; ++i) test::somebody_asks("hello");
  const auto whole = admin.all_of("/v1/audit", 200);
  REQUIRE(whole.size() > 3);
  for (std::size_t i = 1; i < whole.size(); ++i) {
    CHECK(text(whole[i].at("at")) <= text(whole[i - 1].at("at")));
  }
  CHECK(admin.all_of("/v1/audit", 3) == whole);
}
