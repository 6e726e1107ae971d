// SPDX-License-Identifier: Apache-2.0
#include "load.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using steady = std::chrono::steady_clock;

// What patients ask most, in both languages: the same mix on each connection.
constexpr std::array<std::string_view, 6> questions{
    "what is fibromyalgia",
    "how long does the relief last",
    "do you take my insurance",
    "cuanto cuesta la consulta",
    "does it hurt during the infusion",
    "que efectos secundarios tiene"};

struct shared {
  load what;
  bool counting = false;
  std::size_t turns = 0;
  std::vector<double> micros;
  std::string failure;
};

class client : public std::enable_shared_from_this<client> {
 public:
  client(asio::io_context& io, shared& all, std::size_t number)
      : ws_(io), all_(all), number_(number) {}

  void start() {
    const tcp::endpoint server{asio::ip::address_v4::loopback(), all_.what.port};
    beast::get_lowest_layer(ws_).async_connect(server, [self = shared_from_this()](error_code ec) {
      if (self->failed("connect", ec)) return;
      beast::get_lowest_layer(self->ws_).set_option(tcp::no_delay{true});
      self->handshake();
    });
  }
  void stop() {
    error_code ignored;
    beast::get_lowest_layer(ws_).close(ignored);
  }

 private:
  void handshake() {
    if (all_.what.frontdesk) {
      ws_.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
        request.set(beast::http::field::sec_websocket_protocol, "frontdesk.v1");
      }));
    }
    const auto host = "127.0.0.1:" + std::to_string(all_.what.port);
    ws_.async_handshake(
        host,
        all_.what.frontdesk ? "/v1/chat" : "/",
        [self = shared_from_this()](error_code ec) {
          if (self->failed("handshake", ec)) return;
          if (!self->all_.what.frontdesk) return self->next();
          self->out_ = R"({"type":"hello","token":null,"after":0,"locale":"en"})";
          self->write();
        }
    );
  }

  void next() {
    ++sent_;
    acked_ = answered_ = false;
    const auto question = questions[(number_ + sent_) % questions.size()];
    out_ = R"({"type":"message","id":")" + std::to_string(number_) + "-" + std::to_string(sent_) +
           R"(","text":")" + std::string{question} + R"("})";
    began_ = steady::now();
    write();
  }

  void write() {
    ws_.text(true);
    ws_.async_write(asio::buffer(out_), [self = shared_from_this()](error_code ec, std::size_t) {
      if (!self->failed("write", ec)) self->read();
    });
  }

  void read() {
    ws_.async_read(in_, [self = shared_from_this()](error_code ec, std::size_t) {
      if (self->failed("read", ec)) return;
      const auto bytes = self->in_.cdata();
      const std::string_view frame{static_cast<const char*>(bytes.data()), bytes.size()};
      const bool done = self->all_.what.frontdesk ? self->take(frame) : true;
      self->in_.consume(bytes.size());
      if (!done) return self->read();
      if (self->sent_ > 0) self->count();
      self->next();
    });
  }

  // Whether the turn (or the hello) is done. Searching the text is enough: the server's field order
  // is its own.
  bool take(std::string_view frame) {
    const auto has = [&](std::string_view part) {
      return frame.find(part) != std::string_view::npos;
    };
    if (has(R"("type":"welcome")")) return true;
    if (has(R"("type":"error")")) {
      all_.failure = std::string{frame};
      stop();
      return false;
    }
    acked_ = acked_ || has(R"("type":"ack")");
    answered_ = answered_ || has(R"("from":"bot")");
    return acked_ && answered_ && sent_ > 0;
  }

  void count() {
    if (!all_.counting) return;
    ++all_.turns;
    all_.micros.push_back(std::chrono::duration<double, std::micro>(steady::now() - began_).count()
    );
  }

  bool failed(const char* where, error_code ec) {
    if (!ec) return false;
    if (all_.failure.empty() && ec != asio::error::operation_aborted &&
        ec != asio::error::bad_descriptor) {
      all_.failure = std::string{where} + ": " + ec.message();
    }
    return true;
  }

  websocket::stream<tcp::socket, false> ws_;
  beast::flat_buffer in_;
  shared& all_;
  std::size_t number_, sent_ = 0;
  std::string out_;
  bool acked_ = false, answered_ = false;
  steady::time_point began_{};
};

double percentile(std::vector<double>& sorted, double part) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1));
  return sorted[at];
}

}  // namespace

figures run(const load& what) {
  asio::io_context io{1};
  shared all;
  all.what = what;
  std::vector<std::shared_ptr<client>> clients;
  for (std::size_t i = 0; i < what.connections; ++i) {
    clients.push_back(std::make_shared<client>(io, all, i));
    clients.back()->start();
  }
  io.run_for(what.warm_up);
  all.counting = true;
  const auto began = steady::now();
  io.run_for(what.measured);
  figures f;
  f.seconds = std::chrono::duration<double>(steady::now() - began).count();
  for (auto& c : clients) c->stop();
  io.run_for(std::chrono::seconds{1});
  f.turns = all.turns;
  f.failure = all.failure;
  std::sort(all.micros.begin(), all.micros.end());
  f.p50_us = percentile(all.micros, 0.5);
  f.p99_us = percentile(all.micros, 0.99);
  return f;
}

}  // namespace bench
