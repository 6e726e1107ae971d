// SPDX-License-Identifier: Apache-2.0
// Where net and app meet at a WebSocket: the app's half receives frames, net's half sends them.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace frontdesk::net {

/// One encoded frame; its bytes are shared by all who get it.
using frame = std::shared_ptr<const std::string>;

/// The sending half of one accepted WebSocket, owned by net. io thread only.
class peer {
 public:
  virtual ~peer() = default;
  /// Queues a text frame. Beyond limits::outbox_bytes_max the peer is cut off: it does not read.
  virtual void send(frame what) = 0;
  /// Sends what is queued, then closes with that code (RFC 6455, 7.4). Nothing is received any
  /// more.
  virtual void close(std::uint16_t code, std::string_view reason) = 0;
  /// The client's address, for rate limits; the same for all sockets of one client.
  virtual const std::string& address() const = 0;
};

/// The receiving half, made by the app for each socket and owned by net. io thread only.
class session_handler {
 public:
  virtual ~session_handler() =
      default;  ///< called once the socket is closed; `peer` is gone after it
  /// A whole text frame of valid UTF-8, at most limits::frame_bytes_max. False: it did not fit the
  /// contract (the handler has answered with an error); three in a row close the socket with 1008.
  virtual bool on_frame(std::string_view text) = 0;
  /// A frame that never reached `on_frame` (binary, not UTF-8, too long): answer with an error.
  virtual void on_unreadable(std::string_view why) = 0;
};

/// Called when a socket is open. `p` outlives the handler. `who` is what the path's upgrade check
/// found (the token of a console's login; empty for visitors).
using session_factory =
    std::function<std::unique_ptr<session_handler>(peer& p, const std::string& who)>;

}  // namespace frontdesk::net
