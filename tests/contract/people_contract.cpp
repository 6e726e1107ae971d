// SPDX-License-Identifier: Apache-2.0
// What every store promises about people, links, logins, revisions and the audit trail.
#include "contract/world.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::store;

namespace {

person_record somebody(const std::string& username) {
  person_record p;
  p.id = person_id::random();
  p.name = "Ana Ruiz";
  p.username = username;
  p.version = 1;
  return p;
}

revision_record a_revision(world& w, std::string files) {
  revision_record r;
  r.at = w.time.now();
  r.note = "prices of spring";
  r.summary = "facts: price";
  r.files = std::move(files);
  return r;
}

}  // namespace

TEST_CASE("a person is kept with all that is known of them", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  auto ana = somebody("ana");
  ana.admin = true;
  ana.password = "$argon2id$...";
  ana.last_login = w.time.now();
  REQUIRE(w.run(w->put_person(ana)));
  w.reopen();
  const auto all = w.run(w->people()).value();
  REQUIRE(all.size() == 1);
  CHECK(all[0].id == ana.id);
  CHECK(all[0].name == "Ana Ruiz");
  CHECK(all[0].admin);
  CHECK(all[0].password == ana.password);
  CHECK(all[0].last_login == ana.last_login);
  CHECK_FALSE(all[0].disabled);
}

TEST_CASE("a user name is given once, whatever its capitals", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  REQUIRE(w.run(w->put_person(somebody("ana"))));
  CHECK(w.run(w->put_person(somebody("ana"))).error() == errc::conflict);
  CHECK(w.run(w->put_person(somebody("Ana"))).error() == errc::conflict);
  CHECK(w.run(w->people()).value().size() == 1);
}

TEST_CASE("of two who change a person at once, one wins", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  auto ana = somebody("ana");
  REQUIRE(w.run(w->put_person(ana)));
  auto one = ana, other = ana;
  one.version = other.version = 2;
  one.name = "Ana One";
  REQUIRE(w.run(w->put_person(one)));
  CHECK(w.run(w->put_person(other)).error() == errc::conflict);
  CHECK(w.run(w->people()).value()[0].name == "Ana One");
}

TEST_CASE("a link works once and not after its time", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  link_record link;
  link.token_hash = "hash";
  link.person = person_id::random();
  link.expires_at = w.time.now() + std::chrono::hours{1};
  REQUIRE(w.run(w->put_link(link)));
  w.reopen();
  CHECK(w.run(w->use_link("hash", w.time.now())).value().person == link.person);
  CHECK(w.run(w->use_link("hash", w.time.now())).error() == errc::gone);
  REQUIRE(w.run(w->put_link(link)));
  CHECK(w.run(w->use_link("hash", link.expires_at)).error() == errc::gone);
  CHECK(w.run(w->use_link("other", w.time.now())).error() == errc::gone);
}

TEST_CASE("of many who use one link at once, one gets it", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  link_record link;
  link.token_hash = "hash";
  link.expires_at = w.time.now() + std::chrono::hours{1};
  REQUIRE(w.run(w->put_link(link)));
  std::vector<std::optional<result<link_record>>> got(10);
  for (auto& g : got) w.start(w->use_link("hash", w.time.now()), g);
  w.finish();
  CHECK(std::count_if(got.begin(), got.end(), [](const auto& g) { return g->has_value(); }) == 1);
}

TEST_CASE("a login lasts until it ends, alone or with all of its person", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  login_record one, two;
  one.token_hash = "one", two.token_hash = "two";
  one.person = two.person = person_id::random();
  one.created_at = two.created_at = one.seen_at = two.seen_at = w.time.now();
  REQUIRE(w.run(w->put_login(one)));
  REQUIRE(w.run(w->put_login(two)));
  one.seen_at += std::chrono::minutes{5};
  REQUIRE(w.run(w->put_login(one)));
  w.reopen();
  CHECK(w.run(w->find_login("one")).value().seen_at == one.seen_at);
  REQUIRE(w.run(w->end_login("one")));
  CHECK(w.run(w->find_login("one")).error() == errc::not_found);
  REQUIRE(w.run(w->end_logins_of(two.person)));
  CHECK(w.run(w->find_login("two")).error() == errc::not_found);
}

