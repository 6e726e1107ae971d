// SPDX-License-Identifier: Apache-2.0
#include "unit/app/desk.hpp"

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr const char* password = "correct horse battery";

result<signed_in> sign_in(desk& d, const std::string& name, const std::string& word) {
  return d.run(d.people.sign_in(name, word, "203.0.113.7"));
}

new_person ana_ruiz() {
  new_person who;
  who.name = "Ana Ruiz";
  who.username = "ana";
  return who;
}

}  // namespace

TEST_CASE("whoever knows the password comes in, whatever the capitals of the name", "[accounts]") {
  desk d;
  const auto ana = d.hire("ana", false);
  const auto in = sign_in(d, " Ana ", password);
  REQUIRE(in.has_value());
  const auto who = d.run(d.people.check(in->token, true)).value();
  CHECK(who.id == ana.id);
  CHECK_FALSE(who.admin);
  CHECK(d.run(d.people.people()).value()[0].last_login == d.time.now());
}

TEST_CASE("a wrong password, an unknown and a disabled user get one answer", "[accounts]") {
  desk d;
  d.hire("ana", true);
  auto ben = d.hire("ben", false);
  ben.disabled = true;
  ben.version = 2;
  REQUIRE(d.run(d.stored.put_person(ben)));
  CHECK(sign_in(d, "ana", "wrong").error() == errc::unauthorized);
  CHECK(sign_in(d, "nobody", password).error() == errc::unauthorized);
  CHECK(sign_in(d, "ben", password).error() == errc::unauthorized);
  CHECK(sign_in(d, "", password).error() == errc::unauthorized);
}

TEST_CASE("guessing is slowed down per name and per address", "[accounts]") {
  desk d;
  d.bounds.login_burst = 3;
  accounts slow{d.stored, d.pool, d.bounds, d.time};
  const auto guess = [&](const std::string& name, const std::string& address) {
    return d.run(slow.sign_in(name, "guess", address)).error();
  };
  for (const auto* address : {"a", "b", "c"}) CHECK(guess("ana", address) == errc::unauthorized);
  CHECK(guess("ana", "d") == errc::rate_limited);
  for (const auto* name : {"ben", "eve", "bob"}) CHECK(guess(name, "e") == errc::unauthorized);
  CHECK(guess("joe", "e") == errc::rate_limited);
  d.time.advance(minutes{1});
  CHECK(guess("ana", "d") == errc::unauthorized);
}

TEST_CASE("a login ends when nobody does anything, and in any case after a shift", "[accounts]") {
  desk d;
  d.hire("ana", false);
  const auto idle = sign_in(d, "ana", password)->token;
  d.time.advance(minutes{31});
  CHECK(d.run(d.people.check(idle, true)).error() == errc::unauthorized);
  const auto busy = sign_in(d, "ana", password)->token;
  for (auto passed = minutes{0}; passed < hours{12}; passed += minutes{20}) {
    CHECK(d.run(d.people.check(busy, true)).has_value());
    d.time.advance(minutes{20});
  }
  d.time.advance(minutes{1});
  CHECK(d.run(d.people.check(busy, true)).error() == errc::unauthorized);
}

TEST_CASE("merely looking does not keep a login alive", "[accounts]") {
  desk d;
  d.hire("ana", false);
  const auto token = sign_in(d, "ana", password)->token;
  for (int i = 0; i < 6; ++i) {
    d.time.advance(minutes{5});
    CHECK(d.run(d.people.check(token, false)).has_value());
  }
  d.time.advance(minutes{1});
  CHECK(d.run(d.people.check(token, false)).error() == errc::unauthorized);
}

TEST_CASE("the first admin comes by a link, once", "[accounts]") {
  desk d;
  const auto link = d.run(d.people.first_admin_link()).value().value();
  const auto who = ana_ruiz();
  CHECK(d.run(d.people.make_first_admin(link, who, "short")).error() == errc::bad_request);
  const auto in = d.run(d.people.make_first_admin(link, who, password));
  REQUIRE(in.has_value());
  CHECK(in->who.admin);
  CHECK(d.run(d.people.make_first_admin(link, who, password)).error() == errc::gone);
  CHECK_FALSE(d.run(d.people.first_admin_link()).value().has_value());
}

