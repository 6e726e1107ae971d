// SPDX-License-Identifier: Apache-2.0
// The writing side of a WebSocket connection, and the stream that Beast's protocol engine sees.
// Beast writes one frame with one system call. Here its control frames and our data frames go
// through one outbox instead, and leave together: an ack and its answer cost one send, not two.
#pragma once
#include "net/outbox.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/role.hpp>

#include <functional>

namespace frontdesk::net {

using executor = asio::io_context::executor_type;  // concrete: no virtual call for each handler
using tcp_socket = asio::basic_stream_socket<asio::ip::tcp, executor>;
using error_code = boost::system::error_code;

/// Owns the socket. Kept alive by its own pending writes.
class outgoing : public std::enable_shared_from_this<outgoing> {
 public:
  outgoing(tcp_socket socket, std::size_t bytes_max)
      : socket_(std::move(socket)), outbox_(bytes_max) {}

  tcp_socket& socket() { return socket_; }
  bool push(shared_text text);
  void push_raw(std::string bytes);
  /// Whether a write is under way, and a count that grows with each one that is finished: a
  /// deadline that finds the same count again knows that the peer takes nothing.
  bool writing() const { return writing_; }
  std::uint64_t writes_done() const { return writes_done_; }
  /// Calls `then` once everything queued is written and the sending side is shut, or broken, and
  /// the peer has stopped sending too. Whoever calls sets a deadline that ends in `abandon`.
  void finish(std::function<void()> then);
  /// Drops everything and closes the socket now.
  void abandon();

 private:
  void schedule();
  void write();
  void wrote(error_code ec);
  void shut();
  void drain();

  tcp_socket socket_;
  outbox outbox_;
  bool scheduled_ = false, writing_ = false, broken_ = false;
  std::uint64_t writes_done_ = 0;
  std::function<void()> finished_;
  std::array<char, 512> scratch_{};
};

/// The next layer of `websocket::stream`.
class outgoing_stream {
 public:
  using executor_type = executor;
  explicit outgoing_stream(std::shared_ptr<outgoing> out) : out_(std::move(out)) {}
  executor_type get_executor() const { return out_->socket().get_executor(); }
  outgoing& out() { return *out_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return out_->socket().async_read_some(buffers, std::forward<Token>(token));
  }
  /// Copies (control frames, at most 131 bytes, and the answer to the upgrade) and is done at once.
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(error_code, std::size_t)>(
        [](auto handler, std::shared_ptr<outgoing> out, std::string bytes) {
          const auto size = bytes.size();
          const auto ex = out->socket().get_executor();
          out->push_raw(std::move(bytes));
          asio::post(ex, [h = std::move(handler), size]() mutable { std::move(h)({}, size); });
        },
        token,
        out_,
        boost::beast::buffers_to_string(buffers)
    );
  }

  friend void beast_close_socket(outgoing_stream& s) { s.out_->abandon(); }
  template <class Handler>
  friend void async_teardown(boost::beast::role_type, outgoing_stream& s, Handler&& handler) {
    // std::function wants a copyable target.
    auto h = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    const auto ex = s.get_executor();
    s.out_->finish([h, ex] { asio::post(ex, [h] { std::move (*h)(error_code{}); }); });
  }
  friend void teardown(boost::beast::role_type, outgoing_stream& s, error_code&) {
    s.out_->abandon();
  }

 private:
  std::shared_ptr<outgoing> out_;
};

}  // namespace frontdesk::net
