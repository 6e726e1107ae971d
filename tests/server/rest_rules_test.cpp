// SPDX-License-Identifier: Apache-2.0
// Rules over the running program: reading, checking, trying, publishing, going back.
#include "server/desk.hpp"

#include <boost/json/parse.hpp>

#include <catch2/catch.hpp>

using Catch::Contains;
using test::as_admin;
using test::why;
using test::json::object;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

object change_of_phone(const std::string& phone, const char* note = "a new phone") {
  return {{"draft", {{"facts", {{"phone", phone}}}}}, {"note", note}};
}

test::answer publish(const object& body, const std::string& if_match) {
  return as_admin().call("POST", "/v1/rules/publish", body, {{"If-Match", if_match}});
}

// The tag of the rules in force, with its quotation marks.
std::string tag() { return as_admin().get("/v1/rules").headers.at("etag"); }

std::string phone() {
  const auto rules = as_admin().get("/v1/rules").json();
  const auto* value = rules.at("facts").as_object().if_contains("phone");
  if (value == nullptr || value->is_null()) return {};
  return value->is_string() ? text(*value) : text(value->at("en"));
}

const object faulty = boost::json::parse(R"({"intents": [{"id": "visit.new"}]})").as_object();

}  // namespace

TEST_CASE("the rules are read with their revision as the tag", "[server][rest]") {
  const auto rules = as_admin().get("/v1/rules");
  REQUIRE(rules.status == 200);
  const auto revision = rules.json().at("revision").as_int64();
  CHECK(rules.headers.at("etag") == '"' + std::to_string(revision) + '"');
  CHECK_FALSE(rules.json().as_object().contains("refused"));
}

TEST_CASE("a draft is checked, and nothing is published by that", "[server][rest]") {
  const auto before = tag();
  const auto good = as_admin().call(
      "POST", "/v1/rules/check", object{{"draft", {{"facts", {{"phone", "410-555-0100"}}}}}}
  );
  REQUIRE(good.status == 200);
  const auto findings = good.json().at("findings").as_array();
  for (const auto& f : findings) {
    CHECK(text(f.at("severity")) != "error");
  }
  const auto bad = as_admin().call("POST", "/v1/rules/check", object{{"draft", faulty}});
  REQUIRE(bad.status == 200);
  CHECK_FALSE(bad.json().at("findings").as_array().empty());
  CHECK(tag() == before);
}

TEST_CASE("a message is tried on the rules in force and on a draft", "[server][rest]") {
  const auto tried =
      as_admin().call("POST", "/v1/rules/try", object{{"text", "hello"}, {"language", "en"}});
  REQUIRE(tried.status == 200);
  CHECK(text(tried.json().at("why").at("topic")) == "chat.greeting");
  CHECK_FALSE(tried.json().at("answers").as_array().empty());

  const auto rules = as_admin().get("/v1/rules").json();
  object draft;
  for (const auto& topic : rules.at("intents").as_array()) {
    if (text(topic.at("id")) != "chat.greeting") continue;
    auto changed = topic;
    changed.at("answers").at("en").at(0).at("text") = "Good day to you.";
    draft["intents"] = test::json::array{std::move(changed)};
  }
  const auto drafted = as_admin().call(
      "POST", "/v1/rules/try", object{{"text", "hello"}, {"language", "en"}, {"draft", draft}}
  );
  REQUIRE(drafted.status == 200);
  CHECK(text(drafted.json().at("answers").at(0).at("text")) == "Good day to you.");

  const auto bad =
      as_admin().call("POST", "/v1/rules/try", object{{"text", "x"}, {"draft", faulty}});
  CHECK(bad.status == 422);
  CHECK_FALSE(bad.json().at("findings").as_array().empty());
  const auto letter = object{{"text", std::string(2001, 'x')}};
  CHECK(as_admin().call("POST", "/v1/rules/try", letter).status == 413);
}

TEST_CASE("a publish needs to say what it was made from", "[server][rest]") {
  const auto before = tag();
  const auto body = change_of_phone("1");
  CHECK(publish(body, "").status == 428);
  const auto old = publish(body, "\"999\"");
  CHECK(old.status == 412);
  CHECK_THAT(why(old), Contains("Somebody published meanwhile"));
  const auto odd = publish(body, "yesterday");
  CHECK(odd.status == 400);
  CHECK_THAT(why(odd), Contains("If-Match"));
  CHECK(publish(object{{"draft", faulty}, {"note", ""}}, before).status == 422);
  CHECK(tag() == before);
}

TEST_CASE("a change is published, told in the history, and taken back", "[server][rest]") {
  const auto first = tag();
  const auto was = phone();
  const auto done = publish(change_of_phone("410-555-0123"), "\"998\", " + first);  // a list
  REQUIRE(done.status == 200);
  const auto revision = done.json().at("revision").as_int64();
  CHECK(done.headers.at("etag") == tag());
  CHECK(phone() == "410-555-0123");
  CHECK(publish(change_of_phone("2"), first).status == 412);  // the tag is of before

  const auto shown = as_admin().get("/v1/revisions/" + std::to_string(revision)).json();
  CHECK(text(shown.at("note")) == "a new phone");
  CHECK(text(shown.at("by").at("name")) == "Ana");
  REQUIRE(shown.at("changes").as_array().size() == 1);
  CHECK(text(shown.at("changes").at(0).at("path")) == "facts/phone");

  const auto back = "/v1/revisions/" + std::to_string(revision - 1) + "/rollback";
  const object note{{"note", "a wrong number"}};
  CHECK(as_admin().call("POST", back, note, {{"If-Match", first}}).status == 412);
  const auto undone = as_admin().call("POST", back, note, {{"If-Match", tag()}});
  REQUIRE(undone.status == 200);
  CHECK(undone.json().at("revision").as_int64() == revision + 1);
  CHECK(phone() == was);
  CHECK(as_admin().call("POST", back, object{{"note", std::string(121, 'x')}}).status == 413);
}

TEST_CASE("whoever must may publish over what is in force", "[server][rest]") {
  const auto done = publish(change_of_phone("410-555-0199"), "*");
  CHECK(done.status == 200);
  CHECK(phone() == "410-555-0199");
}

TEST_CASE("the history is the same in pages of any size", "[server][rest]") {
  for (int i = 0; i < 3; ++i) {
    const auto phone = "410-555-020" + std::to_string(i);
    REQUIRE(publish(change_of_phone(phone), tag()).status == 200);
  }
  const auto whole = as_admin().all_of("/v1/revisions", 200);
  REQUIRE(whole.size() >= 4);
  auto expected = whole.front().at("revision").as_int64();
  for (const auto& line : whole) CHECK(line.at("revision").as_int64() == expected--);
  CHECK(expected == 0);
  CHECK(whole.back().at("by").is_null());  // as shipped
  CHECK(as_admin().all_of("/v1/revisions", 2) == whole);
}
