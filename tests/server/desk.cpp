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

headers admin() {
  static const headers cookie = [] {
    const json::value body{
        {"token", desk().first_admin()},
        {"name", "Ana"},
        {"username", "ana"},
        {"password", "a long enough password 42"}};
    const auto made =
        ask(desk().port(),
            "POST",
            "/v1/first-admin",
            {{"X-Frontdesk", "1"}, {"Content-Type", "application/json"}},
            json::serialize(body));
    CAPTURE(made.body);
    REQUIRE(made.status == 201);
    const auto set = made.headers.at("set-cookie");
    return headers{{"Cookie", set.substr(0, set.find(';'))}};
  }();
  return cookie;
}

}  // namespace test