TEST_CASE("two links for the first admin do not make two", "[accounts]") {
  desk d;
  const auto one = d.run(d.people.first_admin_link()).value().value();
  const auto two = d.run(d.people.first_admin_link()).value().value();
  auto who = ana_ruiz();
  REQUIRE(d.run(d.people.make_first_admin(one, who, password)).has_value());
  who.username = "eve";
  CHECK(d.run(d.people.make_first_admin(two, who, password)).error() == errc::gone);
}

TEST_CASE("somebody invited chooses a password by a link, once and in time", "[accounts]") {
  desk d;
  const auto who = ana_ruiz();
  const auto made = d.run(d.people.invite(who, std::nullopt)).value();
  CHECK(sign_in(d, "ana", "").error() == errc::unauthorized);
  CHECK(d.run(d.people.make_first_admin(made.link_token, who, password)).error() == errc::gone);
  REQUIRE(d.run(d.people.choose_password(made.link_token, password)).has_value());
  CHECK(d.run(d.people.choose_password(made.link_token, password)).error() == errc::gone);
  CHECK(sign_in(d, "ana", password).has_value());
  const auto late = d.run(d.people.reset(made.who.id, std::nullopt)).value();
  d.time.advance(hours{73});
  CHECK(d.run(d.people.choose_password(late.link_token, password)).error() == errc::gone);
}

TEST_CASE("a new password ends all other logins", "[accounts]") {
  desk d;
  const auto ana = d.hire("ana", false);
  const auto other = sign_in(d, "ana", password)->token;
  const std::string next = "another long one";
  const auto wrong = d.run(d.people.change_password(ana.id, "wrong", next));
  CHECK(wrong.error() == errc::unauthorized);
  const auto mine = d.run(d.people.change_password(ana.id, password, next));
  REQUIRE(mine.has_value());
  CHECK(d.run(d.people.check(other, true)).error() == errc::unauthorized);
  CHECK(d.run(d.people.check(mine->token, true)).has_value());
  CHECK(sign_in(d, "ana", password).error() == errc::unauthorized);
}

TEST_CASE("who is made staff or disabled is signed out at once", "[accounts]") {
  desk d;
  d.hire("root", true);
  const auto ana = d.hire("ana", true);
  const auto token = sign_in(d, "ana", password)->token;
  person_change what;
  what.admin = false;
  REQUIRE(d.run(d.people.change(ana.id, what, std::nullopt)).has_value());
  CHECK(d.run(d.people.check(token, true)).error() == errc::unauthorized);
}

TEST_CASE("the last admin can be neither disabled nor made staff", "[accounts]") {
  desk d;
  const auto ana = d.hire("ana", true);
  d.hire("ben", false);
  person_change disable, demote;
  disable.disabled = true;
  demote.admin = false;
  CHECK(d.run(d.people.change(ana.id, disable, std::nullopt)).error() == errc::conflict);
  CHECK(d.run(d.people.change(ana.id, demote, std::nullopt)).error() == errc::conflict);
}

TEST_CASE("whichever call of the store fails, signing in works or says so", "[accounts]") {
  for (int good_calls = 0; good_calls < 6; ++good_calls) {
    desk d;
    d.hire("ana", false);
    d.stored.fail_after(good_calls);
    const auto in = sign_in(d, "ana", password);
    d.stored.fail_after(-1);
    if (in) CHECK(d.run(d.people.check(in->token, true)).has_value());
    if (!in) CHECK(in.error() == errc::storage);
  }
}

TEST_CASE("a user name is lower case and plain", "[accounts]") {
  CHECK(user_name(" Ana.Ruiz@Clinic.example ") == "ana.ruiz@clinic.example");
  for (const auto* bad :
       {"",
        " ",
        "a",
        "ana ruiz",
        "a\xc3\xb1"
        "a",
        "ana\n",
        "<b>"}) {
    CHECK_FALSE(user_name(bad).has_value());
  }
}
