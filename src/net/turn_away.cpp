// SPDX-License-Identifier: Apache-2.0
#include "net/turn_away.hpp"

#include "net/http_session.hpp"

namespace frontdesk::net {
namespace {

constexpr std::chrono::seconds patience{1};  // a short answer takes one round trip

class farewell final : public timing_wheel::entry, public std::enable_shared_from_this<farewell> {
 public:
  farewell(site& s, tcp_socket socket, std::string bytes)
      : site_(s), socket_(std::move(socket)), bytes_(std::move(bytes)) {
    ++site_.turned_away;
  }
  ~farewell() override { --site_.turned_away; }
  farewell(const farewell&) = delete;
  farewell& operator=(const farewell&) = delete;

  void start() {
    site_.wheel.arm(*this, patience);
    asio::async_write(
        socket_,
        asio::buffer(bytes_),
        [self = shared_from_this()](error_code ec, std::size_t) {
          if (ec) return self->on_due();
          self->socket_.shutdown(tcp_socket::shutdown_send, ec);
          self->wait_for_end();
        }
    );
  }
  void on_due() override {
    timing_wheel::disarm(*this);
    error_code ignored;
    socket_.close(ignored);
  }

 private:
  // Bytes unread at the close would make the system send a reset that may overtake the answer.
  void wait_for_end() {
    socket_.async_read_some(
        asio::buffer(scratch_),
        [self = shared_from_this()](error_code ec, std::size_t) {
          if (ec) return self->on_due();
          self->wait_for_end();
        }
    );
  }

  site& site_;
  tcp_socket socket_;
  std::string bytes_;
  std::array<char, 512> scratch_{};
};

}  // namespace

void turn_away(site& s, tcp_socket socket, const http_response& why) {
  if (s.turned_away >= s.bounds.turned_away_max) return;
  auto bytes = head_of(why, false, false, s.time.now()) + why.body;
  std::make_shared<farewell>(s, std::move(socket), std::move(bytes))->start();
}

}  // namespace frontdesk::net
