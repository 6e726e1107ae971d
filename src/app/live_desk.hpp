// SPDX-License-Identifier: Apache-2.0
// What REST has to ask of the conversations that are live: they are in memory, and sockets hang on
// them.
#pragma once
#include "base/error.hpp"
#include "base/ids.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>

namespace frontdesk::app {
namespace asio = boost::asio;

/// io thread only. The hub is one.
class live_desk {
 public:
  virtual ~live_desk() = default;
  /// Erases a conversation for ever, in memory and in the store, and tells whoever looks at it. The
  /// audit trail says by whom. errc::not_found; errc::busy, errc::storage: nothing was done.
  virtual asio::awaitable<result<void>> erase(conversation_id id, person_id by) = 0;
  /// Whether the visitor's page is open.
  virtual bool online(const conversation_id& id) const = 0;
  /// Place in the queue, from 1, of somebody who waits.
  virtual std::optional<int> position(const conversation_id& id) const = 0;
  /// Whether anybody takes waiting visitors.
  virtual bool staff_online() const = 0;
};

}  // namespace frontdesk::app
