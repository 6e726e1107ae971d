// SPDX-License-Identifier: Apache-2.0
// What the encoder writes fits src/wire/schema, from which the pages' types are generated.
#include "unit/wire/schema.hpp"

#include "unit/wire/samples.hpp"
#include "wire/console.hpp"
#include "wire/visitor.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;

namespace {

schema::checker& checker() {
  static schema::checker all;
  return all;
}
std::string of_visitor(const std::string& text) {
  return checker().fault("visitor.schema.json", "VisitorEvent", text);
}
std::string of_console(const std::string& text) {
  return checker().fault("console.schema.json", "ConsoleEvent", text);
}

}  // namespace

TEST_CASE("messages fit the schemas of both sockets", "[wire][schema]") {
  std::mt19937 dice{7};
  const auto id = conversation_id::random();
  for (int i = 0; i < 300; ++i) {
    const auto m = samples::random_message(dice);
    CHECK(of_console(wire::encode_console_message(id, m)) == "");
    if (!m.note) CHECK(of_visitor(wire::encode_message(m)) == "");
  }
}

TEST_CASE("the visitor never sees why, notes or ids of staff", "[wire][schema]") {
  auto m = samples::full_message();
  const auto text = wire::encode_message(m);
  CHECK(text.find("\"why\"") == std::string::npos);
  CHECK(text.find(m.staff->id.text()) == std::string::npos);
  auto note = m;
  note.note = true;
  note.text = "private";
  const std::vector<chat::message> both{m, note};
  const wire::welcome_frame f{conversation_id::random(), "t", {}, both, "{}"};
  CHECK(wire::encode(f).find("private") == std::string::npos);
}

TEST_CASE("the other frames fit the visitor's schema", "[wire][schema]") {
  const wire::standing waiting{chat::status::waiting, 2, std::nullopt};
  const wire::standing held{chat::status::staff, std::nullopt, "Ana"};
  CHECK(of_visitor(wire::encode_ack("a", 1, samples::noon())) == "");
  CHECK(of_visitor(wire::encode_typing(true)) == "");
  CHECK(of_visitor(wire::encode_read(3)) == "");
  CHECK(of_visitor(wire::encode_status(waiting)) == "");
  CHECK(of_visitor(wire::encode_status(held)) == "");
  CHECK(of_visitor(wire::encode_forgotten()) == "");
  CHECK(of_visitor(wire::encode_error({errc::busy, "x", "id"})) == "");
}

TEST_CASE("summaries and the inbox fit the console's schema", "[wire][schema]") {
  const auto full = samples::full_state();
  const wire::kept_state fresh;
  const std::vector<wire::summary> all{
      {conversation_id::random(), &full, 1, true},
      {conversation_id::random(), &fresh, std::nullopt, false}};
  const std::vector<wire::presence> staff{{samples::ana(), true}, {samples::ana(), false}};
  const wire::inbox_frame inbox{5, staff[0], true, staff, all, "America/New_York"};
  CHECK(of_console(wire::encode(inbox)) == "");
  CHECK(of_console(wire::encode_summary(6, all[0])) == "");
  CHECK(of_console(wire::encode_summary(7, all[1])) == "");
  CHECK(of_console(wire::encode_gone(8, all[0].id)) == "");
  CHECK(of_console(wire::encode_staff(staff)) == "");
}

TEST_CASE("the other frames fit the console's schema", "[wire][schema]") {
  const auto id = conversation_id::random();
  const std::vector<chat::message> messages{samples::full_message()};
  const std::string name = "Ana";
  CHECK(of_console(wire::encode_opened(id, messages)) == "");
  CHECK(of_console(wire::encode_console_typing(id, nullptr, true)) == "");
  CHECK(of_console(wire::encode_console_typing(id, &name, false)) == "");
  CHECK(of_console(wire::encode_console_read(id, 3)) == "");
  CHECK(of_console(wire::encode_console_ack("k", 3)) == "");
  CHECK(of_console(wire::encode_console_ack("k", std::nullopt)) == "");
  CHECK(of_console(wire::encode_console_error({errc::conflict, "x", "k"}, samples::ana())) == "");
}
