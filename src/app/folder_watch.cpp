// SPDX-License-Identifier: Apache-2.0
#include "app/folder_watch.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/inotify.h>

#include <cstring>
#include <string_view>

namespace frontdesk::app {
namespace {

constexpr auto nothrow = asio::as_tuple(asio::use_awaitable);
constexpr unsigned watched = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;

// Whether the events speak of a rules file. Those that are being written (".new", ".swp") do not
// count; when events were lost, anything may have changed.
bool of_rules(std::string_view bytes) {
  while (bytes.size() >= sizeof(inotify_event)) {
    inotify_event head{};
    std::memcpy(&head, bytes.data(), sizeof head);
    bytes.remove_prefix(sizeof head);
    const std::string_view name = bytes.substr(0, bytes.substr(0, head.len).find('\0'));
    if ((head.mask & IN_Q_OVERFLOW) != 0) return true;
    if (name.ends_with(".json") && !name.starts_with('.')) return true;
    bytes.remove_prefix(std::min<std::size_t>(head.len, bytes.size()));
  }
  return false;
}

}  // namespace

folder_watch::folder_watch(asio::any_io_executor io, std::chrono::milliseconds quiet)
    : events_(io), calm_(io), quiet_(quiet) {}

result<void> folder_watch::begin(const std::filesystem::path& folder) {
  const int fd = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd < 0) return make_error_code(errc::input_output);
  events_.assign(fd);
  events_.non_blocking(true);  // else the reading of what is left would wait for more
  if (::inotify_add_watch(fd, folder.c_str(), watched | IN_ONLYDIR) < 0) {
    return make_error_code(errc::input_output);
  }
  return {};
}

asio::awaitable<bool> folder_watch::read_one() {
  for (;;) {
    auto into = asio::buffer(buffer_);
    const auto [ec, size] = co_await events_.async_read_some(into, nothrow);
    if (ec) co_return false;
    if (of_rules({buffer_.data(), size})) co_return true;
  }
}

asio::awaitable<bool> folder_watch::changed() {
  const bool one = co_await read_one();
  if (!one) co_return false;
  calm_.expires_after(quiet_);
  const auto [ec] = co_await calm_.async_wait(nothrow);
  if (ec) co_return false;
  // What came in between is part of the same change: the folder is read after this.
  error_code none;  // would block: all read
  while (events_.is_open() && events_.read_some(asio::buffer(buffer_), none) > 0 && !none) {
  }
  co_return events_.is_open();
}

asio::awaitable<bool> folder_watch::pause(std::chrono::milliseconds so_long) {
  if (!events_.is_open()) co_return false;
  calm_.expires_after(so_long);
  const auto [ec] = co_await calm_.async_wait(nothrow);
  co_return !ec && events_.is_open();
}

void folder_watch::stop() {
  error_code ignored;
  events_.close(ignored);
  calm_.cancel();
}

}  // namespace frontdesk::app
