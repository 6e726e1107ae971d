// SPDX-License-Identifier: Apache-2.0
// Tells when something in a folder was saved (inotify), once it has been quiet for a moment: an
// editor saves a file in several steps, and several files one after the other.
#pragma once
#include "base/error.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <filesystem>

namespace frontdesk::app {
namespace asio = boost::asio;

/// io thread only.
class folder_watch {
 public:
  folder_watch(asio::any_io_executor io, std::chrono::milliseconds quiet);
  /// errc::input_output: no such folder, or no more watches.
  result<void> begin(const std::filesystem::path& folder);
  /// Waits for the next change of a rules file. False: stopped.
  asio::awaitable<bool> changed();
  /// Waits so long. False: stopped.
  asio::awaitable<bool> pause(std::chrono::milliseconds so_long);
  void stop();

 private:
  asio::awaitable<bool> read_one();
  asio::posix::stream_descriptor events_;
  asio::steady_timer calm_;
  std::chrono::milliseconds quiet_;
  alignas(8) std::array<char, 4096> buffer_{};
};

}  // namespace frontdesk::app
