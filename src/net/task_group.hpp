// SPDX-License-Identifier: Apache-2.0
// Coroutines that nobody awaits: an exception that leaves one is logged instead of vanishing
// (asio::detached), and shutting down can wait for all.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <functional>
#include <string>

namespace frontdesk::net {
namespace asio = boost::asio;

/// io thread only. Outlives its tasks: the io_context is stopped before it goes.
class task_group {
 public:
  explicit task_group(asio::io_context& io) : io_(io) {}
  /// `what` names the task in the log; a string literal.
  void spawn(asio::awaitable<void> task, const char* what);
  std::size_t size() const { return size_; }

 private:
  asio::io_context& io_;
  std::size_t size_ = 0;
};

}  // namespace frontdesk::net
