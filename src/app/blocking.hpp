// SPDX-License-Identifier: Apache-2.0
// Work that takes longer than a message may wait: password hashing, training, reading folders. Runs
// on a small pool; its caller resumes on the io thread.
#pragma once
#include "base/error.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace frontdesk::app {
namespace asio = boost::asio;

class blocking_pool {
 public:
  /// `waiting_max`: work beyond this is refused (errc::busy).
  blocking_pool(std::size_t threads, std::size_t waiting_max)
      : waiting_max_(waiting_max), pool_(threads) {}
  /// Waits for what runs.
  ~blocking_pool() { pool_.join(); }

  /// Runs `work` (returns result<T>) on the pool. What it throws is thrown to the caller.
  template <class T, class Work>
  asio::awaitable<result<T>> run(Work work) {
    return run<T>(std::move(work), false);
  }
  /// The same for work of seconds that does nothing but make its outcome: see `give_up`.
  template <class T, class Work>
  asio::awaitable<result<T>> run_long(Work work) {
    return run<T>(std::move(work), true);
  }

  /// The program stops: whoever waits for long work hears errc::busy, and whoever asks for some
  /// later. What has not begun never will; a thread that is at it cannot be interrupted and goes on
  /// for nobody. io thread.
  void give_up();
  /// Whether a thread is still at work that was given up: then the pool, and the io_context, must
  /// not be destroyed, since that would wait.
  bool works_for_nobody() const { return gave_up_ && long_running_ > 0; }

 private:
  template <class T, class Work>
  struct started;
  template <class T>
  struct waiter;
  template <class T, class Work>
  asio::awaitable<result<T>> run(Work work, bool is_long);

  const std::size_t waiting_max_;
  std::atomic<std::size_t> waiting_ = 0, long_running_ = 0;
  std::atomic<bool> gave_up_ = false;
  // How to tell those who wait for long work; io thread.
  std::map<std::uint64_t, std::function<void()>> to_tell_;
  std::uint64_t next_ = 0;
  asio::thread_pool pool_;
};

// Kept apart from the coroutine's frame: the frame may go (the program ends) while the work runs.
template <class T, class Work>
struct blocking_pool::started {
  explicit started(Work w) : work(std::move(w)) {}
  Work work;
  std::exception_ptr thrown;
  result<T> outcome = make_error_code(errc::busy);

  void run() noexcept {
    try {
      outcome = work();
    } catch (...) {
      thrown = std::current_exception();
    }
  }
};

// Whoever waits for an outcome: told once, by the work or by `give_up`, on the io thread. The frame
// does not own it: it owns the frame.
template <class T>
struct blocking_pool::waiter {
  using handler = asio::any_completion_handler<void(std::exception_ptr, result<T>)>;

  explicit waiter(handler h) : resume(std::move(h)) {}
  std::optional<handler> resume;

  void tell(std::exception_ptr thrown, result<T> outcome) {
    if (!resume) return;
    auto once = std::move(*resume);
    resume.reset();
    std::move(once)(std::move(thrown), std::move(outcome));
  }
};

template <class T, class Work>
asio::awaitable<result<T>> blocking_pool::run(Work work, bool is_long) {
  if (waiting_.load() >= waiting_max_ || (is_long && gave_up_)) {
    co_return make_error_code(errc::busy);
  }
  auto begun = std::make_shared<started<T, Work>>(std::move(work));
  auto initiate = [this, begun, is_long](auto handler) {
    ++waiting_;
    auto executor = asio::get_associated_executor(handler);
    auto guard = asio::make_work_guard(executor);
    const auto waits = std::make_shared<waiter<T>>(std::move(handler));
    const auto number = next_++;
    if (is_long) {
      to_tell_[number] = [waits, executor] {
        asio::post(executor, [waits] { waits->tell({}, make_error_code(errc::busy)); });
      };
    }
    asio::post(pool_, [this, begun, waits, is_long, number, guard = std::move(guard)]() mutable {
      if (is_long) ++long_running_;
      if (!is_long || !gave_up_) begun->run();
      --waiting_;
      if (is_long) --long_running_;
      asio::post(guard.get_executor(), [this, begun, waits, number] {
        to_tell_.erase(number);
        waits->tell(begun->thrown, std::move(begun->outcome));
      });
    });
  };
  auto token = asio::use_awaitable;
  auto outcome =
      co_await asio::async_initiate<decltype(token), void(std::exception_ptr, result<T>)>(
          std::move(initiate), token
      );
  co_return outcome;
}

inline void blocking_pool::give_up() {
  gave_up_ = true;
  const auto all = std::move(to_tell_);
  to_tell_.clear();
  for (const auto& [number, tell] : all) tell();
}

}  // namespace frontdesk::app
