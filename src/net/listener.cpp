// SPDX-License-Identifier: Apache-2.0
#include "net/listener.hpp"

#include "net/http_session.hpp"
#include "net/turn_away.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/steady_timer.hpp>

#include <spdlog/spdlog.h>

namespace frontdesk::net {
namespace {

using acceptor = asio::basic_socket_acceptor<asio::ip::tcp, executor>;

// A burst of visitors after an outage all reconnect within a second.
constexpr int backlog = 4096;
// Out of descriptors, accept fails at once, again and again: 388,343 times in 300 ms (style, 4).
constexpr std::chrono::milliseconds accept_pause{100};

class tcp_listener final : public listener {
 public:
  tcp_listener(site& s, acceptor a) : site_(s), acceptor_(std::move(a)), pause_(s.io) {}

  std::uint16_t port() const override {
    error_code ignored;
    return acceptor_.local_endpoint(ignored).port();
  }
  void start() override { accept(); }
  void stop() override {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

 private:
  void accept();
  void accepted(error_code ec);
  void pause(error_code why);
  void greet(tcp_socket socket);

  site& site_;
  acceptor acceptor_;
  asio::steady_timer pause_;
  tcp_socket next_{site_.io};
  bool failing_ = false;
};

void tcp_listener::accept() {
  acceptor_.async_accept(next_, [this](error_code ec) { accepted(ec); });
}

void tcp_listener::accepted(error_code ec) {
  if (!acceptor_.is_open()) return;
  if (!ec) {
    if (std::exchange(failing_, false)) spdlog::info("event=accepting_again");
    greet(std::exchange(next_, tcp_socket{site_.io}));
    return accept();
  }
  ++site_.metrics.accept_errors;
  if (ec == asio::error::connection_aborted) return accept();
  pause(ec);
}

// The metrics count each; the log says when it begins and when it is over.
void tcp_listener::pause(error_code why) {
  if (!std::exchange(failing_, true)) {
    spdlog::warn(
        "event=accept_failed error={} connections={}{}",
        why.value(),
        site_.open.size(),
        why == asio::error::no_descriptors
            ? " No file descriptors are left: raise the limit (ulimit -n, LimitNOFILE)."
            : ""
    );
  }
  pause_.expires_after(accept_pause);
  pause_.async_wait([this](error_code stopped) {
    if (!stopped) accept();
  });
}

void tcp_listener::greet(tcp_socket socket) {
  ++site_.metrics.accepted;
  error_code ec;
  const auto peer = socket.remote_endpoint(ec).address();
  if (ec) return;  // gone already
  if (site_.open.size() >= site_.bounds.connections_max) {
    ++site_.metrics.refused_total;
    auto why = problem(503, "The desk has as many connections as it can hold.");
    return turn_away(site_, std::move(socket), why.with("Retry-After", "30"));
  }
  auto text = peer.to_string();
  auto address = site_.proxies.trusts(text) ? std::string{} : household(text);
  if (!address.empty() && !site_.addresses.enter(address, site_.time.now())) {
    ++site_.metrics.refused_address;
    return turn_away(site_, std::move(socket), too_many_from_address());
  }
  // An answer is one small segment: it shall not wait for an acknowledgement (RFC 896).
  socket.set_option(asio::ip::tcp::no_delay{true}, ec);
  start_http_session(site_, std::move(socket), std::move(text), std::move(address));
}

}  // namespace

result<std::unique_ptr<listener>> listen(site& s, const std::string& address, std::uint16_t port) {
  error_code ec;
  const auto ip = asio::ip::make_address(address, ec);
  if (ec) return ec;
  const asio::ip::tcp::endpoint at{ip, port};
  acceptor a{s.io};
  a.open(at.protocol(), ec);
  if (!ec) a.set_option(acceptor::reuse_address{true}, ec);
  if (!ec) a.bind(at, ec);
  if (!ec) a.listen(backlog, ec);
  if (ec) return ec;
  return std::unique_ptr<listener>{std::make_unique<tcp_listener>(s, std::move(a))};
}

}  // namespace frontdesk::net
