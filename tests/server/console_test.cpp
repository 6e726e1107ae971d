// SPDX-License-Identifier: Apache-2.0
// Staff and a visitor, over the real sockets.
#include "server/desk.hpp"

#include <catch2/catch.hpp>

using test::client;
using test::desk;

namespace {

constexpr const char* protocol = "frontdesk.console.v1";
std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

// The next line of the inbox that is about that conversation and has that status.
test::json::value summary_of(client& console, const std::string& id, std::string_view status) {
  for (;;) {
    auto frame = console.receive("summary");
    const auto& c = frame.at("conversation");
    if (text(c.at("id")) == id && text(c.at("status")) == status) return frame;
  }
}

}  // namespace

TEST_CASE("without a login there is no console socket", "[server]") {
  CHECK(client{desk().port()}.upgrade("/v1/console", protocol) == 401);
  auto foreign = test::admin();
  foreign["Origin"] = "https://clinic.example";
  CHECK(client{desk().port()}.upgrade("/v1/console", protocol, foreign) == 403);
}

TEST_CASE("a visitor asks for a person, and a person answers", "[server]") {
  client console{desk().port()};
  REQUIRE(console.upgrade("/v1/console", protocol, test::admin()) == 101);
  console.send({{"type", "hello"}, {"cursor", 0}});
  const auto inbox = console.receive("inbox");
  CHECK(text(inbox.at("me").at("name")) == "Ana");
  CHECK(text(inbox.at("me").at("role")) == "admin");
  console.send({{"type", "available"}, {"on", true}});

  client page{desk().port()};
  const auto id = text(page.greet().at("conversation"));
  page.say("m1", "I want to talk to a person please");
  CHECK(text(page.receive("status").at("status")) == "waiting");
  summary_of(console, id, "waiting");

  console.send({{"type", "open"}, {"conversation", id}, {"after", 0}});
  CHECK(console.receive("opened").at("messages").as_array().size() >= 2);
  console.send({{"type", "take"}, {"id", "k1"}, {"conversation", id}});
  CHECK(text(console.receive("ack").at("id")) == "k1");
  const auto held = page.receive("status");
  CHECK(text(held.at("status")) == "staff");
  CHECK(text(held.at("staff").at("name")) == "Ana");

  console.send({{"type", "note"}, {"id", "k2"}, {"conversation", id}, {"text", "be kind"}});
  console.send({{"type", "say"}, {"id", "k3"}, {"conversation", id}, {"text", "Hello, Ana here."}});
  for (;;) {
    const auto message = page.receive("message");
    CHECK(text(message.at("text")) != "be kind");
    if (text(message.at("from")) == "staff") {
      CHECK(text(message.at("text")) == "Hello, Ana here.");
      break;
    }
  }
}

TEST_CASE("a console that was cut off gets what it missed", "[server]") {
  client first{desk().port()};
  REQUIRE(first.upgrade("/v1/console", protocol, test::admin()) == 101);
  first.send({{"type", "hello"}, {"cursor", 0}});
  const auto cursor = first.receive("inbox").at("cursor").to_number<std::int64_t>();
  first.close();
  client page{desk().port()};
  const auto id = text(page.greet().at("conversation"));
  page.say("m1", "hello");
  page.receive("message");
  client second{desk().port()};
  REQUIRE(second.upgrade("/v1/console", protocol, test::admin()) == 101);
  second.send({{"type", "hello"}, {"cursor", cursor}});
  summary_of(second, id, "bot");
}

TEST_CASE("what is no frame of the console is refused, and the third closes", "[server]") {
  client console{desk().port()};
  REQUIRE(console.upgrade("/v1/console", protocol, test::admin()) == 101);
  console.send({{"type", "available"}, {"on", true}});
  CHECK(text(console.receive("error").at("detail")) == "Say hello first.");
  console.send({{"type", "hello"}, {"cursor", 0}});
  console.receive("inbox");
  for (const char* bad :
       {"{\"type\":", "{\"type\":\"dance\"}", "{\"type\":\"hello\",\"cursor\":0}"}) {
    console.send_raw(bad);
    CHECK(text(console.receive("error").at("code")) == "bad_request");
  }
  CHECK(console.close_code() == 1008);
}

TEST_CASE("a console that names no conversation of ours is told so", "[server]") {
  client console{desk().port()};
  REQUIRE(console.upgrade("/v1/console", protocol, test::admin()) == 101);
  console.send({{"type", "hello"}, {"cursor", 0}});
  const std::string nobody = "00000000000000000000000000000000";
  console.send({{"type", "open"}, {"conversation", nobody}, {"after", 0}});
  CHECK(text(console.receive("error").at("code")) == "not_found");
  console.send({{"type", "take"}, {"id", "k1"}, {"conversation", nobody}});
  const auto refused = console.receive("error");
  CHECK(text(refused.at("code")) == "not_found");
  CHECK(text(refused.at("id")) == "k1");
}
