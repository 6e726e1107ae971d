// SPDX-License-Identifier: Apache-2.0
#include "server/desk.hpp"

#include <catch2/catch.hpp>

using test::ask;
using test::desk;

TEST_CASE("whoever operates it can ask how it is", "[server]") {
  CHECK(ask(desk().port(), "GET", "/healthz").status == 200);
  CHECK(ask(desk().port(), "GET", "/readyz").status == 200);
  const auto metrics = ask(desk().port(), "GET", "/metrics");
  CHECK(metrics.body.find("\nfrontdesk_connections 1\n") != std::string::npos);
}

TEST_CASE("an unknown address is a problem document with safe headers", "[server]") {
  const auto a = ask(desk().port(), "GET", "/v1/nothing");
  CHECK(a.status == 404);
  CHECK(a.headers.at("content-type") == "application/problem+json");
  CHECK(a.headers.at("x-content-type-options") == "nosniff");
  CHECK(
      a.headers.at("content-security-policy").find("frame-ancestors 'none'") != std::string::npos
  );
  CHECK(a.json().at("status").as_int64() == 404);
}

TEST_CASE("HEAD has the headers of GET and no body", "[server]") {
  const auto a = ask(desk().port(), "HEAD", "/healthz");
  CHECK(a.status == 200);
  CHECK(a.headers.at("content-length") == "3");
  CHECK(a.body.empty());
}

TEST_CASE("headers and bodies over the limit are refused with their own status", "[server]") {
  const std::string big(20'000, 'x');
  CHECK(ask(desk().port(), "GET", "/healthz", {{"X-Big", big}}).status == 431);
  const std::string body(1'000'000, 'x');
  CHECK(ask(desk().port(), "POST", "/v1/session", {{"X-Frontdesk", "1"}}, body).status == 413);
}

TEST_CASE("pages come compressed, and not again when they have not changed", "[server]") {
  const auto page = ask(desk().port(), "GET", "/frontdesk.js", {{"Accept-Encoding", "gzip, br"}});
  if (page.status == 404) return;  // built without the pages
  CHECK(page.headers.at("content-encoding") == "br");
  CHECK(page.headers.at("access-control-allow-origin") == "*");
  CHECK(page.headers.at("cross-origin-resource-policy") == "cross-origin");
  const auto etag = page.headers.at("etag");
  CHECK(ask(desk().port(), "GET", "/frontdesk.js", {{"If-None-Match", etag}}).status == 304);
  const auto console = ask(desk().port(), "GET", "/console/requests");
  CHECK(console.status == 200);
  CHECK(console.headers.at("content-type").starts_with("text/html"));
}
