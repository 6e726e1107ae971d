// SPDX-License-Identifier: Apache-2.0
#include "wire/console.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::wire;

namespace {

const std::string some_id = "000102030405060708090a0b0c0d0e0f";

template <class T>
T good(std::string_view frame) {
  auto d = decode_console(frame, limits{});
  REQUIRE(std::holds_alternative<console_frame>(d));
  REQUIRE(std::holds_alternative<T>(std::get<console_frame>(d)));
  return std::get<T>(std::get<console_frame>(d));
}
template <class T>
T does(const std::string& type, const std::string& more = "") {
  const auto d = good<console_does>(
      R"({"type":")" + type + R"(","id":"k1","conversation":")" + some_id + "\"" + more + "}"
  );
  CHECK(d.id == "k1");
  CHECK(d.conversation.text() == some_id);
  REQUIRE(std::holds_alternative<T>(d.what));
  return std::get<T>(d.what);
}
fault bad(const std::string& type, const std::string& more) {
  auto d = decode_console(
      R"({"type":")" + type + R"(","id":"k1","conversation":")" + some_id + "\"," + more + "}",
      limits{}
  );
  REQUIRE(std::holds_alternative<fault>(d));
  return std::get<fault>(d);
}

}  // namespace

TEST_CASE("what staff do to a conversation", "[wire]") {
  does<chat::staff_takes>("take");
  does<chat::staff_releases>("release");
  does<chat::staff_closes>("close");
  does<chat::staff_clears_alert>("clear_alert");
  CHECK_FALSE(does<chat::staff_says>("say", R"(,"text":"hi")").note);
  CHECK(does<chat::staff_says>("note", R"(,"text":"hi")").note);
  const auto request = R"(,"request":")" + some_id + "\"";
  does<chat::staff_declines>("decline", request);
  const auto times = R"(,"times":["2026-03-10T13:30:00Z","2026-03-11T09:00:00-04:00"])";
  CHECK(does<chat::staff_proposes>("propose", request + times).times.size() == 2);
  const auto at = R"(,"at":"2026-03-10T13:30:00Z")";
  CHECK(
      to_iso(does<chat::staff_confirms>("confirm", request + at).at) == "2026-03-10T13:30:00.000Z"
  );
}

TEST_CASE("a frame cannot say whose it is", "[wire]") {
  const auto takes =
      does<chat::staff_takes>("take", R"(,"who":{"id":")" + some_id + R"(","name":"x"})");
  CHECK(takes.who.id.empty());
}

TEST_CASE("the other frames of the console", "[wire]") {
  CHECK(good<console_hello>(R"({"type":"hello","cursor":5})").cursor == 5);
  const auto opened =
      good<console_opens>(R"({"type":"open","conversation":")" + some_id + R"(","after":3})");
  CHECK(opened.after == 3);
  good<console_leaves>(R"({"type":"leave"})");
  CHECK(good<console_available>(R"({"type":"available","on":true})").on);
  const auto mark =
      good<console_does>(R"({"type":"read","conversation":")" + some_id + R"(","seq":4})");
  CHECK(std::get<chat::staff_read>(mark.what).seq == 4);
}

TEST_CASE("proposals have one to three times", "[wire]") {
  const auto request = R"("request":")" + some_id + "\",";
  CHECK(bad("propose", request + R"("times":[])").id == "k1");
  bad("propose", request + R"("times":["soon"])");
  bad("propose", request + R"("times":"2026-03-10T13:30:00Z")");
  const auto t = std::string{"\"2026-03-10T13:30:00Z\""};
  bad("propose", request + "\"times\":[" + t + "," + t + "," + t + "," + t + "]");
  bad("confirm", R"("request":"x","at":"2026-03-10T13:30:00Z")");
}
