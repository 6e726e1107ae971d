// SPDX-License-Identifier: Apache-2.0
#include "net/timing_wheel.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>

using namespace frontdesk::net;
using namespace std::chrono_literals;

namespace {

struct bell final : timing_wheel::entry {
  void on_due() override {
    ++rung;
    if (then) then();
  }
  int rung = 0;
  std::function<void()> then;
};
void pass(timing_wheel& wheel, std::chrono::milliseconds time) {
  for (auto t = timing_wheel::ticks(time); t > 0; --t) wheel.advance();
}

}  // namespace

TEST_CASE("a deadline comes when its time is over, once", "[wheel]") {
  timing_wheel wheel;
  bell b;
  wheel.arm(b, 10s);
  pass(wheel, 9750ms);
  CHECK(b.rung == 0);
  pass(wheel, 250ms);
  CHECK(b.rung == 1);
  pass(wheel, 300s);
  CHECK(b.rung == 1);
}

TEST_CASE("a deadline that is set again is forgotten as it was", "[wheel]") {
  timing_wheel wheel;
  bell b;
  wheel.arm(b, 10s);
  wheel.arm(b, 20s);
  pass(wheel, 19s);
  CHECK(b.rung == 0);
  wheel.arm(b, 500ms);
  pass(wheel, 500ms);
  CHECK(b.rung == 1);
}

TEST_CASE("a deadline beyond one turn of the wheel waits for its turn", "[wheel]") {
  timing_wheel wheel;
  bell b;
  wheel.arm(b, 10min);
  pass(wheel, 9min + 59s);
  CHECK(b.rung == 0);
  pass(wheel, 1s);
  CHECK(b.rung == 1);
}

TEST_CASE("what is destroyed or armed while the bell rings does no harm", "[wheel]") {
  timing_wheel wheel;
  bell first;
  auto second = std::make_unique<bell>();
  first.then = [&] {
    second.reset();
    wheel.arm(first, 1s);
  };
  wheel.arm(first, 1s);
  wheel.arm(*second, 1s);
  pass(wheel, 1s);
  CHECK(first.rung == 1);
  pass(wheel, 1s);
  CHECK(first.rung == 2);
}
