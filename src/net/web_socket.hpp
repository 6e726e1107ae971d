// SPDX-License-Identifier: Apache-2.0
// A WebSocket as the rest of the program sees it: frames in, shared text out. No Beast here.
#pragma once
#include "net/http.hpp"
#include "net/outbox.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace frontdesk::net {

/// Codes of RFC 6455, 7.4.1, and 1012 and 1013 of the IANA registry.
enum class close_code : std::uint16_t {
  normal = 1000,
  going_away = 1001,
  policy = 1008,
  too_big = 1009,
  internal = 1011,
  service_restart = 1012,
  try_again_later = 1013
};

/// The connection. io thread only; may be called from inside a handler's callback.
class web_socket {
 public:
  virtual ~web_socket() = default;
  /// Queues a text frame. A peer that lets more than limits::outbox_bytes_max pile up is cut off.
  /// Does nothing once the connection is closing.
  virtual void send(shared_text text) = 0;
  void send(std::string text) { send(std::make_shared<const std::string>(std::move(text))); }
  /// Closes politely: what is queued goes first; a peer that does not answer is cut off.
  virtual void close(close_code code, std::string_view reason) = 0;
  /// The hello has come: from now on the idle deadline holds instead of the hello deadline. More
  /// than once is harmless.
  virtual void greeted() = 0;
  /// For the log.
  virtual std::uint64_t number() const = 0;
};

/// Who speaks over it. Owned by the connection. Never called after `closed`.
class socket_handler {
 public:
  virtual ~socket_handler() = default;
  /// `socket` lives until `closed` returns.
  virtual void opened(web_socket& socket) = 0;
  /// One whole message, at most limits::frame_bytes_max bytes. The view ends with the call.
  virtual void received(std::string_view message, bool text) = 0;
  /// The message that is arriving is over the limit; the connection closes with 1009 after this.
  virtual void oversized() = 0;
  virtual void closed() = 0;
};

/// What becomes of a request to upgrade: a handler, or a refusal.
struct upgrade {
  std::unique_ptr<socket_handler> handler;
  http_response refusal{403};

  upgrade() = default;
  explicit upgrade(std::unique_ptr<socket_handler> h) : handler(std::move(h)) {}
  explicit upgrade(http_response r) : refusal(std::move(r)) {}
};

/// One address that takes WebSockets.
struct socket_route {
  std::string path;
  std::string protocol;           ///< the subprotocol
  bool any_listed_origin = true;  ///< false: only pages of this very host (the console)
  std::function<asio::awaitable<upgrade>(http_request)> open;
};

}  // namespace frontdesk::net
