// SPDX-License-Identifier: Apache-2.0
#include "server/desk.hpp"

#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

namespace test {

program_under_test& desk() {
  static temporary_folder data;
  static program_under_test program{data.path(), {"--origins", "https://clinic.example"}};
  REQUIRE(program.port() != 0);
  return program;
}

headers first_admin_of(const program_under_test& program) {
  const json::object body{
      {"token", program.first_admin()},
      {"name", "Ana"},
      {"username", "ana"},
      {"password", password}};
  const auto made = caller{program.port(), {}}.call("POST", "/v1/first-admin", body);
  CAPTURE(made.body);
  REQUIRE(made.status == 201);
  return login_in(made);
}

headers admin() {
  static const headers cookie = first_admin_of(desk());
  return cookie;
}

headers invited(const std::string& username, std::string_view role) {
  const json::object who{{"name", username}, {"username", username}, {"role", role}};
  const auto made = as_admin().call("POST", "/v1/people", who);
  REQUIRE(made.status == 201);
  const std::string link{made.json().at("link").as_string()};
  const json::object choice{{"token", link.substr(link.find('#') + 1)}, {"password", password}};
  const auto chosen = as_nobody().call("POST", "/v1/invite", choice);
  REQUIRE(chosen.status == 200);
  return login_in(chosen);
}

caller as_admin() { return {desk().port(), admin()}; }
caller as_nobody() { return {desk().port(), {}}; }
caller as_staff() {
  static const headers cookie = invited("rosa", "staff");
  return {desk().port(), cookie};
}

std::string somebody_asks(const std::string& words) {
  client page{desk().port()};
  const std::string id{page.greet().at("conversation").as_string()};
  page.say("m1", words);
  page.receive("ack");
  page.receive("message");
  page.close();
  return id;
}

}  // namespace test
