// SPDX-License-Identifier: Apache-2.0
// Bytes that no page of ours sends: each is answered, nothing stored is lost, the desk goes on.
#include "fault/faults.hpp"
#include "fault/peer.hpp"

#include <catch2/catch.hpp>

#include <memory>

using namespace test;

namespace {

program_under_test& desk() {
  static temporary_folder data;
  static program_under_test program{data.path(), {"--bench-limits"}};
  REQUIRE(program.port() != 0);
  return program;
}

struct bad_frame {
  const char* what;
  std::string bytes;
  const char* code;
};

std::string message(const std::string& fields) { return R"({"type":"message",)" + fields + "}"; }

std::vector<bad_frame> bad_frames() {
  std::string many;
  for (int i = 0; i < 2001; ++i) many += "\xc3\xa9";
  return {
      {"nothing", "", "bad_request"},
      {"broken JSON", R"({"type":"message","id":"a","text":"b")", "bad_request"},
      {"two values", R"({"type":"end"}{"type":"end"})", "bad_request"},
      {"a list", R"([1,2])", "bad_request"},
      {"no type", R"({"id":"a"})", "bad_request"},
      {"a type that is a number", R"({"type":7})", "bad_request"},
      {"an unknown type", R"({"type":"dance"})", "bad_request"},
      {"ten thousand brackets", std::string(10'000, '['), "bad_request"},
      {"objects inside objects",
       [] {
         std::string deep;
         for (int i = 0; i < 1000; ++i) deep += R"({"type":)";
         return deep;
       }(),
       "bad_request"},
      {"no id", message(R"("text":"b")"), "bad_request"},
      {"an empty id", message(R"("id":"","text":"b")"), "bad_request"},
      {"a long id", message(R"("id":")" + std::string(65, 'x') + R"(","text":"b")"), "too_long"},
      {"no text", message(R"("id":"a")"), "bad_request"},
      {"blank text", message(R"("id":"a","text":" \n\t")"), "bad_request"},
      {"a zero byte", message(R"("id":"a","text":"b\u0000c")"), "bad_request"},
      {"text that is a list", message(R"("id":"a","text":["b"])"), "bad_request"},
      {"half a surrogate pair", message(R"("id":"a","text":"\ud800")"), "bad_request"},
      {"2,001 characters", message(R"("id":"a","text":")" + many + "\""), "too_long"},
      {"six stars", R"({"type":"rate","value":6})", "bad_request"},
      {"a negative mark", R"({"type":"read","seq":-1})", "bad_request"},
      {"a fraction", R"({"type":"read","seq":1.5})", "bad_request"},
      {"typing, perhaps", R"({"type":"typing","on":"yes"})", "bad_request"},
      {"a second hello", R"({"type":"hello","locale":"en","after":0})", "bad_request"},
  };
}

std::string status_of(const std::string& bytes) {
  peer p{desk().port()};
  p.send(bytes);
  return p.read_to_end().substr(0, 12);
}

}  // namespace

TEST_CASE(
    "each bad frame has its answer, and the conversation goes on as if nothing was", "[fault]"
) {
  client page{desk().port()};
  visitor_record record;
  record.token = page.greet().at("token");
  int n = 0;
  for (const auto& bad : bad_frames()) {
    CAPTURE(bad.what);
    page.send_raw(bad.bytes);
    const auto refused = page.receive();
    REQUIRE(text(refused.at("type")) == "error");
    CHECK(text(refused.at("code")) == bad.code);
    CHECK(text(refused.at("detail")).ends_with("."));
    const auto id = "good" + std::to_string(n++);
    page.say(id, "hello");
    CHECK(text(page.receive("ack").at("id")) == id);
    page.receive("message");
    record.acked.insert(id);
  }
  CHECK(check_history(desk().port(), record) == record.acked);
}

TEST_CASE("frames that are out of place count as bad ones, and the third closes", "[fault]") {
  client early{desk().port()};
  REQUIRE(early.upgrade("/v1/chat", "frontdesk.v1") == 101);
  for (int i = 0; i < 3; ++i) early.say("m", "hello");
  CHECK(early.close_code() == 1008);
  client twice{desk().port()};
  twice.greet();
  for (int i = 0; i < 2; ++i) CHECK(text(twice.hello().at("code")) == "bad_request");
  twice.send({{"type", "hello"}, {"after", 0}, {"locale", "en"}});
  CHECK(twice.close_code() == 1008);
}

TEST_CASE("a frame that is too large, or no UTF-8, ends the socket and nothing else", "[fault]") {
  visitor_record record;
  auto first = std::make_unique<client>(desk().port());
  record.token = first->greet().at("token");
  first->say("m1", "hello");
  first->receive("ack");
  record.acked.insert("m1");
  int code = 0;
  SECTION("a megabyte") {
    first->send_raw(
        R"({"type":"message","id":"m2","text":")" + std::string(1024 * 1024, 'x') + "\"}"
    );
    CHECK(text(first->receive("error").at("code")) == "too_long");
    code = 1009;
  }
  SECTION("bytes that are no UTF-8") {
    first->send_raw("{\"type\":\"message\",\"id\":\"m2\",\"text\":\"\xed\xa0\x80\"}");
    code = 1007;
  }
  CHECK(first->close_code() == code);
  CHECK(check_history(desk().port(), record) == record.acked);
}

TEST_CASE("what is not the visitor's token opens no conversation", "[fault]") {
  client owner{desk().port()};
  const auto welcome = owner.greet();
  owner.say("m1", "hello");
  owner.receive("ack");
  const auto token = text(welcome.at("token"));
  auto altered = token;
  altered.back() = altered.back() == 'A' ? 'B' : 'A';
  auto shortened = token.substr(0, token.size() - 1);
  for (const auto& wrong :
       {altered,
        shortened,
        text(welcome.at("conversation")),
        std::string{},
        token + "A",
        std::string(128, 'x')}) {
    CAPTURE(wrong);
    client stranger{desk().port()};
    const auto refused = stranger.greet(json::string{wrong});
    CHECK(text(refused.at("type")) == "error");
    CHECK(text(refused.at("code")) == "unauthorized");
    CHECK(text(stranger.hello().at("type")) == "welcome");
  }
}

TEST_CASE(
    "frames without a masking key, or of a reserved kind, end the socket with 1002", "[fault]"
) {
  const auto* frame =
      GENERATE("\x81\x02hi", "\x83\x80\x01\x01\x01\x01", "\xf1\x80\x01\x01\x01\x01");
  peer p{desk().port()};
  p.greet();
  p.read_until("welcome");
  p.send(frame);
  CHECK(p.read_to_end().find("\x03\xea") != std::string::npos);
}

TEST_CASE("a request that is not HTTP, or not a WebSocket's, gets a status of its own", "[fault]") {
  CHECK(status_of("\x16\x03\x01 this is TLS\r\n\r\n") == "HTTP/1.1 400");
  CHECK(status_of("GET  HTTP/1.1\r\n\r\n") == "HTTP/1.1 400");
  CHECK(status_of("GET /a?b=%00 HTTP/1.1\r\nHost: x\r\n\r\n") == "HTTP/1.1 400");
  CHECK(status_of("GET /../../etc/passwd HTTP/1.0\r\n\r\n") == "HTTP/1.1 404");
  CHECK(status_of("BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == "HTTP/1.1 404");
  CHECK(status_of(upgrade_head("12")) == "HTTP/1.1 426");
  auto keyless = upgrade_head();
  keyless.replace(keyless.find("Sec-WebSocket-Key"), 17, "Sec-WebSocket-Nay");
  CHECK(status_of(keyless) == "HTTP/1.1 400");
  CHECK(ask(desk().port(), "GET", "/healthz").status == 200);
}
