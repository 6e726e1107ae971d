// SPDX-License-Identifier: Apache-2.0
// Whether a login stands, as the gate of REST and the open consoles ask.
#include "unit/app/desk.hpp"

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

error_code standing(desk& d, const std::string& token, bool active = true) {
  const auto who = d.run(d.people.check(token, active));
  return who ? error_code{} : who.error();
}

}  // namespace

TEST_CASE("without a login, or with somebody else's words, nobody is in", "[logins]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  CHECK_FALSE(standing(d, d.cookie));
  CHECK(standing(d, "") == errc::unauthorized);
  CHECK(standing(d, "a guess") == errc::unauthorized);
  CHECK(standing(d, token_hash(d.cookie)) == errc::unauthorized);  // what the store has is no key
}

TEST_CASE("signing out ends one login, not the one on the other machine", "[logins]") {
  desk d;
  const auto ana = d.hire("ana", false);
  d.sign_in_as(ana);
  const auto one = d.cookie;
  d.sign_in_as(ana);
  REQUIRE(d.run(d.people.sign_out(one, ana.id)));
  CHECK(standing(d, one) == errc::unauthorized);
  CHECK_FALSE(standing(d, d.cookie));
}

TEST_CASE("a login does not outlive the right to it", "[logins]") {
  desk d;
  auto ana = d.hire("ana", false);
  d.sign_in_as(ana);
  SECTION("disabled by the command line, beside the server") { ana.disabled = true; }
  SECTION("without a password any more") { ana.password.clear(); }
  ++ana.version;
  REQUIRE(d.run(d.stored.put_person(ana)));
  CHECK(standing(d, d.cookie) == errc::unauthorized);
}

TEST_CASE("a login says the role and the name of now", "[logins]") {
  desk d;
  auto ana = d.hire("ana", true);
  d.sign_in_as(ana);
  ana.admin = false;
  ana.name = "Ana Ruiz Vega";
  ++ana.version;
  REQUIRE(d.run(d.stored.put_person(ana)));
  const auto who = d.run(d.people.check(d.cookie, true)).value();
  CHECK_FALSE(who.admin);
  CHECK(who.name == "Ana Ruiz Vega");
}

TEST_CASE("being active is written down at most once a minute", "[logins]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  const auto seen = [&] { return d.stored.kept().logins.at(token_hash(d.cookie)).seen_at; };
  const auto came = d.time.now();
  d.time.advance(seconds{59});
  CHECK_FALSE(standing(d, d.cookie));
  CHECK(seen() == came);
  d.time.advance(seconds{1});
  CHECK_FALSE(standing(d, d.cookie, false));
  CHECK(seen() == came);  // a mere look
  CHECK_FALSE(standing(d, d.cookie));
  CHECK(seen() == d.time.now());
}

TEST_CASE("a login that has run out is removed from the store", "[logins]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  d.time.advance(hours{13});
  CHECK(standing(d, d.cookie) == errc::unauthorized);
  CHECK(d.stored.kept().logins.empty());
}

TEST_CASE("a store that fails is no reason to call somebody a stranger", "[logins]") {
  desk d;
  d.sign_in_as(d.hire("ana", false));
  d.time.advance(minutes{5});
  const int good_calls = GENERATE(0, 1, 2);
  d.stored.fail_after(good_calls);
  CHECK(standing(d, d.cookie) == errc::storage);
}
