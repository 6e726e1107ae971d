// SPDX-License-Identifier: Apache-2.0
#include "server/client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>

namespace test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using error_code = boost::system::error_code;

constexpr std::chrono::seconds patience{30};

// The address guard counts by address: without this the tests would run into it.
tcp::endpoint own_address() {
  static std::atomic<unsigned> next{1};
  const unsigned n = next++;
  const asio::ip::address_v4::bytes_type bytes{
      127,
      static_cast<unsigned char>(1 + n / 62500 % 250),
      static_cast<unsigned char>(n / 250 % 250),
      static_cast<unsigned char>(1 + n % 250)};
  return {asio::ip::address_v4{bytes}, 0};
}

error_code connect_to(tcp::socket& socket, unsigned short port) {
  error_code ec;
  socket.open(tcp::v4(), ec);
  socket.bind(own_address(), ec);
  socket.connect({asio::ip::address_v4::loopback(), port}, ec);
  return ec;
}

}  // namespace

client::client(unsigned short port) : port_(port) {}

void client::run() {
  io_.restart();
  io_.run();
}

int client::upgrade(const std::string& path, const std::string& protocol, const headers& more) {
  REQUIRE_FALSE(connect_to(ws_.next_layer().socket(), port_));
  ws_.set_option(
      beast::websocket::stream_base::decorator([&](beast::websocket::request_type& request) {
        request.set(http::field::sec_websocket_protocol, protocol);
        for (const auto& [name, value] : more) request.set(name, value);
      })
  );
  beast::websocket::response_type response;
  error_code ec;
  ws_.next_layer().expires_after(patience);
  const auto host = "127.0.0.1:" + std::to_string(port_);
  ws_.async_handshake(response, host, path, [&](error_code e) { ec = e; });
  run();
  return ec && ec != beast::websocket::error::upgrade_declined
             ? 0
             : static_cast<int>(response.result_int());
}

void client::send(const json::value& frame) { send_raw(json::serialize(frame)); }

void client::send_raw(std::string_view bytes, bool text) {
  ws_.text(text);
  ws_.next_layer().expires_after(patience);
  ws_.async_write(asio::buffer(bytes), [](error_code, std::size_t) {});
  run();
}

std::optional<json::value> client::receive_or_close() {
  error_code ec;
  buffer_.clear();
  ws_.next_layer().expires_after(patience);
  ws_.async_read(buffer_, [&](error_code e, std::size_t) { ec = e; });
  run();
  if (ec == beast::error::timeout) FAIL("nothing came within " << patience.count() << " s");
  if (ec) return std::nullopt;
  return json::parse(beast::buffers_to_string(buffer_.data()));
}

json::value client::receive() {
  auto frame = receive_or_close();
  REQUIRE(frame);
  return *frame;
}

json::value client::receive(std::string_view type) {
  for (;;) {
    auto frame = receive();
    if (frame.at("type").as_string() == type) return frame;
  }
}

int client::close_code() {
  while (receive_or_close()) {
  }
  return ws_.reason().code;
}

void client::close() {
  ws_.next_layer().expires_after(patience);
  ws_.async_close(beast::websocket::close_code::normal, [](error_code) {});
  run();
}

json::value client::hello(const json::value& token, int after) {
  send({{"type", "hello"}, {"token", token}, {"after", after}, {"locale", "en"}});
  return receive();
}

json::value client::greet(const json::value& token, int after) {
  REQUIRE(upgrade("/v1/chat", "frontdesk.v1") == 101);
  return hello(token, after);
}

void client::say(const std::string& id, const std::string& text) {
  send({{"type", "message"}, {"id", id}, {"text", text}});
}

json::value answer::json() const { return json::parse(body); }

answer ask(
    unsigned short port,
    const std::string& method,
    const std::string& target,
    const headers& more,
    const std::string& body
) {
  asio::io_context io{1};
  beast::tcp_stream stream{io};
  REQUIRE_FALSE(connect_to(stream.socket(), port));
  http::request<http::string_body> request{http::string_to_verb(method), target, 11};
  request.set(http::field::host, "127.0.0.1:" + std::to_string(port));
  for (const auto& [name, value] : more) request.set(name, value);
  request.body() = body;
  request.prepare_payload();
  stream.expires_after(patience);
  error_code ec;
  http::async_write(stream, request, [&](error_code e, std::size_t) { ec = e; });
  io.run();
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.skip(method == "HEAD");
  http::async_read(stream, buffer, parser, [&](error_code e, std::size_t) { ec = e; });
  io.restart();
  io.run();
  answer out;
  if (ec) return out;
  out.status = static_cast<int>(parser.get().result_int());
  out.body = parser.get().body();
  for (const auto& field : parser.get()) {
    std::string name{field.name_string()};
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    out.headers[name] = std::string{field.value()};
  }
  return out;
}

}  // namespace test
