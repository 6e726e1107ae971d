// SPDX-License-Identifier: Apache-2.0
// What every store promises about calls that may be repeated.
#include "contract/world.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::store;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

// Nothing: it was the first under its key.
std::optional<once_record> begin(world& w, const std::string& key, const std::string& call = "x") {
  once_record what;
  what.key_hash = key;
  what.request_hash = call;
  what.at = w.time.now();
  return w.run(w->begin_once(what)).value();
}

}  // namespace

TEST_CASE("a call that was made gets its answer again, after a restart too", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  const auto began = w.time.now();
  CHECK_FALSE(begin(w, "key", "invite ben"));
  w.time.advance(minutes{1});
  CHECK(begin(w, "key")->answer.empty());  // it has not ended
  REQUIRE(w.run(w->end_once("key", "the answer")));
  w.reopen();
  const auto known = begin(w, "key", "invite eve");
  REQUIRE(known);
  CHECK(known->key_hash == "key");
  CHECK(known->request_hash == "invite ben");
  CHECK(known->at == began);
  CHECK(known->answer == "the answer");
}

TEST_CASE("a call that did nothing may be made again", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  CHECK_FALSE(begin(w, "key"));
  REQUIRE(w.run(w->forget_once("key")));
  CHECK_FALSE(begin(w, "key"));
  CHECK(w.run(w->forget_once("unknown")).has_value());
  CHECK(w.run(w->end_once("unknown", "late")).error() == errc::not_found);
}

TEST_CASE("of many who begin under one key at once, one is the first", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  once_record what;
  what.key_hash = "key";
  what.at = w.time.now();
  std::vector<std::optional<result<std::optional<once_record>>>> got(10);
  for (auto& g : got) w.start(w->begin_once(what), g);
  w.finish();
  CHECK(std::count_if(got.begin(), got.end(), [](const auto& g) { return !g->value(); }) == 1);
}

TEST_CASE("a call is forgotten after a day", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  CHECK_FALSE(begin(w, "key"));
  REQUIRE(w.run(w->end_once("key", "the answer")));
  w.time.advance(hours{23});
  CHECK(begin(w, "key"));
  w.time.advance(hours{1});
  CHECK_FALSE(begin(w, "key"));
}

TEST_CASE("when too many calls are remembered the oldest is forgotten", "[contract]") {
  world w{GENERATE(from_range(kinds()))};
  w.bounds.once_max = 3;
  w.reopen();
  for (const auto* key : {"a", "b", "c"}) {
    CHECK_FALSE(begin(w, key));
    w.time.advance(minutes{1});
  }
  CHECK(begin(w, "a"));  // a repeat takes no place
  CHECK_FALSE(begin(w, "d"));
  for (const auto* key : {"b", "c", "d"}) CHECK(begin(w, key));
  CHECK_FALSE(begin(w, "a"));
}
