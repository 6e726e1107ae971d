// SPDX-License-Identifier: Apache-2.0
// Too many of something: refused with a sentence, and served again when there is room.
#include "fault/faults.hpp"
#include "fault/peer.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>
#include <vector>

using namespace test;

namespace {

constexpr const char* request = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

// Asks until it is answered with 200: what was closed a moment ago may still be counted.
bool served_in_the_end(unsigned short port, const std::string& address = {}) {
  for (int i = 0; i < 1000; ++i) {
    peer next{port, address};
    next.send(request);
    if (next.read_to_end().starts_with("HTTP/1.1 200 ")) return true;
  }
  return false;
}

std::string answer_to(unsigned short port, const std::string& address = {}) {
  peer next{port, address};
  next.send(request);
  return next.read_to_end();
}

}  // namespace

TEST_CASE("an address with too many connections gets 429, others are served", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"connections_per_address_max=3"});
  REQUIRE(program.port() != 0);
  const std::string address = "127.9.9.9";
  std::vector<peer> open;
  for (int i = 0; i < 3; ++i) {
    open.emplace_back(program.port(), address);
    open.back().get("/healthz");
  }
  CHECK(answer_to(program.port(), address).starts_with("HTTP/1.1 429 "));
  CHECK(answer_to(program.port()).starts_with("HTTP/1.1 200 "));
  CHECK(open.front().get("/healthz") == "ok\n");
  open.pop_back();
  CHECK(served_in_the_end(program.port(), address));
}

TEST_CASE("a full desk says so with 503 and takes the next when one leaves", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"connections_max=3"});
  REQUIRE(program.port() != 0);
  std::vector<peer> open;
  for (int i = 0; i < 3; ++i) {
    open.emplace_back(program.port());
    open.back().get("/healthz");
  }
  const auto refused = answer_to(program.port());
  CHECK(refused.starts_with("HTTP/1.1 503 "));
  CHECK(refused.find("Retry-After: ") != std::string::npos);
  CHECK(counter(open[0].get("/metrics"), "refused_full_total") == 1);
  open.pop_back();
  CHECK(served_in_the_end(program.port()));
}

TEST_CASE("an address that connects too often is told to wait", "[fault]") {
  temporary_folder data;
  auto program =
      with_limits(data.path(), {"address_connects_burst=5", "address_connects_per_s=0.001"});
  REQUIRE(program.port() != 0);
  const std::string address = "127.9.9.8";
  for (int i = 0; i < 5; ++i) {
    CHECK(answer_to(program.port(), address).starts_with("HTTP/1.1 200 "));
  }
  CHECK(answer_to(program.port(), address).starts_with("HTTP/1.1 429 "));
  CHECK(answer_to(program.port()).starts_with("HTTP/1.1 200 "));
  CHECK(counter_of(program.port(), "refused_address_total") == 1);
}

TEST_CASE("a full conversation says so, and a new one can be begun", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"messages_per_conversation_max=2"});
  REQUIRE(program.port() != 0);
  client page{program.port()};
  const auto token = page.greet().at("token");
  page.say("m1", "hello");
  page.receive("message");
  page.say("m2", "hello");
  const auto refused = page.receive("error");
  CHECK(text(refused.at("id")) == "m2");
  CHECK(text(refused.at("detail")).find("start a new one") != std::string::npos);
  CHECK(check_history(program.port(), {token, {"m1"}}) == std::set<std::string>{"m1"});
}

TEST_CASE("out of file descriptors it waits without burning CPU, then serves again", "[fault]") {
  temporary_folder data;
  const std::string limit = "ulimit -n 40; exec \"$0\" \"$@\"";
  program_under_test program{
      {"/bin/sh",
       "-c",
       limit,
       FRONTDESK_WITH_LIMITS,
       data.path().string(),
       small_rules().string()}};
  REQUIRE(program.port() != 0);
  peer watching{program.port()};
  const auto errors = [&] { return counter(watching.get("/metrics"), "accept_errors_total"); };
  std::vector<peer> open;
  while (errors() == 0) {
    REQUIRE(open.size() < 100);
    open.emplace_back(program.port());
    open.back().send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  const auto began = std::chrono::steady_clock::now();
  const auto cpu = program.cpu_time();
  const auto first = errors();
  while (errors() < first + 10) std::this_thread::sleep_for(std::chrono::milliseconds{50});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  CHECK(took.count() > 0.8);  // without a pause: some hundred thousand failures in that time
  CHECK((program.cpu_time() - cpu).count() < took.count() / 2);
  CHECK(watching.get("/healthz") == "ok\n");  // who is in is served

  auto last = std::move(open.back());
  open.clear();
  CHECK(last.read_until("ok\n").starts_with("HTTP/1.1 200 "));
  CHECK(served_in_the_end(program.port()));
}
