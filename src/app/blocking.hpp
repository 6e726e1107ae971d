// SPDX-License-Identifier: Apache-2.0
// Work that takes longer than a message may wait: password hashing, training, reading folders. Runs
// on a small pool; its caller resumes on the io thread.
#pragma once
#include "base/error.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <memory>
#include <optional>

namespace frontdesk::app {
namespace asio = boost::asio;

class blocking_pool {
 public:
  /// `waiting_max`: work beyond this is refused (errc::busy).
  blocking_pool(std::size_t threads, std::size_t waiting_max)
      : waiting_max_(waiting_max), pool_(threads) {}
  ~blocking_pool() { pool_.join(); }

  /// Runs `work` (returns result<T>) on the pool. What it throws is thrown to the caller.
  template <class T, class Work>
  asio::awaitable<result<T>> run(Work work);

 private:
  template <class T, class Work>
  struct started;
  const std::size_t waiting_max_;
  std::atomic<std::size_t> waiting_ = 0;
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

template <class T, class Work>
asio::awaitable<result<T>> blocking_pool::run(Work work) {
  if (waiting_.load() >= waiting_max_) co_return make_error_code(errc::busy);
  auto begun = std::make_shared<started<T, Work>>(std::move(work));
  auto initiate = [this, begun](auto handler) {
    ++waiting_;
    auto executor = asio::get_associated_executor(handler);
    auto guard = asio::make_work_guard(executor);
    asio::post(
        pool_,
        [this, begun, guard = std::move(guard), handler = std::move(handler)]() mutable {
          begun->run();
          --waiting_;
          asio::post(guard.get_executor(), [begun, handler = std::move(handler)]() mutable {
            std::move(handler)(begun->thrown, std::move(begun->outcome));
          });
        }
    );
  };
  auto token = asio::use_awaitable;
  auto outcome =
      co_await asio::async_initiate<decltype(token), void(std::exception_ptr, result<T>)>(
          std::move(initiate), token
      );
  co_return outcome;
}

}  // namespace frontdesk::app
