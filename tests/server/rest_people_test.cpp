// SPDX-License-Identifier: Apache-2.0
// Signing in and out, people and their passwords, over the running program.
#include "server/desk.hpp"

#include <catch2/catch.hpp>

using Catch::Contains;
using test::as_admin;
using test::as_nobody;
using test::caller;
using test::why;
using test::json::object;

namespace {

std::string text(const test::json::value& v) { return std::string{v.as_string()}; }

object credentials(const std::string& name, const std::string& word = test::password) {
  return {{"username", name}, {"password", word}};
}

object newcomer(const std::string& name, std::string_view role = "staff") {
  return {{"name", name}, {"username", name}, {"role", role}};
}

std::string token_of(const std::string& link) { return link.substr(link.find('#') + 1); }

std::string id_of(const std::string& username) {
  const auto people = as_admin().all_of("/v1/people", 200);
  for (const auto& p : people) {
    if (text(p.at("username")) == username) return text(p.at("id"));
  }
  return {};
}

}  // namespace

TEST_CASE("signing in, being somebody, signing out", "[server][rest]") {
  test::invited("ines", "staff");
  const auto in = as_nobody().call("POST", "/v1/session", credentials(" Ines "));
  REQUIRE(in.status == 200);
  CHECK(text(in.json().at("username")) == "ines");
  CHECK(text(in.json().at("role")) == "staff");
  const auto& cookie = in.headers.at("set-cookie");
  CHECK_THAT(cookie, Contains("HttpOnly") && Contains("SameSite=Strict"));
  CHECK_THAT(cookie, !Contains("Secure"));  // not by TLS
  const caller ines{test::desk().port(), test::login_in(in)};
  CHECK(ines.get("/v1/session").json() == in.json());
  const auto out = ines.call("DELETE", "/v1/session");
  CHECK(out.status == 204);
  CHECK_THAT(out.headers.at("set-cookie"), Contains("Max-Age=0"));
  CHECK(ines.get("/v1/session").status == 401);
}

TEST_CASE("a wrong password and an unknown name are told the same", "[server][rest]") {
  test::invited("otto", "staff");
  const auto wrong = as_nobody().call("POST", "/v1/session", credentials("otto", "wrong"));
  const auto unknown = as_nobody().call("POST", "/v1/session", credentials("nobody", "wrong"));
  CHECK(wrong.status == 401);
  CHECK(wrong.body == unknown.body);
  CHECK(wrong.headers.count("set-cookie") == 0);
}

TEST_CASE("whoever guesses too often waits, and is told how long", "[server][rest]") {
  test::invited("gil", "staff");
  test::answer refused;
  for (int i = 0; i < 12 && refused.status != 429; ++i) {
    refused = as_nobody().call("POST", "/v1/session", credentials("gil", "guess"));
  }
  CHECK(refused.status == 429);
  CHECK(refused.headers.at("retry-after") == "60");
  CHECK(as_nobody().call("POST", "/v1/session", credentials("gil")).status == 429);
}

TEST_CASE("the link for the first admin works once, and not for anything else", "[server][rest]") {
  test::admin();
  const object again{
      {"token", test::desk().first_admin()},
      {"name", "Eve"},
      {"username", "eve"},
      {"password", test::password}};
  const auto gone = as_nobody().call("POST", "/v1/first-admin", again);
  CHECK(gone.status == 410);
  CHECK(why(gone) == "This link was used already or has expired.");
  auto weak = again;
  weak["password"] = "short";
  CHECK(as_nobody().call("POST", "/v1/first-admin", weak).status == 400);
}

