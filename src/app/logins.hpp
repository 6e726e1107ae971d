// SPDX-License-Identifier: Apache-2.0
// Who is logged in, as the sockets see it. The cookie is checked once at the upgrade and again
// while the socket lives, so that a login that has ended does not stay on by an open socket.
#pragma once
#include "base/error.hpp"
#include "base/ids.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace frontdesk::app {
namespace asio = boost::asio;

/// The cookie that carries the login's token.
inline constexpr const char* login_cookie = "frontdesk_session";

/// A member of staff with a login that stands.
struct staff_member {
  person_id id;
  std::string name;
  bool admin = false;
};

/// io thread only.
class login_check {
 public:
  virtual ~login_check() = default;
  /// Whose login `token` (the cookie's value) is. `active`: this counts as activity and puts the
  /// automatic logoff (limits::login_idle) off; a mere look does not.
  /// errc::unauthorized: unknown, ended, or the person is disabled; errc::busy, errc::storage.
  virtual asio::awaitable<result<staff_member>> check(std::string token, bool active) = 0;
};

}  // namespace frontdesk::app
