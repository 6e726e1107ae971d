// SPDX-License-Identifier: Apache-2.0
#include "wire/visitor.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::wire;

namespace {

decoded<visitor_frame> read(std::string_view frame) { return decode_visitor(frame, limits{}); }
template <class T>
T good(std::string_view frame) {
  auto d = read(frame);
  REQUIRE(std::holds_alternative<visitor_frame>(d));
  REQUIRE(std::holds_alternative<T>(std::get<visitor_frame>(d)));
  return std::get<T>(std::get<visitor_frame>(d));
}
fault bad(std::string_view frame) {
  auto d = read(frame);
  REQUIRE(std::holds_alternative<fault>(d));
  return std::get<fault>(d);
}
std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("hello of a new visitor", "[wire]") {
  const auto h = good<visitor_hello>(
      R"({"type":"hello","token":null,"after":0,"locale":"es-MX","page":{"title":"Inicio"},"x":1})"
  );
  CHECK_FALSE(h.token);
  CHECK(h.page == "Inicio");
  CHECK(language_of(h.locale) == intent::language::es);
}

TEST_CASE("hello of somebody who comes back", "[wire]") {
  const auto h = good<visitor_hello>(R"({"type":"hello","token":"abc","after":12,"locale":"en"})");
  CHECK(h.token == "abc");
  CHECK(h.after == 12);
}

TEST_CASE("a long page title is cut, not refused", "[wire]") {
  const auto h = good<visitor_hello>(
      R"({"type":"hello","after":0,"locale":"en","page":{"title":")" + repeated("ñ", 900) + "\"}}"
  );
  CHECK(h.page == repeated("ñ", 200));
}

TEST_CASE("a message with a tapped choice may have no text", "[wire]") {
  const auto m = good<chat::visitor_says>(
      R"({"type":"message","id":"a1","text":"","choice":"visit.book","notice":"v1"})"
  );
  CHECK(m.choice == "visit.book");
  CHECK(m.notice == "v1");
}

TEST_CASE("a message of exactly the limit is taken and one more character is not", "[wire]") {
  const auto framed = [](std::size_t n) {
    return R"({"type":"message","id":"a1","text":")" + repeated("日", n) + "\"}";
  };
  CHECK(good<chat::visitor_says>(framed(2000)).text.size() == 6000);
  const auto why = bad(framed(2001));
  CHECK(why.code == errc::too_long);
  CHECK(why.id == "a1");
  CHECK(why.sentence == "The field text has more than 2000 characters.");
}

TEST_CASE("the other frames of a visitor", "[wire]") {
  CHECK(good<visitor_typing>(R"({"type":"typing","on":true})").on);
  CHECK(good<chat::visitor_read>(R"({"type":"read","seq":7})").seq == 7);
  CHECK(good<chat::visitor_rates>(R"({"type":"rate","value":5})").value == 5);
  good<chat::visitor_ends>(R"({"type":"end"})");
  good<visitor_forgets>(R"({"type":"forget"})");
}

TEST_CASE("what does not fit gets a sentence that never repeats what was sent", "[wire]") {
  const auto frame = GENERATE(
      as<std::string>{},
      "",
      "secret",
      "[]",
      "{\"type\":\"message\",\"id\":\"a\",\"text\":\"secret",
      R"({"type":"secret"})",
      R"({"type":7})",
      R"({"text":"secret"})",
      R"({"type":"message","text":"secret"})",
      R"({"type":"message","id":"","text":"secret"})",
      R"({"type":"message","id":"a","text":["secret"]})",
      R"({"type":"message","id":"a","text":" \n "})",
      R"({"type":"message","id":"a","text":"secret\u0000"})",
      R"({"type":"message","id":"a","text":"secret\ud800"})",
      R"({"type":"message","id":"a","text":"secret","choice":5})",
      R"({"type":"read","seq":-1})",
      R"({"type":"read","seq":1.5})",
      R"({"type":"rate","value":6})",
      R"({"type":"typing","on":"secret"})",
      R"({"type":"hello","token":5,"after":0,"locale":"en"})",
      R"({"type":"hello","token":null,"after":1e300,"locale":"en"})",
      R"({"type":"hello","token":null,"after":0,"locale":"en","page":{"title":{}}})"
  );
  CAPTURE(frame);
  const auto why = bad(frame);
  CHECK(why.sentence.ends_with('.'));
  CHECK(why.sentence.find("secret") == std::string::npos);
}

TEST_CASE("nesting and size are bounded before anything is built", "[wire]") {
  bad(R"({"type":"end","x":)" + repeated("[", 4000) + repeated("]", 4000) + "}");
  CHECK(bad(repeated(" ", 17 * 1024)).code == errc::too_long);
  bad("{\"type\":\"message\",\"id\":\"a\",\"text\":\"\xc0\xaf\"}");
}

TEST_CASE("an error tells when to try again and whose message it was", "[wire]") {
  const fault f{errc::rate_limited, "Please slow down.", "a1"};
  CHECK(
      encode_error(f, std::chrono::milliseconds{1500}) ==
      R"({"type":"error","code":"rate_limited","detail":"Please slow down.","id":"a1","retry_after_ms":1500})"
  );
}

TEST_CASE("a visitor who left a message is told no place in the queue", "[wire]") {
  chat::state s;
  s.status = chat::status::waiting;
  CHECK(encode_status(standing_of(s, 2)) == R"({"type":"status","status":"waiting","position":2})");
  s.message_left = true;
  CHECK(encode_status(standing_of(s, 2)) == R"({"type":"status","status":"waiting"})");
}