TEST_CASE("somebody is invited, comes, and changes the password", "[server][rest]") {
  const auto made = as_admin().call("POST", "/v1/people", newcomer("uma"));
  REQUIRE(made.status == 201);
  CHECK(made.json().at("person").at("last_login").is_null());
  const auto link = text(made.json().at("link"));
  CHECK_THAT(link, Catch::StartsWith("http://127.0.0.1:") && Contains("/console/invite#"));
  CHECK(as_nobody().call("POST", "/v1/session", credentials("uma", "")).status == 401);

  const object weak{{"token", token_of(link)}, {"password", "short"}};
  const auto refused = as_nobody().call("POST", "/v1/invite", weak);
  CHECK(refused.status == 400);
  CHECK_THAT(why(refused), Contains("12 characters"));
  const object choice{{"token", token_of(link)}, {"password", test::password}};
  const auto chosen = as_nobody().call("POST", "/v1/invite", choice);
  REQUIRE(chosen.status == 200);
  CHECK(as_nobody().call("POST", "/v1/invite", choice).status == 410);

  const caller uma{test::desk().port(), test::login_in(chosen)};
  const auto wrong = uma.call("POST", "/v1/password", object{{"old", "x"}, {"new", "y"}});
  CHECK(wrong.status == 400);  // the new one is too short, whatever the old one is
  const std::string next = "another long password 7";
  CHECK(uma.call("POST", "/v1/password", object{{"old", "x"}, {"new", next}}).status == 401);
  const auto changed =
      uma.call("POST", "/v1/password", object{{"old", test::password}, {"new", next}});
  CHECK(changed.status == 204);
  CHECK(uma.get("/v1/session").status == 401);  // all logins of before have ended
  CHECK(caller{test::desk().port(), test::login_in(changed)}.get("/v1/session").status == 200);
  CHECK(as_nobody().call("POST", "/v1/session", credentials("uma", next)).status == 200);
}

TEST_CASE("a name is taken once, and must be one", "[server][rest]") {
  test::invited("pia", "staff");
  const auto taken = as_admin().call("POST", "/v1/people", newcomer("PIA"));
  CHECK(taken.status == 409);
  CHECK(why(taken) == "This user name is taken.");
  CHECK(as_admin().call("POST", "/v1/people", newcomer("a b")).status == 400);
  CHECK(as_admin().call("POST", "/v1/people", newcomer("odd", "owner")).status == 400);
  auto long_name = newcomer("longish");
  long_name["name"] = std::string(121, 'x');
  CHECK(as_admin().call("POST", "/v1/people", long_name).status == 413);
  long_name["name"] = "   ";
  CHECK(as_admin().call("POST", "/v1/people", long_name).status == 400);
}

TEST_CASE("people are renamed, promoted, disabled, and signed out by that", "[server][rest]") {
  const caller leo{test::desk().port(), test::invited("leo", "staff")};
  const auto path = "/v1/people/" + id_of("leo");
  const auto renamed = as_admin().call("PATCH", path, object{{"name", "Leo M."}});
  REQUIRE(renamed.status == 200);
  CHECK(text(renamed.json().at("name")) == "Leo M.");
  CHECK(text(leo.get("/v1/session").json().at("name")) == "Leo M.");
  CHECK(as_admin().call("PATCH", path, object{{"role", "owner"}}).status == 400);
  CHECK(as_admin().call("PATCH", path, object{{"disabled", true}}).status == 200);
  CHECK(leo.get("/v1/session").status == 401);
  CHECK(as_nobody().call("POST", "/v1/session", credentials("leo")).status == 401);
  CHECK(as_admin().call("PATCH", path, object{{"disabled", false}}).status == 200);
  CHECK(as_nobody().call("POST", "/v1/session", credentials("leo")).status == 200);
}

TEST_CASE("a forgotten password is chosen anew by a link", "[server][rest]") {
  test::invited("eva", "staff");
  const auto made = as_admin().call("POST", "/v1/people/" + id_of("eva") + "/reset");
  REQUIRE(made.status == 200);
  CHECK(as_nobody().call("POST", "/v1/session", credentials("eva")).status == 200);  // until then
  const std::string next = "a new password for eva";
  const object choice{{"token", token_of(text(made.json().at("link")))}, {"password", next}};
  CHECK(as_nobody().call("POST", "/v1/invite", choice).status == 200);
  CHECK(as_nobody().call("POST", "/v1/session", credentials("eva")).status == 401);
}

TEST_CASE("the last admin stays", "[server][rest]") {
  test::temporary_folder data;
  test::program_under_test program{data.path()};
  REQUIRE(program.port() != 0);
  const caller ana{program.port(), test::first_admin_of(program)};
  const auto path = "/v1/people/" + text(ana.get("/v1/session").json().at("id"));
  for (const auto& change : {object{{"disabled", true}}, object{{"role", "staff"}}}) {
    const auto refused = ana.call("PATCH", path, change);
    CHECK(refused.status == 409);
    CHECK_THAT(why(refused), Contains("nobody could administer any more"));
  }
  CHECK(ana.get("/v1/session").status == 200);
}
