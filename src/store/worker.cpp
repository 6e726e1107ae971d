// SPDX-License-Identifier: Apache-2.0
#include "store/worker.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace frontdesk::store {

worker::worker(
    asio::any_io_executor io,
    std::size_t queue_max,
    std::size_t batch_max,
    std::chrono::milliseconds deadline,
    const clock& time
)
    : io_(std::move(io)),
      queue_max_(queue_max),
      batch_max_(batch_max),
      deadline_(deadline),
      clock_(time) {}

worker::~worker() { stop(); }

void worker::start(steps how) {
  steps_ = std::move(how);
  thread_ = std::thread{[this] { loop(); }};
}

void worker::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

std::size_t worker::waiting() const {
  const std::lock_guard lock{mutex_};
  return queue_.size();
}

void worker::push(job_ptr made) {
  batch refused;
  {
    const std::lock_guard lock{mutex_};
    made->give_up_at = clock_.now() + deadline_;
    drop_overdue_at_front(refused);
    if (stopping_) {
      made->fail(make_error_code(errc::storage));
      refused.push_back(std::move(made));
    } else if (queue_.size() >= queue_max_) {
      refused.push_back(std::move(made));  // a job starts out as busy
    } else {
      queue_.push_back(std::move(made));
    }
  }
  arrived_.notify_one();
  if (!refused.empty()) tell(std::move(refused));
}

// With a disk that hangs the worker never comes back to its queue: those who arrive see to it that
// those before them are answered.
void worker::drop_overdue_at_front(batch& overdue) {
  const auto now = clock_.now();
  while (!queue_.empty() && queue_.front()->give_up_at < now) {
    overdue.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
}

// One post for the whole batch: an executor's round for each turn would cost more than the insert.
void worker::tell(batch done) {
  asio::post(io_, [done = std::move(done)] {
    for (const auto& j : done) j->finish();
  });
}

void worker::loop() {
  for (;;) {
    auto jobs = next_batch();
    if (jobs.empty()) return;
    run_batch(std::move(jobs));
    steps_.idle();
  }
}

// Empty: stopping, and nothing waits.
batch worker::next_batch() {
  batch taken;
  std::unique_lock lock{mutex_};
  arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  const auto count = std::min(queue_.size(), batch_max_);
  taken.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    taken.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return taken;
}

// Those who write are told as soon as they are durable; a long read must not hold their acks back.
void worker::run_batch(batch jobs) {
  const auto now = clock_.now();
  const auto overdue = std::stable_partition(jobs.begin(), jobs.end(), [now](const job_ptr& j) {
    return j->give_up_at >= now;
  });
  const auto reads =
      std::stable_partition(jobs.begin(), overdue, [](const job_ptr& j) { return j->writes; });
  const auto move_out = [](auto from, auto to) {
    return batch(std::make_move_iterator(from), std::make_move_iterator(to));
  };
  auto late = move_out(overdue, jobs.end());
  auto reading = move_out(reads, overdue);
  auto writing = move_out(jobs.begin(), reads);
  if (!late.empty()) tell(std::move(late));
  if (!writing.empty()) {
    steps_.commit(writing);
    tell(std::move(writing));
  }
  for (const auto& j : reading) steps_.read(*j);
  if (!reading.empty()) tell(std::move(reading));
}

}  // namespace frontdesk::store
