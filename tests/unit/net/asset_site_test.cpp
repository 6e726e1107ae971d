// SPDX-License-Identifier: Apache-2.0
#include "net/asset_site.hpp"

#include "net/http_session.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace frontdesk;
using namespace frontdesk::net;

namespace {

constexpr std::array pages{
    asset{"console/assets/index-B3xY9.js", "text/javascript", "\"1\"", "js", "gz", "br", true},
    asset{"console/index.html", "text/html; charset=utf-8", "\"2\"", "console", "", "", false},
    asset{"demo/demo.css", "text/css", "\"3\"", "css", "", "", false},
    asset{"demo/index.html", "text/html; charset=utf-8", "\"4\"", "demo", "", "", false},
    asset{"frontdesk.js", "text/javascript", "\"5\"", "widget", "gz", "br", false}};

std::optional<http_response> get(std::string path, fields headers = {}) {
  http_request r;
  r.path = std::move(path);
  r.headers = std::move(headers);
  return asset_site{pages}.answer(r);
}
std::string header(const http_response& r, std::string_view name) {
  for (const auto& [key, value] : r.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

TEST_CASE("the demo page stands at the top and the console finds its own way", "[pages]") {
  CHECK(get("/")->fixed == "demo");
  CHECK(get("/demo.css")->fixed == "css");
  for (const char* path : {"/console", "/console/", "/console/c/0123", "/console/first-admin"}) {
    CHECK(get(path)->fixed == "console");
  }
  CHECK_FALSE(get("/console/assets/gone-1234.js"));
  CHECK_FALSE(get("/nothing"));
}

TEST_CASE("each browser gets the smallest encoding that it understands", "[pages]") {
  CHECK(get("/frontdesk.js")->fixed == "widget");
  CHECK(get("/frontdesk.js", {{"accept-encoding", "gzip, deflate"}})->fixed == "gz");
  CHECK(get("/frontdesk.js", {{"accept-encoding", "gzip, deflate, br;q=0.9"}})->fixed == "br");
  CHECK(get("/frontdesk.js", {{"accept-encoding", "br;q=0, gzip"}})->fixed == "gz");
  CHECK(get("/console", {{"accept-encoding", "br"}})->fixed == "console");
}

TEST_CASE("what has not changed is not sent again", "[pages]") {
  const auto same = get("/frontdesk.js", {{"if-none-match", "W/\"0\", \"5\""}});
  CHECK(same->status == 304);
  CHECK(same->fixed.empty());
  CHECK(get("/frontdesk.js", {{"if-none-match", "\"6\""}})->status == 200);
}

TEST_CASE("hashed names are kept for ever and everything else is asked for", "[pages]") {
  CHECK(
      header(*get("/console/assets/index-B3xY9.js"), "Cache-Control").find("immutable") !=
      std::string::npos
  );
  CHECK(header(*get("/frontdesk.js"), "Cache-Control") == "no-cache");
}

TEST_CASE("the widget may be loaded by any page and the console by none", "[pages]") {
  CHECK(header(*get("/frontdesk.js"), "Cross-Origin-Resource-Policy") == "cross-origin");
  const auto console = head_of(*get("/console"), true, true, time_point{});
  CHECK(console.find("Cross-Origin-Resource-Policy: same-origin\r\n") != std::string::npos);
  CHECK(console.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(console.find("Strict-Transport-Security") != std::string::npos);
}

TEST_CASE("a head has length, date and the end of headers", "[pages]") {
  http_response r{200};
  r.body = "hello";
  const auto now = *from_iso("2026-03-10T13:30:07Z");
  const auto head = head_of(r, false, false, now);
  CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(head.find("Content-Length: 5\r\n") != std::string::npos);
  CHECK(head.find("Date: Tue, 10 Mar 2026 13:30:07 GMT\r\n") != std::string::npos);
  CHECK(head.find("Connection: close\r\n") != std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
}
