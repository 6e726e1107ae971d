// SPDX-License-Identifier: Apache-2.0
// What the HTTP session hands to the WebSocket session. Includes Beast: for those two only.
#pragma once
#include "net/outgoing.hpp"
#include "net/web_socket.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <memory>
#include <string>

namespace frontdesk::net {

struct pending_upgrade {
  tcp_socket socket;
  boost::beast::http::request<boost::beast::http::empty_body> request;
  std::unique_ptr<socket_handler> handler;
  std::string protocol;  ///< to be named in the answer; empty if the client named none
  std::string address;   ///< counted by the address guard; empty if it is not
};

}  // namespace frontdesk::net
