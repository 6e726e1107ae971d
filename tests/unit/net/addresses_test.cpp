// SPDX-License-Identifier: Apache-2.0
#include "net/addresses.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::net;
using namespace std::chrono_literals;

namespace {

const time_point start = *from_iso("2026-03-10T12:00:00Z");
http_request from(std::string peer, fields headers) {
  http_request r;
  r.peer = std::move(peer);
  r.headers = std::move(headers);
  return r;
}

}  // namespace

TEST_CASE("an address has so many connections at once", "[addresses]") {
  limits bounds;
  bounds.connections_per_address_max = 2;
  address_guard guard{bounds};
  CHECK(guard.enter("a", start));
  CHECK(guard.enter("a", start));
  CHECK_FALSE(guard.enter("a", start));
  CHECK(guard.enter("b", start));
  guard.leave("a");
  CHECK(guard.enter("a", start));
}

TEST_CASE("an address opens so many in a time, and is forgotten when it is calm", "[addresses]") {
  limits bounds;
  bounds.address_connects_burst = 3;
  bounds.address_connects_per_s = 1;
  address_guard guard{bounds};
  for (int i = 0; i < 3; ++i) {
    CHECK(guard.enter("a", start));
    guard.leave("a");
  }
  CHECK_FALSE(guard.enter("a", start));
  CHECK(guard.enter("a", start + 1s));
  guard.leave("a");
  guard.tidy(start + 2s);
  CHECK(guard.size() == 1);
  guard.tidy(start + 10s);
  CHECK(guard.size() == 0);
}

TEST_CASE("a household with many IPv6 addresses counts as one", "[addresses]") {
  CHECK(household("2001:db8:1:2:aaaa::1") == household("2001:db8:1:2:bbbb::2"));
  CHECK(household("2001:db8:1:3::1") != household("2001:db8:1:2::1"));
  CHECK(household("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(household("192.0.2.7") == "192.0.2.7");
}

TEST_CASE("only a trusted proxy is believed about where a request comes from", "[addresses]") {
  const trusted_proxies proxies{{"10.0.0.1", "10.0.0.2"}};
  const fields said{
      {"x-forwarded-for", "203.0.113.9, 198.51.100.7, 10.0.0.2"}, {"x-forwarded-proto", "https"}};
  auto believed = from("10.0.0.1", said);
  proxies.apply(believed);
  CHECK(believed.peer == "198.51.100.7");  // what stands before it, the visitor may have made up
  CHECK(believed.secure);
  auto stranger = from("192.0.2.1", said);
  proxies.apply(stranger);
  CHECK(stranger.peer == "192.0.2.1");
  CHECK_FALSE(stranger.secure);
  auto nonsense = from("10.0.0.1", {{"x-forwarded-for", "me, myself"}});
  proxies.apply(nonsense);
  CHECK(nonsense.peer == "10.0.0.1");
}

TEST_CASE(
    "the chat opens on listed pages and our own, the console only on our own", "[addresses]"
) {
  const origin_policy policy{{"https://Clinic.example/", "https://www.clinic.example"}};
  const auto page = [](std::string origin) {
    return from("192.0.2.1", {{"host", "chat.clinic.example"}, {"origin", std::move(origin)}});
  };
  CHECK(policy.allows(page("https://clinic.example"), true));
  CHECK(policy.allows(page("https://chat.clinic.example"), true));
  CHECK_FALSE(policy.allows(page("https://clinic.example.evil"), true));
  CHECK_FALSE(policy.allows(page("http://clinic.example"), true));
  CHECK_FALSE(policy.allows(page("null"), true));
  CHECK_FALSE(policy.allows(page("https://clinic.example"), false));
  CHECK(policy.allows(page("https://chat.clinic.example"), false));
  CHECK(policy.allows(from("192.0.2.1", {{"host", "chat.clinic.example"}}), false));
}

TEST_CASE("a bucket gives what it has, then says when there is more", "[addresses]") {
  token_bucket bucket{2, 0.5, start};
  CHECK(bucket.take(start));
  CHECK(bucket.take(start));
  CHECK_FALSE(bucket.take(start));
  CHECK(bucket.retry_after() >= 2000ms);
  CHECK_FALSE(bucket.take(start - 1h));  // a clock that is set back gives nothing
  CHECK(bucket.take(start + 2s));
}
