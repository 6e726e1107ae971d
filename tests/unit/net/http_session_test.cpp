// SPDX-License-Identifier: Apache-2.0
// A connection and its deadlines, over a real socket; the time passes only in the wheel.
#include "net/http_session.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <catch2/catch.hpp>

using namespace frontdesk;
using namespace frontdesk::net;
namespace asio = boost::asio;

namespace {

// Asks for /v1/slow, whose answer takes so long; what came back until the end.
std::string answer_after(std::chrono::seconds so_long) {
  asio::io_context io;
  const limits bounds;
  const manual_clock time{time_point{}};
  site all{io, bounds, time, {}};
  all.routes.add("GET", "/v1/slow", [&](http_request) -> asio::awaitable<http_response> {
    for (auto t = timing_wheel::ticks(so_long); t > 0; --t) all.wheel.advance();
    co_return http_response{204};
  });
  asio::ip::tcp::acceptor door{io, {asio::ip::address_v4::loopback(), 0}};
  asio::ip::tcp::socket page{io};
  page.connect(door.local_endpoint());
  tcp_socket served{io.get_executor()};
  door.accept(served);
  start_http_session(all, std::move(served), "127.0.0.1", {});
  const std::string_view request = "GET /v1/slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  asio::write(page, asio::buffer(request));
  page.shutdown(asio::ip::tcp::socket::shutdown_send);
  io.run();
  std::string all_of_it;
  boost::system::error_code end;
  asio::read(page, asio::dynamic_buffer(all_of_it), end);
  return all_of_it;
}

}  // namespace

TEST_CASE("an answer may take longer than a request may take to arrive", "[http]") {
  const limits bounds;
  CHECK(answer_after(bounds.http_request + std::chrono::seconds{1}).starts_with("HTTP/1.1 204 "));
  CHECK(answer_after(bounds.http_answer - std::chrono::seconds{1}).starts_with("HTTP/1.1 204 "));
}

TEST_CASE("an answer that never comes does not hold a connection for ever", "[http]") {
  const limits bounds;
  CHECK(answer_after(bounds.http_answer + std::chrono::seconds{1}).empty());
}
