// SPDX-License-Identifier: Apache-2.0
// Peers that are too slow, each found by the deadline that is for it.
#include "fault/faults.hpp"
#include "fault/peer.hpp"

#include <catch2/catch.hpp>

using namespace test;

namespace {

// Asks again and again for the same large frame, a welcome, and never reads one. False: cut off.
bool ask_and_never_read(peer& greedy) {
  for (int i = 0; i < 20'000; ++i) {
    if (!greedy.send_frame(R"({"type":"forget"})")) return false;
    if (!greedy.send_frame(R"({"type":"hello","token":null,"after":0,"locale":"en"})"))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a peer that sends and never reads is cut off by the write deadline", "[fault]") {
  temporary_folder data;
  // Room enough that the bound of the outbox is not what ends it.
  auto program = with_limits(data.path(), {"ws_write=1", "outbox_bytes_max=1e9"});
  REQUIRE(program.port() != 0);
  peer greedy{program.port(), {}, true};
  greedy.greet();
  while (ask_and_never_read(greedy)) {
  }
  CHECK(counter_of(program.port(), "deadlines_missed_total") == 1);
  CHECK(counter_of(program.port(), "outbox_overflows_total") == 0);
}

TEST_CASE("a peer that lets too much pile up is cut off before its deadline", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"outbox_bytes_max=65536"});
  REQUIRE(program.port() != 0);
  peer greedy{program.port(), {}, true};
  greedy.greet();
  while (ask_and_never_read(greedy)) {
  }
  CHECK(counter_of(program.port(), "outbox_overflows_total") == 1);
  CHECK(counter_of(program.port(), "deadlines_missed_total") == 0);
}

TEST_CASE("a silent peer is asked with a ping, and cut off without an answer", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"ws_idle=3"});
  REQUIRE(program.port() != 0);
  peer silent{program.port()};
  silent.greet();
  const auto ping = std::string{"\x89\x00", 2};
  CHECK(silent.read_until(ping).ends_with(ping));
  const auto rest = silent.read_to_end();
  CHECK(rest.find(ping) != std::string::npos);  // asked more than once
  CHECK(counter_of(program.port(), "deadlines_missed_total") == 1);
}

TEST_CASE("a quiet page that answers pings stays for longer than the idle deadline", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"ws_idle=6"});
  REQUIRE(program.port() != 0);
  peer quiet{program.port()};
  quiet.greet();
  const auto ping = std::string{"\x89\x00", 2};
  const auto pong = std::string{"\x8a\x80\0\0\0\0", 6};
  // Each ping comes after two seconds of silence: five of them are more than six seconds.
  for (int i = 0; i < 5; ++i) {
    REQUIRE(quiet.read_until(ping).ends_with(ping));
    REQUIRE(quiet.send(pong));
  }
  REQUIRE(quiet.send_frame(R"({"type":"message","id":"m1","text":"hello"})"));
  CHECK(quiet.read_until(R"("type":"ack")").ends_with(R"("ack")"));
}

TEST_CASE("a socket without a hello is closed, however busy it is with pings", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"hello=1"});
  REQUIRE(program.port() != 0);
  peer pinging{program.port()};
  REQUIRE(pinging.send(upgrade_head()));
  pinging.read_until("\r\n\r\n");
  const std::string ping{"\x89\x80\0\0\0\0", 6};
  CHECK(pinging.trickle_until(ping, "\x03\xf0No hello came."));  // 1008
  CHECK(counter_of(program.port(), "deadlines_missed_total") == 1);
}

TEST_CASE("a peer that trickles the head of a request is answered 408", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"http_request=1"});
  REQUIRE(program.port() != 0);
  peer slow{program.port()};
  REQUIRE(slow.send("GET /healthz HTTP/1.1\r\nX-Slow: "));
  // A byte now and then, for ever: an idle timer would never fire.
  CHECK(slow.trickle_until("x", "HTTP/1.1 408 "));
  CHECK(counter_of(program.port(), "deadlines_missed_total") == 1);
}

TEST_CASE("a peer that trickles the body of a request is answered 408", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"http_request=1"});
  REQUIRE(program.port() != 0);
  peer slow{program.port()};
  REQUIRE(slow.send("POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"));
  CHECK(slow.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST_CASE("a connection that brings nothing ends without a word", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"http_request=1"});
  REQUIRE(program.port() != 0);
  peer idle{program.port()};
  CHECK(idle.get("/healthz") == "ok\n");
  CHECK(idle.read_to_end().empty());
}
