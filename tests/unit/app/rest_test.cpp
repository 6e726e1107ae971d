// SPDX-License-Identifier: Apache-2.0
#include "unit/app/desk.hpp"
#include "wire/kept.hpp"
#include "wire/message.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

using namespace frontdesk;
using namespace frontdesk::app;
using Catch::Contains;

namespace {

std::string body(const boost::json::object& o) { return boost::json::serialize(o); }

conversation_id somebody_wrote(desk& d, chat::status status) {
  chat::message m;
  m.seq = 1;
  m.from = chat::author::visitor;
  m.text = "does it hurt?";
  m.at = d.time.now();
  wire::kept_state kept;
  kept.state.status = status;
  kept.state.last_seq = 1;
  store::turn t;
  t.conversation = conversation_id::random();
  t.token_hash = t.conversation.text();
  t.messages.push_back({1, wire::to_stored(m)});
  t.state = wire::to_stored(kept);
  t.head.status = static_cast<std::uint8_t>(status);
  t.head.last_seq = 1;
  t.head.last_at = d.time.now();
  REQUIRE(d.run(d.stored.append(t)));
  return t.conversation;
}

}  // namespace

TEST_CASE("every route wants a login but those that make one", "[rest]") {
  desk d;
  const std::set<std::string> open{"/v1/session", "/v1/first-admin", "/v1/invite"};
  for (const auto& r : rest::routes()) {
    if (r.method == "POST" && open.count(r.pattern) > 0) continue;
    CHECK(d.call(r.method, r.pattern).status == 401);
  }
}

TEST_CASE("staff do not reach what is for admins", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  CHECK(d.call("GET", "/v1/session").status == 200);
  CHECK(d.call("GET", "/v1/conversations").status == 200);
  for (const auto* target : {"/v1/people", "/v1/rules", "/v1/revisions"}) {
    CHECK(d.call("GET", target).status == 403);
  }
  const auto id = somebody_wrote(d, chat::status::bot);
  CHECK(d.call("DELETE", "/v1/conversations/" + id.text()).status == 403);
}

TEST_CASE("a call that changes something needs the header no foreign page can send", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", true));
  for (const auto& r : rest::routes()) {
    if (r.method != "GET") CHECK(d.call(r.method, r.pattern, "{}", {}).status == 403);
  }
}

TEST_CASE("a body of another kind than JSON is refused before anything is read", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", true));
  const auto post = [&](const char* type) {
    return d.call("POST", "/v1/people", "{}", {{"x-frontdesk", "1"}, {"content-type", type}});
  };
  CHECK(post("text/plain").status == 415);
  CHECK(post("application/jsonp").status == 415);
  CHECK(post("").status == 415);
  CHECK(post("Application/JSON;charset=utf-8").status == 400);  // read, and found wanting
  const auto path = "/v1/people/" + person_id::random().text() + "/reset";
  const net::fields bare{{"x-frontdesk", "1"}, {"content-type", ""}};
  CHECK(d.call("POST", path, "", bare).status == 404);  // no body, no kind
}

TEST_CASE("every answer says once that it is not to be kept", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", true));
  for (const auto& answer : {d.call("GET", "/v1/session"), d.call("DELETE", "/v1/session")}) {
    const auto said = std::count_if(answer.headers.begin(), answer.headers.end(), [](auto& h) {
      return h.first == "Cache-Control";
    });
    CHECK(said == 1);
  }
}

TEST_CASE("signing in sets a cookie that pages cannot read", "[rest]") {
  desk d;
  d.hire("ana", true);
  const auto in = d.call(
      "POST", "/v1/session", body({{"username", "ana"}, {"password", "correct horse battery"}})
  );
  REQUIRE(in.status == 200);
  CHECK(d.json(in).at("role") == "admin");
  const auto cookie = d.header(in, "Set-Cookie");
  CHECK_THAT(cookie, Contains("HttpOnly") && Contains("SameSite=Strict"));
  d.cookie = d.token_in(in);
  CHECK(d.json(d.call("GET", "/v1/session")).at("username") == "ana");
  CHECK(d.call("DELETE", "/v1/session").status == 204);
  CHECK(d.call("GET", "/v1/session").status == 401);
  CHECK(d.audited() == std::vector<std::string>{"login", "logout"});
}

