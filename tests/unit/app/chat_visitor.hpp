// SPDX-License-Identifier: Apache-2.0
// A visitor at the chat's socket, without a socket: frames in, frames out.
#pragma once
#include "app/socket_routes.hpp"
#include "unit/app/hub_desk.hpp"

#include <boost/json/serialize.hpp>

namespace frontdesk::app {

struct chat_desk : hub_desk {
  using hub_desk::hub_desk;
  net::site site{io, bounds, time, {}};
};

class chat_visitor {
 public:
  explicit chat_visitor(chat_desk& d, const std::string& address = "203.0.113.7") : desk_(d) {
    REQUIRE(d.site.addresses.enter(address, d.time.now()));  // as the listener does
    const auto route = visitor_route(d.desk, d.site);
    net::http_request request;
    request.peer = address;
    handler_ = std::move(d.run(route.open(std::move(request))).handler);
    handler_->opened(page);
  }
  ~chat_visitor() { handler_->closed(); }
  chat_visitor(const chat_visitor&) = delete;
  chat_visitor& operator=(const chat_visitor&) = delete;

  /// Sends one frame; the last one that came back.
  boost::json::value sends(const boost::json::object& frame) {
    handler_->received(boost::json::serialize(frame), true);
    desk_.settle();
    REQUIRE_FALSE(page.got.empty());
    return page.got.back();
  }
  boost::json::value hello(const boost::json::value& token = nullptr) {
    return sends({{"type", "hello"}, {"token", token}, {"after", 0}, {"locale", "en"}});
  }
  boost::json::value says(const std::string& id, const std::string& words) {
    return sends({{"type", "message"}, {"id", id}, {"text", words}});
  }
  boost::json::value forget() { return sends({{"type", "forget"}}); }

  test_page page;

 private:
  chat_desk& desk_;
  std::unique_ptr<net::socket_handler> handler_;
};

}  // namespace frontdesk::app
