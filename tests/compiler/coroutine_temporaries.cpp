// SPDX-License-Identifier: Apache-2.0
// Which forms of `co_await` this compiler miscompiles: an object inside a temporary of the awaiting
// expression is destroyed once too often. The list is pinned, so that a change of compiler is seen;
// src avoids the forms that are broken in g++ 12 (tests/layering holds it to that).
#include <catch2/catch.hpp>

#include <coroutine>
#include <exception>
#include <functional>
#include <utility>

namespace {

// Constructions minus destructions; 0 when all is well.
int alive = 0;
struct counted {
  counted() { ++alive; }
  counted(const counted&) { ++alive; }
  counted(counted&&) noexcept { ++alive; }
  counted& operator=(const counted&) = default;
  counted& operator=(counted&&) noexcept = default;
  ~counted() { --alive; }
};

template <class T>
struct task {
  struct promise_type {
    T value{};
    std::coroutine_handle<> waiter;
    task get_return_object() {
      return task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct to_waiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        if (self.promise().waiter) return self.promise().waiter;
        return std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    to_waiter final_suspend() noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { std::terminate(); }
  };
  explicit task(std::coroutine_handle<promise_type> h) : handle(h) {}
  task(task&& other) noexcept : handle(std::exchange(other.handle, {})) {}
  task(const task&) = delete;
  ~task() {
    if (handle) handle.destroy();
  }
  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiter) {
    handle.promise().waiter = waiter;
    return handle;
  }
  T await_resume() { return std::move(handle.promise().value); }
  std::coroutine_handle<promise_type> handle;
};

struct aggregate {
  counted object;
  int n = 0;
};
struct constructed {
  constructed(counted c, int value) : object(std::move(c)), n(value) {}
  counted object;
  int n;
};

task<int> takes_function(std::function<int()> f) { co_return f(); }
task<int> takes_aggregate(aggregate a) { co_return a.n; }
task<int> takes_constructed(constructed c) { co_return c.n; }
task<int> takes_counted(counted) { co_return 1; }

task<int> lambda_in_place() {
  const counted n;
  co_return co_await takes_function([n] { return 1; });
}
task<int> lambda_named() {
  const counted n;
  auto f = [n] { return 1; };
  co_return co_await takes_function(std::move(f));
}
task<int> lambda_by_reference() {
  const counted n;
  co_return co_await takes_function([&n] { return 1; });
}
task<int> aggregate_in_place() {
  counted x;
  co_return co_await takes_aggregate(aggregate{x, 1});
}
task<int> aggregate_designated() {
  counted x;
  co_return co_await takes_aggregate({.object = x, .n = 1});
}
task<int> aggregate_named() {
  counted x;
  aggregate a{x, 1};
  co_return co_await takes_aggregate(std::move(a));
}
task<int> constructed_in_place() {
  counted x;
  co_return co_await takes_constructed(constructed{x, 1});
}
task<int> choice_in_place() {
  const bool first = alive >= 0;
  co_return co_await takes_counted(first ? counted{} : counted{});
}

// What is left alive after a coroutine has run and gone: 0, or less when something was destroyed
// twice.
int left_over(task<int> (*form)()) {
  alive = 0;
  {
    auto t = form();
    t.handle.resume();
  }
  return alive;
}

}  // namespace

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ == 12
constexpr bool broken_here = true;
#else
constexpr bool broken_here = false;
#endif

TEST_CASE("the forms that src uses are compiled rightly", "[compiler]") {
  CHECK(left_over(lambda_named) == 0);
  CHECK(left_over(lambda_by_reference) == 0);
  CHECK(left_over(aggregate_named) == 0);
  CHECK(left_over(constructed_in_place) == 0);
}

TEST_CASE("the forms that src avoids are broken in g++ 12 and in no other", "[compiler]") {
  CHECK((left_over(lambda_in_place) < 0) == broken_here);
  CHECK((left_over(aggregate_in_place) < 0) == broken_here);
  CHECK((left_over(aggregate_designated) < 0) == broken_here);
  CHECK((left_over(choice_in_place) < 0) == broken_here);
}
