// SPDX-License-Identifier: Apache-2.0
// Who is at the desk, and who takes waiting visitors.
#include "app/presence.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::app;

namespace {

chat::person person(const std::string& name) { return {person_id::random(), name}; }

}  // namespace

TEST_CASE("whoever opens a console is there and takes visitors", "[presence]") {
  presence_list here;
  const auto ana = person("Ana");
  CHECK_FALSE(here.anybody());
  here.came(ana);
  CHECK(here.online(ana.id));
  CHECK(here.available(ana.id));
  CHECK(here.anybody());
}

TEST_CASE("who closes one of two consoles is still there", "[presence]") {
  presence_list here;
  const auto ana = person("Ana");
  here.came(ana);
  here.came(ana);
  CHECK(here.list().size() == 1);
  here.left(ana.id);
  CHECK(here.anybody());
  here.left(ana.id);
  CHECK_FALSE(here.anybody());
  CHECK_FALSE(here.available(ana.id));
  CHECK(here.list().empty());
}

TEST_CASE("who does not take visitors is there, also after a reload", "[presence]") {
  presence_list here;
  const auto ana = person("Ana");
  here.came(ana);
  here.set_available(ana.id, false);
  CHECK(here.online(ana.id));
  CHECK_FALSE(here.anybody());
  here.left(ana.id);
  here.came(ana);
  CHECK_FALSE(here.available(ana.id));
  here.set_available(ana.id, true);
  CHECK(here.anybody());
}

TEST_CASE("who was never there can neither leave nor take visitors", "[presence]") {
  presence_list here;
  const auto ana = person("Ana");
  here.left(ana.id);
  here.set_available(ana.id, true);
  CHECK_FALSE(here.online(ana.id));
  CHECK_FALSE(here.anybody());
  here.came(ana);
  here.left(ana.id);
  here.left(ana.id);  // once too often
  here.came(ana);
  CHECK(here.online(ana.id));
}

TEST_CASE("everybody who is there is listed by name, as they are called now", "[presence]") {
  presence_list here;
  const auto ben = person("Ben");
  auto ana = person("Zoe");
  here.came(ben);
  here.came(ana);
  ana.name = "Ana";  // renamed, and the console opened again
  here.came(ana);
  const auto all = here.list();
  REQUIRE(all.size() == 2);
  CHECK(all[0].who.name == "Ana");
  CHECK(all[1].who.name == "Ben");
}