TEST_CASE("revisions are numbered in a row, and the second of two is told", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const std::string large(100'000, 'x');
  CHECK(w.run(w->revision(0)).error() == errc::not_found);
  CHECK(w.run(w->add_revision(a_revision(w, "{}"), 0)).value() == 1);
  CHECK(w.run(w->add_revision(a_revision(w, large), 1)).value() == 2);
  CHECK(w.run(w->add_revision(a_revision(w, "{}"), 1)).error() == errc::conflict);
  w.reopen();
  CHECK(w.run(w->revision(1)).value().files == "{}");
  CHECK(w.run(w->revision(0)).value().files == large);
  CHECK(w.run(w->revision(0)).value().number == 2);
  CHECK(w.run(w->revision(0)).value().summary == "facts: price");
  CHECK(w.run(w->revision(3)).error() == errc::not_found);
}

TEST_CASE("revisions are listed newest first, without their files", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  for (long n = 0; n < 5; ++n) REQUIRE(w.run(w->add_revision(a_revision(w, "{}"), n)));
  const auto first = w.run(w->revisions("", 3)).value();
  REQUIRE(first.items.size() == 3);
  CHECK(first.items[0].number == 5);
  CHECK(first.items[0].note == "prices of spring");
  CHECK(first.items[0].summary == "facts: price");
  CHECK(first.items[0].files.empty());
  const auto rest = w.run(w->revisions(first.next, 3)).value();
  CHECK(rest.items.size() == 2);
  CHECK(rest.next.empty());
  CHECK(w.run(w->revisions("x", 3)).error() == errc::bad_request);
}

TEST_CASE("the audit trail keeps who did what, newest first", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  audit_record entry;
  entry.who = person_id::random();
  for (const auto* what : {"login", "conversation.read", "conversation.erased"}) {
    entry.at = w.time.now();
    entry.what = what;
    entry.about = "about " + entry.what;
    REQUIRE(w.run(w->audit(entry)));
  }
  const auto first = w.run(w->audits("", 2)).value();
  REQUIRE(first.items.size() == 2);
  CHECK(first.items[0].what == "conversation.erased");
  CHECK(first.items[0].who == entry.who);
  const auto rest = w.run(w->audits(first.next, 2)).value();
  CHECK(rest.items.at(0).about == "about login");
  CHECK(rest.next.empty());
  CHECK(w.run(w->audits("x", 2)).error() == errc::bad_request);
}

TEST_CASE("what a call does and what the trail says of it are one", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const auto say = [&w](const char* what) {
    return trail{{w.time.now(), person_id::random(), what, "about"}};
  };
  std::vector<std::string> wanted;
  const auto done = [&](const auto& outcome, const char* what) {
    INFO(what);
    CHECK(outcome.has_value());
    wanted.insert(wanted.begin(), what);
  };
  const auto ana = somebody("ana");
  done(w.run(w->put_person(ana, say("person"))), "person");
  CHECK(w.run(w->put_person(ana, say("the same again"))).error() == errc::conflict);
  const link_record link{"link", ana.id, w.time.now()};
  done(w.run(w->put_link(link, say("link"))), "link");
  const login_record login{"login", ana.id, w.time.now(), w.time.now()};
  done(w.run(w->put_login(login, say("login"))), "login");
  done(w.run(w->end_login("login", say("logout"))), "logout");
  done(w.run(w->add_revision(a_revision(w, "{}"), 0, say("revision"))), "revision");
  CHECK(w.run(w->add_revision(a_revision(w, "{}"), 0, say("late"))).error() == errc::conflict);

  talk t{w.time};
  auto turn = t.next();
  turn.noted = say("turn");
  done(append(w, turn), "turn");
  turn.noted = say("the same turn");
  CHECK(append(w, turn).error() == errc::conflict);
  done(w.run(w->erase(t.id, say("erased"))), "erased");
  CHECK(w.run(w->erase(conversation_id::random(), say("x"))).error() == errc::not_found);

  w.reopen();
  std::vector<std::string> found;
  for (const auto& entry : w.run(w->audits("", 100)).value().items) found.push_back(entry.what);
  CHECK(found == wanted);
}
