// SPDX-License-Identifier: Apache-2.0
// What stands before every call: each one of src/wire/openapi.json is made as nobody, as staff, and
// with a body that does not do. That what is described is there, and nothing else, is part of it.
#include "server/desk.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>

using Catch::Contains;
using test::as_admin;
using test::as_nobody;
using test::as_staff;
using test::described;
using test::why;

namespace {

// An address with ids that nothing has.
std::string somewhere(std::string path) {
  const std::map<std::string, std::string> nothing{
      {"{id}", std::string(32, 'a')}, {"{n}", "999999"}};
  for (const auto& [name, value] : nothing) {
    const auto at = path.find(name);
    if (at != std::string::npos) path.replace(at, name.size(), value);
  }
  return path;
}

std::set<std::string> words(const std::string& list) {
  std::set<std::string> all;
  std::istringstream in{list};
  for (std::string word; in >> word;) all.insert(word.substr(0, word.find(',')));
  return all;
}

}  // namespace

TEST_CASE("the program takes the methods that are described, and no others", "[server][rest]") {
  std::map<std::string, std::set<std::string>> methods;
  for (const auto& c : described()) methods[c.path].insert(c.method);
  REQUIRE(methods.size() > 15);
  for (const auto& [path, expected] : methods) {
    INFO(path);
    const auto refused = as_nobody().call("TRACE", somewhere(path));
    CHECK(refused.status == 405);
    CHECK(words(refused.headers.at("allow")) == expected);
  }
  CHECK(as_admin().get("/v1").status == 404);
  CHECK(as_admin().get("/v1/people/").status == 404);
  CHECK(as_admin().get("/v1/rules/check/more").status == 404);
}

TEST_CASE("whoever is not signed in is asked to, whatever they call", "[server][rest]") {
  for (const auto& c : described()) {
    if (c.open) continue;
    INFO(c.method << ' ' << c.path);
    const auto refused = as_nobody().call(c.method, somewhere(c.path), c.body ? "{}" : "");
    CHECK(refused.status == 401);
    CHECK_THAT(why(refused), Contains("sign in"));
  }
  const test::caller guesser{test::desk().port(), {{"Cookie", "frontdesk_session=a-guess"}}};
  CHECK(guesser.get("/v1/session").status == 401);
}

TEST_CASE("staff reach what is theirs and nothing of what is for admins", "[server][rest]") {
  int of_admins = 0, of_staff = 0;
  for (const auto& c : described()) {
    if (c.open || (c.path == "/v1/session" && c.method == "DELETE")) continue;
    INFO(c.method << ' ' << c.path);
    const auto answered = as_staff().call(c.method, somewhere(c.path), c.body ? "{}" : "");
    CHECK((answered.status == 403) == c.admin);
    CHECK(answered.status != 401);
    if (c.admin) CHECK(why(answered) == "Only an admin may do this.");
    ++(c.admin ? of_admins : of_staff);
  }
  CHECK(of_admins >= 13);
  CHECK(of_staff >= 4);
}

TEST_CASE("no foreign page can change anything", "[server][rest]") {
  for (const auto& c : described()) {
    if (c.method == "GET") continue;
    INFO(c.method << ' ' << c.path);
    const auto refused =
        as_admin().call(c.method, somewhere(c.path), c.body ? "{}" : "", {{"X-Frontdesk", ""}});
    CHECK(refused.status == 403);
    CHECK_THAT(why(refused), Contains("X-Frontdesk"));
  }
}

TEST_CASE("a body that is not the one described is told, not guessed at", "[server][rest]") {
  for (const auto& c : described()) {
    if (!c.body) continue;
    const test::headers match{{"If-Match", c.path == "/v1/rules/publish" ? "*" : ""}};
    for (const std::string bad : {"nonsense", "[]", "\"text\"", "{\"note\":", "\xff\xfe"}) {
      INFO(c.method << ' ' << c.path << ' ' << bad);
      const auto refused = as_admin().call(c.method, somewhere(c.path), bad, match);
      CHECK(refused.status == 400);
      CHECK(why(refused) == "The body is not a JSON object.");
    }
  }
}

