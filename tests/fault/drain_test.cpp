// SPDX-License-Identifier: Apache-2.0
// SIGTERM: what is under way is finished, pages are told to come back, nobody can hold it up.
#include "fault/faults.hpp"
#include "fault/peer.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <memory>
#include <vector>

using namespace test;

namespace {

struct visitor {
  std::unique_ptr<client> page;
  visitor_record record;
};

std::vector<visitor> greeted(unsigned short port, std::size_t count) {
  std::vector<visitor> all(count);
  for (auto& v : all) {
    v.page = std::make_unique<client>(port);
    v.record.token = v.page->greet().at("token");
  }
  return all;
}

// Keeps what is still acknowledged; the code of the close.
int read_to_close(visitor& v) {
  while (const auto frame = v.page->receive_or_close()) {
    if (text(frame->at("type")) == "ack") v.record.acked.insert(text(frame->at("id")));
  }
  return v.page->close_code();
}

}  // namespace

TEST_CASE("on SIGTERM every turn that is stored is acknowledged before the goodbye", "[fault]") {
  temporary_folder data;
  auto program = std::make_unique<program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  auto all = greeted(program->port(), 40);
  for (auto& v : all) {
    for (int i = 0; i < 8; ++i) v.page->say("m" + std::to_string(i), "what is ketamine");
  }
  all[0].record.acked.insert(text(all[0].page->receive("ack").at("id")));
  program->signal(SIGTERM);
  for (auto& v : all) CHECK(read_to_close(v) == 1012);
  CHECK(program->wait() == 0);

  program = std::make_unique<program_under_test>(data.path());
  REQUIRE(program->port() != 0);
  for (const auto& v : all) {
    if (v.record.acked.empty()) {
      // Nothing of it was taken, so nothing of it is there.
      client page{program->port()};
      CHECK(text(page.greet(v.record.token).at("code")) == "unauthorized");
      continue;
    }
    CHECK(check_history(program->port(), v.record) == v.record.acked);
  }
}

TEST_CASE(
    "while it stops nobody new is let in, and a request that has begun is answered", "[fault]"
) {
  temporary_folder data;
  auto program = with_limits(data.path(), {});
  REQUIRE(program.port() != 0);
  peer asking{program.port()};
  REQUIRE(
      asking.send("POST /v1/session HTTP/1.1\r\nHost: x\r\nX-Frontdesk: 1\r\n"
                  "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")
  );
  REQUIRE(asking.read_until("\r\n\r\n").starts_with("HTTP/1.1 100 "));
  program.signal(SIGTERM);
  REQUIRE(program.hear("event=stopping"));
  CHECK_FALSE(peer{program.port()}.connected());
  REQUIRE(asking.send("{}"));
  const auto answer = asking.read_to_end();
  CHECK(answer.starts_with("HTTP/1.1 4"));
  CHECK(answer.find("Connection: close") != std::string::npos);
  CHECK(program.wait() == 0);
}

TEST_CASE("whoever does not answer the goodbye is cut off when time is up", "[fault]") {
  temporary_folder data;
  auto program = with_limits(data.path(), {"drain=1"});
  REQUIRE(program.port() != 0);
  peer deaf{program.port()}, half{program.port()};
  deaf.greet();
  deaf.read_until("welcome");
  REQUIRE(
      half.send("POST /v1/session HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                "Content-Length: 2\r\n\r\n")
  );
  half.read_until("\r\n\r\n");
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
}

TEST_CASE("whoever reads its terminal may leave", "[fault]") {
  temporary_folder data;
  program_under_test program{data.path(), {"--log-level", "debug"}};
  REQUIRE(program.port() != 0);
  program.hang_up();
  client page{program.port()};
  page.greet();
  page.say("m1", "i want to kill myself");  // an alert is logged
  page.receive("ack");
  CHECK(ask(program.port(), "GET", "/healthz").status == 200);
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
}
