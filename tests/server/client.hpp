// SPDX-License-Identifier: Apache-2.0
// A visitor's page, or the console, as a small client. Every wait has a deadline.
#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace test {
namespace json = boost::json;

using headers = std::map<std::string, std::string>;

/// Each client comes from an address of its own (127.x.y.z), as visitors do.
class client {
 public:
  explicit client(unsigned short port);

  /// The upgrade. 101, or the status of the refusal.
  int upgrade(const std::string& path, const std::string& protocol, const headers& more = {});
  void send(const json::value& frame);
  void send_raw(std::string_view bytes, bool text = true);
  /// The next frame; fails the test if none comes in time, or the socket closes.
  json::value receive();
  /// The next frame of that type; others are passed over.
  json::value receive(std::string_view type);
  /// Nothing if the socket was closed; then `close_code` says how.
  std::optional<json::value> receive_or_close();
  /// Reads until the socket is closed: the code.
  int close_code();
  void close();

  /// A visitor's hello on `/v1/chat`; the welcome.
  json::value greet(const json::value& token = nullptr, int after = 0);
  void say(const std::string& id, const std::string& text);
  json::value hello(const json::value& token = nullptr, int after = 0);

 private:
  bool connect();
  void run();
  boost::asio::io_context io_{1};
  unsigned short port_;
  boost::beast::websocket::stream<boost::beast::tcp_stream> ws_{io_};
  boost::beast::flat_buffer buffer_;
};

/// One HTTP exchange on a connection of its own.
struct answer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  json::value json() const;
};
answer ask(
    unsigned short port,
    const std::string& method,
    const std::string& target,
    const headers& more = {},
    const std::string& body = {}
);

}  // namespace test
