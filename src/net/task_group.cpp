// SPDX-License-Identifier: Apache-2.0
#include "net/task_group.hpp"

#include <boost/asio/co_spawn.hpp>

#include <spdlog/spdlog.h>

namespace frontdesk::net {
namespace {

// The type, not what(): an exception's text may quote what a person wrote.
void log_failure(const char* what, const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& e) {
    spdlog::error("event=task_failed task={} exception={}", what, typeid(e).name());
  } catch (...) {
    spdlog::error("event=task_failed task={} exception=unknown", what);
  }
}

}  // namespace

void task_group::spawn(asio::awaitable<void> task, const char* what) {
  ++size_;
  auto ended = [this, what](const std::exception_ptr& failure) {
    --size_;
    if (failure) log_failure(what, failure);
  };
  asio::co_spawn(io_, std::move(task), std::move(ended));
}

}  // namespace frontdesk::net
