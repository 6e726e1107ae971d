// SPDX-License-Identifier: Apache-2.0
#include "net/http.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk::net;

namespace {

http_handler nothing() {
  return
      [](http_request) -> boost::asio::awaitable<http_response> { co_return http_response{204}; };
}
http_request asked(std::string method, std::string_view target) {
  http_request r;
  r.method = std::move(method);
  REQUIRE(read_target(target, r));
  return r;
}

}  // namespace

TEST_CASE("a route takes its variable segments out of the path", "[http]") {
  router routes;
  routes.add("POST", "/v1/people/{id}/reset", nothing());
  auto request = asked("POST", "/v1/people/a%20b/reset");
  http_response refusal;
  CHECK(routes.find(request, refusal) != nullptr);
  CHECK(request.ids == std::vector<std::string>{"a b"});
}

TEST_CASE("an unknown address is 404 and a wrong method is 405 with what is allowed", "[http]") {
  router routes;
  routes.add("GET", "/v1/rules", nothing());
  routes.add("PUT", "/v1/rules", nothing());
  http_response refusal;
  auto elsewhere = asked("GET", "/v1/rule");
  CHECK(routes.find(elsewhere, refusal) == nullptr);
  CHECK(refusal.status == 404);
  auto wrong = asked("DELETE", "/v1/rules");
  CHECK(routes.find(wrong, refusal) == nullptr);
  CHECK(refusal.status == 405);
  CHECK(refusal.headers.back() == std::pair<std::string, std::string>{"Allow", "GET, PUT"});
}

TEST_CASE("an empty variable segment is no segment", "[http]") {
  router routes;
  routes.add("GET", "/v1/people/{id}", nothing());
  http_response refusal;
  auto request = asked("GET", "/v1/people/");
  CHECK(routes.find(request, refusal) == nullptr);
}

TEST_CASE("a query is decoded and a bad percent sequence is refused", "[http]") {
  const auto request = asked("GET", "/v1/conversations?status=waiting&cursor=a%2Bb+c&flag");
  CHECK(request.path == "/v1/conversations");
  CHECK(request.param("status") == "waiting");
  CHECK(request.param("cursor") == "a+b c");
  CHECK(request.param("flag") == "");
  CHECK_FALSE(request.param("other"));
  http_request bad;
  for (const char* target : {"/a?b=%", "/a?b=%4", "/a?b=%zz", "/a?b=%00", "/a?b=%ff", "a", ""}) {
    CHECK_FALSE(read_target(target, bad));
  }
  CHECK_FALSE(read_target(std::string_view{"/a?b=\0c", 8}, bad));
}

TEST_CASE("cookies are read by name", "[http]") {
  http_request request;
  read_cookies("a=1; frontdesk_session=x=y;; lonely; b=", request.cookies);
  CHECK(request.cookie("a") == "1");
  CHECK(request.cookie("frontdesk_session") == "x=y");
  CHECK(request.cookie("b") == "");
  CHECK_FALSE(request.cookie("lonely"));
}

TEST_CASE("a problem is a JSON object whose sentence is escaped", "[http]") {
  const auto p = problem(422, R"(a "quoted" sentence)", R"("findings":[])");
  CHECK(
      p.body == R"({"type":"about:blank","title":"Unprocessable Content","status":422,)"
                R"("detail":"a \"quoted\" sentence","findings":[]})"
  );
}
