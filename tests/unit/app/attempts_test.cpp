// SPDX-License-Identifier: Apache-2.0
// How often a password may be guessed.
#include "app/attempts.hpp"

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::app;
using std::chrono::seconds;

namespace {

struct a_door {
  a_door() {
    bounds.login_burst = 3;
    bounds.login_per_s = 0.125;  // one every eight seconds
  }
  limits bounds;
  manual_clock time{time_point{}};
};

// How many of `tries` are let through.
int taken(attempts& door, const std::string& key, int tries) {
  int let = 0;
  for (int i = 0; i < tries; ++i) let += door.take(key) ? 1 : 0;
  return let;
}

}  // namespace

TEST_CASE("a few tries at once, then one now and then", "[attempts]") {
  a_door d;
  attempts door{d.bounds, d.time};
  CHECK(taken(door, "ana", 10) == 3);
  d.time.advance(seconds{7});
  CHECK(taken(door, "ana", 10) == 0);
  d.time.advance(seconds{1});
  CHECK(taken(door, "ana", 10) == 1);
  d.time.advance(seconds{3600});
  CHECK(taken(door, "ana", 10) == 3);  // a long rest saves up no more than the burst
}

TEST_CASE("each name and each address has its own", "[attempts]") {
  a_door d;
  attempts door{d.bounds, d.time};
  CHECK(taken(door, "name ana", 10) == 3);
  CHECK(taken(door, "name ben", 10) == 3);
  CHECK(taken(door, "address ana", 10) == 3);
}

TEST_CASE("what succeeded does not count", "[attempts]") {
  a_door d;
  attempts door{d.bounds, d.time};
  CHECK(taken(door, "ana", 2) == 2);
  door.forgive("ana");
  CHECK(taken(door, "ana", 10) == 3);
  door.forgive("nobody");
}

TEST_CASE("those who have rested are forgotten first", "[attempts]") {
  a_door d;
  d.bounds.login_buckets_max = 2;
  attempts door{d.bounds, d.time};
  CHECK(taken(door, "rested", 3) == 3);
  d.time.advance(seconds{60});
  CHECK(taken(door, "guessing", 3) == 3);
  CHECK(taken(door, "new", 3) == 3);  // takes the place of who rested
  CHECK(taken(door, "guessing", 3) == 0);
}

TEST_CASE("guessing from everywhere does not lock everybody out", "[attempts]") {
  a_door d;
  d.bounds.login_buckets_max = 100;
  attempts door{d.bounds, d.time};
  for (int i = 0; i < 1000; ++i) taken(door, "address " + std::to_string(i), 3);
  CHECK(taken(door, "name ana", 3) == 3);
}
