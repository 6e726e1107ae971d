// SPDX-License-Identifier: Apache-2.0
// One thread that does the store's blocking work, and the queue to it. Whoever arrives while a
// commit is being synced is the next batch: a group commit without a timer, so that a lone turn
// waits for nothing and a thousand share one fdatasync.
#pragma once
#include "base/clock.hpp"
#include "base/error.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace frontdesk::store {
namespace asio = boost::asio;

/// Something to do on the worker's thread, then to be finished on the io thread.
class job {
 public:
  explicit job(bool writes_) : writes(writes_) {}
  virtual ~job() = default;
  /// Worker's thread. May run a second time after a failed commit, so it must not use up what it
  /// was given. May throw what `batch_runner` catches.
  virtual void run() = 0;
  virtual void fail(error_code code) = 0;
  /// io thread: resumes the caller.
  virtual void finish() = 0;

  const bool writes;
  time_point give_up_at{};
};
using job_ptr = std::unique_ptr<job>;
using batch = std::vector<job_ptr>;

class worker {
 public:
  /// How the jobs of a batch are run: all that write first, as one commit. Never throws.
  struct steps {
    std::function<void(const batch& writes)> commit;
    std::function<void(job& reads)> read;
    std::function<void()> idle;  ///< after each batch, when its callers have been told
  };
  /// `deadline`: a job that waits longer is answered errc::busy and not run.
  worker(
      asio::any_io_executor io,
      std::size_t queue_max,
      std::size_t batch_max,
      std::chrono::milliseconds deadline,
      const clock& time
  );
  ~worker();
  worker(const worker&) = delete;
  worker& operator=(const worker&) = delete;

  void start(steps how);
  /// Runs what waits, then ends the thread. What is called afterwards is answered errc::storage.
  void stop();

  /// Runs `work` (a callable that returns result<T>) on the worker's thread. errc::busy: the queue
  /// is full, or the deadline passed before it began.
  template <class T, class Work>
  asio::awaitable<result<T>> call(bool writes, Work work);

  std::size_t waiting() const;

 private:
  template <class T, class Work>
  class call_job;

  void push(job_ptr made);
  void loop();
  batch next_batch();
  void run_batch(batch jobs);
  void tell(batch done);
  void drop_overdue_at_front(batch& overdue);

  asio::any_io_executor io_;
  std::size_t queue_max_, batch_max_;
  std::chrono::milliseconds deadline_;
  const clock& clock_;
  steps steps_;
  mutable std::mutex mutex_;  // held for a push or a swap only, never during work
  std::condition_variable arrived_;
  std::deque<job_ptr> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

template <class T, class Work>
class worker::call_job final : public job {
 public:
  template <class Handler>
  call_job(bool writes_, std::shared_ptr<Work> work, Handler handler)
      : job(writes_), work_(std::move(work)), resume_(std::move(handler)) {}
  void run() override { outcome_ = (*work_)(); }
  void fail(error_code code) override { outcome_ = code; }
  void finish() override { std::move(resume_)(std::move(outcome_)); }

 private:
  std::shared_ptr<Work> work_;
  // Never assigned to: its assignment recurses without end in Boost 1.81.
  asio::any_completion_handler<void(result<T>)> resume_;
  result<T> outcome_ = make_error_code(errc::busy);
};

template <class T, class Work>
asio::awaitable<result<T>> worker::call(bool writes, Work work) {
  auto kept = std::make_shared<Work>(std::move(work));
  auto initiate = [this, writes, kept](auto handler) {
    push(std::make_unique<call_job<T, Work>>(writes, kept, std::move(handler)));
  };
  auto token = asio::use_awaitable;
  auto outcome =
      co_await asio::async_initiate<decltype(token), void(result<T>)>(std::move(initiate), token);
  co_return outcome;
}

}  // namespace frontdesk::store
