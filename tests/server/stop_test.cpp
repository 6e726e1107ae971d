// SPDX-License-Identifier: Apache-2.0
// Stopping, being killed, and starting again.
#include "paths.hpp"
#include "server/desk.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <thread>
#include <vector>

using test::client;
using test::program_under_test;
using test::temporary_folder;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

constexpr int messages_each = 12;  // as many as may come at once

struct visitor {
  std::unique_ptr<client> page;
  test::json::value token;
  std::map<std::string, std::int64_t> acked;  // id -> seq

  void come(unsigned short port) {
    page = std::make_unique<client>(port);
    const auto welcome = page->greet(token, token.is_null() ? 0 : 1000);
    REQUIRE(text(welcome.at("type")) == "welcome");
    token = welcome.at("token");
  }
  // As a page does that was cut off: what is not acknowledged is sent again.
  void say_what_is_missing() const {
    for (int i = 0; i < messages_each; ++i) {
      const auto id = "m" + std::to_string(i);
      if (acked.count(id) == 0) page->say(id, "what is ketamine");
    }
  }
  void keep(const test::json::value& ack) {
    const auto id = text(ack.at("id"));
    const auto seq = ack.at("seq").to_number<std::int64_t>();
    const auto known = acked.emplace(id, seq).first;
    CHECK(known->second == seq);
  }
  void read_until_cut() {
    while (const auto frame = page->receive_or_close()) {
      if (text(frame->at("type")) == "ack") keep(*frame);
    }
  }
};

// Whether every message is there exactly once, where its acknowledgement said, with an answer right
// behind it, and the numbers have no gap.
void check_history(unsigned short port, const visitor& v) {
  client page{port};
  const auto welcome = page.greet(v.token);
  REQUIRE(text(welcome.at("type")) == "welcome");
  const auto& messages = welcome.at("messages").as_array();
  std::map<std::string, std::int64_t> seen;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& m = messages[i].as_object();
    const auto seq = m.at("seq").to_number<std::int64_t>();
    CHECK(seq == static_cast<std::int64_t>(i) + 1);
    if (text(m.at("from")) != "visitor") continue;
    CHECK(seen.emplace(text(m.at("id")), seq).second);
    REQUIRE(i + 1 < messages.size());
    CHECK(text(messages[i + 1].at("from")) == "bot");
  }
  CHECK(seen == v.acked);
  CHECK(seen.size() == messages_each);
}

// A topic that takes seconds to train.
test::json::object many_examples() {
  test::json::array english;
  for (int i = 0; i < 12000; ++i) {
    std::string words;
    for (int n = i; words.size() < 30; n = n / 2 + 7 * i) words += "w" + std::to_string(n) + ' ';
    english.emplace_back(words);
  }
  test::json::object examples{{"en", english}, {"es", {"muchas palabras"}}};
  const test::json::object text{{"text", "Many."}, {"choices", test::json::array{}}};
  const test::json::array said{text};
  return {
      {"id", "chat.many"},
      {"title", {{"en", "Many"}, {"es", "Muchas"}}},
      {"kind", "smalltalk"},
      {"examples", examples},
      {"answers", {{"en", said}, {"es", said}}},
      {"action", nullptr}};
}

test::answer publish(const test::caller& admin, const test::json::object& topic) {
  test::json::object draft;
  if (!topic.empty()) draft["intents"] = test::json::array{topic};
  const test::json::object body{{"draft", draft}, {"note", "many"}};
  return admin.call(
      "POST", "/v1/rules/publish", body, {{"If-Match", "\"1\""}, {"Idempotency-Key", "many"}}
  );
}

}  // namespace

TEST_CASE(
    "through kill -9 again and again every message is there once, with its answer", "[server]"
) {
  constexpr int visitors = 50, kills = 3;
  temporary_folder data;
  std::vector<visitor> all(visitors);
  for (int i = 0; i < kills; ++i) {
    program_under_test program{data.path()};
    REQUIRE(program.port() != 0);
    for (auto& v : all) v.come(program.port());
    for (auto& v : all) v.say_what_is_missing();
    // Each has one more acknowledgement; of the others, some are on their way when it is killed.
    for (auto& v : all) {
      if (v.acked.size() < messages_each) v.keep(v.page->receive("ack"));
    }
    program.signal(SIGKILL);
    CHECK(program.wait() == -SIGKILL);
    for (auto& v : all) v.read_until_cut();
  }
  program_under_test program{data.path()};
  REQUIRE(program.port() != 0);
  for (auto& v : all) {
    v.come(program.port());
    v.say_what_is_missing();
    while (v.acked.size() < messages_each) v.keep(v.page->receive("ack"));
  }
  for (const auto& v : all) check_history(program.port(), v);
}

TEST_CASE("on SIGTERM pages are told to come back, and the program ends in order", "[server]") {
  temporary_folder data;
  program_under_test program{data.path()};
  REQUIRE(program.port() != 0);
  client page{program.port()};
  page.greet();
  page.say("m1", "hello");
  page.receive("message");
  program.signal(SIGTERM);
  CHECK(page.close_code() == 1012);
  CHECK(program.wait() == 0);
}

TEST_CASE("on SIGTERM in the middle of the first training the program ends at once", "[server]") {
  temporary_folder data;
  const auto rules = (test::source_folder() / "intents").string();
  const auto folder = data.path().string();
  program_under_test program{
      {test::program().string(),
       "serve",
       "--listen",
       "127.0.0.1:0",
       "--data",
       folder,
       "--rules",
       rules},
      false};
  REQUIRE(program.hear("training the rules"));
  const auto begun = std::chrono::steady_clock::now();
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{3});
  CHECK_FALSE(program.hear("cannot be used"));
}

TEST_CASE("on SIGTERM a publish that is being trained is refused and leaves no trace", "[server]") {
  temporary_folder data;
  auto program = std::make_unique<program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  const auto cookie = test::first_admin_of(*program);
  const test::caller admin{program->port(), cookie};
  const auto before = program->cpu_time();
  auto publishing = std::async(std::launch::async, [&] { return publish(admin, many_examples()); });
  while ((program->cpu_time() - before).count() < 0.5) std::this_thread::yield();
  program->signal(SIGTERM);
  const auto answer = publishing.get();
  CHECK(answer.status == 503);
  CHECK(program->wait() == 0);
  program = std::make_unique<program_under_test>(data.path());
  const test::caller again{program->port(), cookie};
  CHECK(again.get("/v1/rules").json().at("revision") == 1);
  CHECK(publish(again, {}).status == 200);  // its key is free: else this would be 422
}

TEST_CASE("a busy port and a busy data folder each end with a sentence", "[server]") {
  temporary_folder data, other;
  program_under_test program{data.path()};
  REQUIRE(program.port() != 0);
  program_under_test same_port{other.path(), {}, program.port()};
  CHECK(same_port.wait() == 3);
  CHECK(same_port.said().find("is in use by another program") != std::string::npos);
  program_under_test same_data{data.path()};
  CHECK(same_data.wait() == 3);
  CHECK(same_data.said().starts_with("frontdesk: "));
}

TEST_CASE("a wrong use of the command line ends with 2", "[server]") {
  temporary_folder data;
  program_under_test nonsense{data.path(), {"--nonsense"}};
  CHECK(nonsense.wait() == 2);
  program_under_test open_bench{data.path(), {"--bench-limits", "--listen", "0.0.0.0:0"}};
  CHECK(open_bench.wait() == 2);
}