TEST_CASE("a body without what it needs is told which field", "[server][rest]") {
  for (const auto& c : described()) {
    if (!c.body || c.method == "PATCH") continue;  // a PATCH needs none
    INFO(c.method << ' ' << c.path);
    const test::headers match{{"If-Match", c.path == "/v1/rules/publish" ? "*" : ""}};
    const auto refused = as_admin().call(c.method, somewhere(c.path), std::string{"{}"}, match);
    CHECK(refused.status == 400);
    CHECK_THAT(why(refused), Catch::StartsWith("The field ") && Contains("is missing"));
  }
}

TEST_CASE("a body of another kind than JSON is not read", "[server][rest]") {
  for (const auto& c : described()) {
    if (!c.body) continue;
    for (const auto* type : {"", "text/plain", "application/x-www-form-urlencoded"}) {
      INFO(c.method << ' ' << c.path << ' ' << type);
      const auto refused =
          as_admin().call(c.method, somewhere(c.path), std::string{"{}"}, {{"Content-Type", type}});
      CHECK(refused.status == 415);
      CHECK_THAT(why(refused), Contains("application/json"));
    }
  }
  const auto with_charset = as_admin().call(
      "POST",
      "/v1/session",
      std::string{"{}"},
      {{"Content-Type", "Application/JSON; charset=utf-8"}}
  );
  CHECK(with_charset.status == 400);  // it was read
}

TEST_CASE("a body over the limit is refused before it is read", "[server][rest]") {
  const std::string letter(70'000, ' '), library(9'000'000, ' ');
  for (const auto& c : described()) {
    if (!c.body) continue;
    INFO(c.method << ' ' << c.path);
    const bool draft = c.path.starts_with("/v1/rules");
    const auto refused = test::ask(
        test::desk().port(),
        c.method,
        somewhere(c.path),
        {{"X-Frontdesk", "1"}, {"Content-Type", "application/json"}},
        draft ? library : letter
    );
    CHECK(refused.status == 413);
    CHECK(test::contract_fault(c.method, somewhere(c.path), refused) == "");
  }
}

TEST_CASE("what is not there is not found, whoever it was thought to be", "[server][rest]") {
  const test::json::object note{{"note", "why"}};
  for (const auto* id : {"nobody", "%00", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "..%2f"}) {
    INFO(id);
    const std::string at{id};
    for (const auto& refused :
         {as_admin().get("/v1/conversations/" + at),
          as_admin().call("DELETE", "/v1/conversations/" + at),
          as_admin().call("PATCH", "/v1/people/" + at, note),
          as_admin().call("POST", "/v1/people/" + at + "/reset"),
          as_admin().get("/v1/revisions/" + at),
          as_admin().call("POST", "/v1/revisions/" + at + "/rollback", note)}) {
      CHECK((refused.status == 404 || refused.status == 400));
      CHECK(refused.body.find(at) == std::string::npos);
    }
  }
  for (const auto* n : {"0", "-1", "999999", "99999999999999999999"}) {
    INFO(n);
    CHECK(as_admin().get("/v1/revisions/" + std::string{n}).status == 404);
    const auto back = "/v1/revisions/" + std::string{n} + "/rollback";
    CHECK(as_admin().call("POST", back, note).status == 404);
  }
}

TEST_CASE("a cursor that is not one of the list is a bad request", "[server][rest]") {
  for (const auto* list : {"/v1/conversations", "/v1/requests", "/v1/revisions", "/v1/audit"}) {
    const auto refused = as_admin().get(std::string{list} + "?cursor=x");
    CHECK(refused.status == 400);
    CHECK(why(refused) == "The cursor is not one of this list.");
  }
}
