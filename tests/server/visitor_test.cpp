// SPDX-License-Identifier: Apache-2.0
// What the visitor's socket promises, held against the real program.
#include "server/client.hpp"
#include "server/desk.hpp"

#include <catch2/catch.hpp>

using test::client;
using test::desk;

namespace {

std::int64_t seq(const test::json::value& frame) {
  return frame.at("seq").to_number<std::int64_t>();
}
std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

}  // namespace

TEST_CASE("a new visitor is welcomed and nothing is stored before the first message", "[server]") {
  client page{desk().port()};
  const auto welcome = page.greet();
  CHECK(text(welcome.at("type")) == "welcome");
  CHECK(text(welcome.at("status")) == "bot");
  CHECK(welcome.at("messages").as_array().empty());
  CHECK(welcome.at("settings").at("text_max").as_int64() == 2000);
  client again{desk().port()};
  CHECK(text(again.greet(welcome.at("token")).at("code")) == "unauthorized");
}

TEST_CASE("a message is acknowledged first and then answered", "[server]") {
  client page{desk().port()};
  page.greet();
  page.say("m1", "what is ketamine");
  const auto ack = page.receive();
  CHECK(text(ack.at("type")) == "ack");
  CHECK(text(ack.at("id")) == "m1");
  CHECK(seq(ack) == 1);
  const auto answer = page.receive();
  CHECK(text(answer.at("type")) == "message");
  CHECK(text(answer.at("from")) == "bot");
  CHECK(seq(answer) == 2);
}

TEST_CASE("who comes back gets exactly what was missed", "[server]") {
  client first{desk().port()};
  const auto token = first.greet().at("token");
  first.say("m1", "hello");
  first.receive("ack");
  const auto answered = first.receive("message");
  first.close();
  client second{desk().port()};
  const auto welcome = second.greet(token, 1);
  const auto& missed = welcome.at("messages").as_array();
  REQUIRE(missed.size() >= 1);
  CHECK(seq(missed[0]) == 2);
  CHECK(missed[0].at("text") == answered.at("text"));
}

TEST_CASE("a resent message is acknowledged as the first time and answered once", "[server]") {
  client page{desk().port()};
  const auto token = page.greet().at("token");
  page.say("m1", "hello");
  const auto ack = page.receive("ack");
  page.receive("message");
  page.say("m1", "hello");
  CHECK(page.receive("ack") == ack);
  client again{desk().port()};
  again.greet(token, 100);
  again.say("m1", "hello");
  CHECK(again.receive("ack") == ack);
  client whole{desk().port()};
  const auto messages = whole.greet(token).at("messages").as_array();
  for (std::size_t i = 0; i < messages.size(); ++i) {
    CHECK(seq(messages[i]) == static_cast<std::int64_t>(i) + 1);
    CHECK((i == 0) == (text(messages[i].at("from")) == "visitor"));
  }
}

TEST_CASE("a second page of the same visitor sees the same messages", "[server]") {
  client one{desk().port()};
  const auto token = one.greet().at("token");
  one.say("m1", "hello");
  one.receive("message");
  client two{desk().port()};
  two.greet(token, 100);
  one.say("m2", "what is fibromyalgia");
  CHECK(text(two.receive("message").at("id")) == "m2");
  CHECK(text(two.receive("message").at("from")) == "bot");
}

TEST_CASE("a second hello is refused and the conversation goes on", "[server]") {
  client page{desk().port()};
  page.greet();
  CHECK(text(page.hello().at("code")) == "bad_request");
  page.say("m1", "hello");
  page.receive("ack");
}

TEST_CASE("a foreign token is refused and a fresh hello is welcome", "[server]") {
  client page{desk().port()};
  CHECK(text(page.greet("not-a-token").at("code")) == "unauthorized");
  CHECK(text(page.hello().at("type")) == "welcome");
}

TEST_CASE("a page of a foreign origin may not open the chat", "[server]") {
  const auto opens = [](const char* origin) {
    return client{desk().port()}.upgrade("/v1/chat", "frontdesk.v1", {{"Origin", origin}});
  };
  CHECK(opens("https://elsewhere.example") == 403);
  CHECK(opens("https://clinic.example") == 101);
  CHECK(opens("null") == 403);
  const auto own = "http://127.0.0.1:" + std::to_string(desk().port());
  CHECK(opens(own.c_str()) == 101);
}

TEST_CASE("what is no frame of the contract is refused, and the third closes", "[server]") {
  client page{desk().port()};
  page.greet();
  page.send({{"type", "dance"}});
  CHECK(text(page.receive().at("code")) == "bad_request");
  page.send_raw("\x01\x02", false);
  CHECK(text(page.receive().at("code")) == "bad_request");
  page.say("m1", "hello");  // a good one in between: they were not three in a row
  page.receive("message");
  for (const char* bad : {"", "[]", "{}"}) page.send_raw(bad);
  CHECK(page.close_code() == 1008);
}

TEST_CASE("a message of a megabyte gets a sentence and then a close", "[server]") {
  client page{desk().port()};
  page.greet();
  page.send_raw(std::string(1024 * 1024, ' '));
  CHECK(text(page.receive().at("code")) == "too_long");
  CHECK(page.close_code() == 1009);
}

TEST_CASE("text that is not UTF-8 closes the socket", "[server]") {
  client page{desk().port()};
  page.greet();
  page.send_raw("{\"type\":\"message\",\"id\":\"a\",\"text\":\"\xc0\xaf\"}");
  CHECK(page.close_code() == 1007);
}

TEST_CASE("who writes faster than a person is told when to go on", "[server]") {
  client page{desk().port()};
  page.greet();
  for (int i = 0; i < 20; ++i) page.say("m" + std::to_string(i), "hello");
  const auto refused = page.receive("error");
  CHECK(text(refused.at("code")) == "rate_limited");
  CHECK(refused.at("retry_after_ms").as_int64() > 0);
}

TEST_CASE("a forgotten conversation is gone for ever", "[server]") {
  client page{desk().port()};
  const auto token = page.greet().at("token");
  page.say("m1", "hello");
  page.receive("message");
  page.send({{"type", "forget"}});
  page.receive("forgotten");
  client again{desk().port()};
  CHECK(text(again.greet(token).at("code")) == "unauthorized");
}

TEST_CASE("an ended conversation is closed and opens again with the next message", "[server]") {
  client page{desk().port()};
  page.greet();
  page.say("m1", "hello");
  page.receive("message");
  page.send({{"type", "end"}});
  CHECK(text(page.receive("status").at("status")) == "closed");
  page.send({{"type", "rate"}, {"value", 5}});
  page.say("m2", "one more thing: what is ketamine");
  CHECK(text(page.receive("status").at("status")) == "bot");
}

TEST_CASE("who says no hello is closed", "[server][slow]") {
  client page{desk().port()};
  REQUIRE(page.upgrade("/v1/chat", "frontdesk.v1") == 101);
  CHECK(page.close_code() == 1008);
}
