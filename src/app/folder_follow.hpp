// SPDX-License-Identifier: Apache-2.0
// The rules folder while the program runs: what is saved there is taken up, also when that does not
// succeed the first time.
#pragma once
#include "app/folder_watch.hpp"
#include "app/publishing.hpp"

namespace frontdesk::app {

/// Takes up each change until the watch is stopped. What could not be taken up (the store failed, a
/// publish was running) is tried again after `pause`, then after twice as long and so on, at most
/// `pause_max`. Both outlive it.
asio::awaitable<void> follow_folder(
    folder_watch& watch,
    publishing& rules,
    std::chrono::milliseconds pause,
    std::chrono::milliseconds pause_max
);

}  // namespace frontdesk::app
