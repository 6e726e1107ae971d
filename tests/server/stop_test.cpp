// SPDX-License-Identifier: Apache-2.0
// Stopping, being killed, and starting again.
#include "server/client.hpp"
#include "server/program.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <memory>
#include <set>

using test::client;
using test::program_under_test;
using test::temporary_folder;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

struct visitor {
  std::unique_ptr<client> page;
  test::json::value token;
  std::set<std::string> acked;
};

// Whether every acknowledged message is there exactly once with an answer right behind it, and the
// numbers have no gap.
void check_history(unsigned short port, const visitor& v) {
  client page{port};
  const auto welcome = page.greet(v.token);
  REQUIRE(text(welcome.at("type")) == "welcome");
  const auto& messages = welcome.at("messages").as_array();
  std::multiset<std::string> seen;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& m = messages[i].as_object();
    CHECK(m.at("seq").to_number<std::size_t>() == i + 1);
    if (text(m.at("from")) != "visitor") continue;
    seen.insert(text(m.at("id")));
    REQUIRE(i + 1 < messages.size());
    CHECK(text(messages[i + 1].at("from")) == "bot");
  }
  for (const auto& id : v.acked) CHECK(seen.count(id) == 1);
  for (const auto& id : seen) CHECK(seen.count(id) == 1);
}

}  // namespace

TEST_CASE("after kill -9 every acknowledged message is there once, with its answer", "[server]") {
  constexpr int visitors = 50;
  temporary_folder data;
  auto program = std::make_unique<program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  std::vector<visitor> all(visitors);
  for (auto& v : all) {
    v.page = std::make_unique<client>(program->port());
    v.token = v.page->greet().at("token");
  }
  for (auto& v : all) {
    for (int i = 0; i < 4; ++i) v.page->say("m" + std::to_string(i), "what is ketamine");
  }
  // Each has one acknowledgement; of the others, some are on their way when it is killed.
  for (auto& v : all) v.acked.insert(text(v.page->receive("ack").at("id")));
  program->signal(SIGKILL);
  CHECK(program->wait() == -SIGKILL);
  for (auto& v : all) {
    while (const auto frame = v.page->receive_or_close()) {
      if (text(frame->at("type")) == "ack") v.acked.insert(text(frame->at("id")));
    }
  }
  program = std::make_unique<program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  for (const auto& v : all) check_history(program->port(), v);

  client again{program->port()};
  again.greet(all[0].token, 1000);
  again.say("m0", "what is ketamine");
  CHECK(again.receive("ack").at("seq").to_number<int>() == 1);
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
