// SPDX-License-Identifier: Apache-2.0
// What waits to be written to one WebSocket: frames in order, bounded in bytes, several of them in
// one system call. The text of a frame is shared by all who get it.
#pragma once
#include <boost/asio/buffer.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::net {
namespace asio = boost::asio;

using shared_text = std::shared_ptr<const std::string>;

/// No socket here: `next` says what to write and `wrote` that it is written.
class outbox {
 public:
  explicit outbox(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Queues one text frame. False: the peer does not read, more than the bound waits; nothing was
  /// queued, and the connection is to be ended.
  bool push(shared_text text);
  /// Queues bytes that are framed already (control frames, the answer to the upgrade). Not bounded:
  /// the protocol engine makes one at a time.
  void push_raw(std::string bytes);

  bool empty() const { return queue_.empty(); }
  std::size_t bytes() const { return bytes_; }
  /// The next frames to write, at most 64 buffers. They stay until `wrote`.
  const std::vector<asio::const_buffer>& next();
  void wrote();
  void clear();

 private:
  struct item {
    shared_text text;               // empty: raw
    std::string raw;                // framed bytes
    std::array<char, 10> header{};  // of a server's frame: never masked (RFC 6455, 5.1)
    std::uint8_t header_size = 0;
    std::size_t size() const { return header_size + (text ? text->size() : raw.size()); }
  };
  static constexpr std::size_t items_at_once = 32;

  std::deque<item> queue_;
  std::vector<asio::const_buffer> buffers_;
  std::size_t taken_ = 0;  // items that `next` gave out
  std::size_t bytes_ = 0;
  std::size_t bytes_max_;
};

}  // namespace frontdesk::net