TEST_CASE("a wrong password is refused and noted, a body that is none is a bad request", "[rest]") {
  desk d;
  const auto ana = d.hire("ana", true);
  const auto in = d.call("POST", "/v1/session", body({{"username", "ana"}, {"password", "x"}}));
  CHECK(in.status == 401);
  CHECK(d.header(in, "Set-Cookie").empty());
  CHECK(d.audited() == std::vector<std::string>{"login.failed"});
  CHECK(d.stored.kept().audits[0].about == ana.id.text());
  CHECK_FALSE(d.stored.kept().audits[0].who.has_value());
  d.call("POST", "/v1/session", body({{"username", "my secret"}, {"password", "x"}}));
  CHECK(d.stored.kept().audits[1].about.empty());
  CHECK(d.call("POST", "/v1/session", "nonsense").status == 400);
  CHECK(d.call("POST", "/v1/session", "{}").status == 400);
}

TEST_CASE("an admin invites somebody, who comes by the link", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", true));
  const auto made =
      d.call("POST", "/v1/people", body({{"name", "Ben"}, {"username", "ben"}, {"role", "staff"}}));
  REQUIRE(made.status == 201);
  const std::string link{d.json(made).at("link").as_string()};
  CHECK_THAT(link, Catch::StartsWith("http://desk.example/console/invite#"));
  d.cookie.clear();
  const auto token = link.substr(link.find('#') + 1);
  const auto in =
      d.call("POST", "/v1/invite", body({{"token", token}, {"password", "a long enough one"}}));
  REQUIRE(in.status == 200);
  CHECK(
      d.call(
           "POST", "/v1/invite", body({{"token", token}, {"password", "a long enough one"}})
      ).status == 410
  );
  d.cookie = d.token_in(in);
  CHECK(d.json(d.call("GET", "/v1/session")).at("name") == "Ben");
}

TEST_CASE("people are listed, changed and disabled", "[rest]") {
  desk d;
  const auto ana = d.hire("ana", true);
  const auto ben = d.hire("ben", false);
  d.sign_in_as(ana);
  CHECK(d.json(d.call("GET", "/v1/people")).at("items").as_array().size() == 2);
  const auto path = "/v1/people/" + ben.id.text();
  const auto changed = d.call("PATCH", path, body({{"name", "Benno"}, {"disabled", true}}));
  REQUIRE(changed.status == 200);
  CHECK(d.json(changed).at("name") == "Benno");
  CHECK(d.json(changed).at("disabled") == true);
  CHECK(d.call("PATCH", "/v1/people/" + ana.id.text(), body({{"disabled", true}})).status == 409);
  CHECK(d.call("PATCH", "/v1/people/nobody", "{}").status == 404);
  CHECK(d.call("POST", path + "/reset", "{}").status == 200);
  CHECK(
      d.audited() == std::vector<std::string>{"person.renamed", "person.disabled", "person.reset"}
  );
}

TEST_CASE("conversations are listed by status and read with an entry in the trail", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  const auto id = somebody_wrote(d, chat::status::closed);
  somebody_wrote(d, chat::status::waiting);
  CHECK(d.json(d.call("GET", "/v1/conversations")).at("items").as_array().size() == 2);
  const auto closed = d.json(d.call("GET", "/v1/conversations?status=closed"));
  REQUIRE(closed.at("items").as_array().size() == 1);
  CHECK(closed.at("items").at(0).at("id").as_string() == id.text());
  CHECK(d.call("GET", "/v1/conversations?status=odd").status == 400);
  CHECK(d.call("GET", "/v1/conversations?cursor=odd").status == 400);
  const auto one = d.call("GET", "/v1/conversations/" + id.text());
  REQUIRE(one.status == 200);
  CHECK(d.json(one).at("messages").at(0).at("text") == "does it hurt?");
  CHECK(d.header(one, "Cache-Control") == "no-store");
  CHECK(d.audited() == std::vector<std::string>{"conversation.read"});
}

TEST_CASE("a conversation whose reading cannot be noted is not shown", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  const auto id = somebody_wrote(d, chat::status::closed);
  d.stored.fail_after(3);  // login, person, read; then the trail fails
  const auto one = d.call("GET", "/v1/conversations/" + id.text());
  CHECK(one.status == 500);
  CHECK_THAT(one.body, !Contains("hurt"));
}

TEST_CASE("an admin erases a conversation for ever", "[rest]") {
  desk d;
  d.sign_in_as(d.hire("ana", true));
  const auto path = "/v1/conversations/" + somebody_wrote(d, chat::status::bot).text();
  CHECK(d.call("DELETE", path).status == 204);
  CHECK(d.call("GET", path).status == 410);
  CHECK(d.call("DELETE", "/v1/conversations/" + conversation_id::random().text()).status == 404);
}
