// SPDX-License-Identifier: Apache-2.0
#include "app/blocking.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <catch2/catch.hpp>

#include <future>

using namespace frontdesk;
using namespace frontdesk::app;

namespace {

// Long work that ends when it is let.
struct held {
  std::promise<void> begun, let;
  auto work() {
    return [this]() -> result<int> {
      begun.set_value();
      let.get_future().wait();
      return 7;
    };
  }
};

struct bench {
  asio::io_context io{1};
  blocking_pool pool{1, 8};
  void start(asio::awaitable<result<int>> call, std::optional<result<int>>& got) {
    asio::co_spawn(io, std::move(call), [&got](std::exception_ptr, result<int> value) {
      got.emplace(std::move(value));
    });
  }
};

}  // namespace

TEST_CASE("who waits for long work is told at once when the program stops", "[blocking]") {
  held first;
  bench b;
  std::optional<result<int>> running, queued, short_work, late;
  b.start(b.pool.run_long<int>(first.work()), running);
  b.start(b.pool.run_long<int>([]() -> result<int> { return 8; }), queued);
  b.start(b.pool.run<int>([]() -> result<int> { return 9; }), short_work);
  b.io.poll();
  first.begun.get_future().wait();
  CHECK_FALSE(b.pool.works_for_nobody());
  b.pool.give_up();
  b.io.poll();
  CHECK(running.value().error() == errc::busy);
  CHECK(queued.value().error() == errc::busy);
  CHECK(b.pool.works_for_nobody());
  CHECK_FALSE(short_work);
  b.start(b.pool.run_long<int>([]() -> result<int> { return 10; }), late);
  b.io.poll();
  CHECK(late.value().error() == errc::busy);
  first.let.set_value();
  b.io.run();
  CHECK(short_work.value().value() == 9);
  CHECK_FALSE(b.pool.works_for_nobody());
}

TEST_CASE("long work that nobody stops has its outcome", "[blocking]") {
  bench b;
  std::optional<result<int>> got;
  b.start(b.pool.run_long<int>([]() -> result<int> { return 7; }), got);
  b.io.run();
  CHECK(got.value().value() == 7);
  b.pool.give_up();
  CHECK_FALSE(b.pool.works_for_nobody());
}
