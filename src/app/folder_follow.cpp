// SPDX-License-Identifier: Apache-2.0
#include "app/folder_follow.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace frontdesk::app {

asio::awaitable<void> follow_folder(
    folder_watch& watch,
    publishing& rules,
    std::chrono::milliseconds pause,
    std::chrono::milliseconds pause_max
) {
  for (;;) {
    const bool changed = co_await watch.changed();
    if (!changed) co_return;
    auto next = pause;
    for (;;) {
      const bool taken = co_await rules.take_up();
      if (taken) break;
      spdlog::warn("event=rules_not_taken_up retry_ms={}", next.count());
      const bool goes_on = co_await watch.pause(next);
      if (!goes_on) co_return;
      next = std::min(next * 2, pause_max);
    }
  }
}

}  // namespace frontdesk::app
