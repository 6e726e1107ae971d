// SPDX-License-Identifier: Apache-2.0
#include "net/ws_session.hpp"

#include "net/pending_upgrade.hpp"

#include <boost/beast/websocket/stream.hpp>

#include <spdlog/spdlog.h>

namespace frontdesk::net {
namespace {

namespace ws = boost::beast::websocket;

constexpr std::chrono::seconds close_patience{5};  // a goodbye is one round trip

class ws_session final : public web_socket,
                         public connection,
                         public timing_wheel::entry,
                         public std::enable_shared_from_this<ws_session> {
 public:
  ws_session(site& s, std::unique_ptr<pending_upgrade> from)
      : site_(s),
        number_(++s.connections_made),
        handler_(std::move(from->handler)),
        out_(std::make_shared<outgoing>(std::move(from->socket), s.bounds.outbox_bytes_max)),
        ws_(outgoing_stream{out_}),
        admission_(s, *this, std::move(from->address)) {
    ws_.auto_fragment(false);
    // The length is held against the limit piece by piece, so that the peer gets a sentence before
    // the 1009 that Beast would send at once.
    ws_.read_message_max(0);
  }

  void start(std::unique_ptr<pending_upgrade> from);

  void send(shared_text text) override;
  void close(close_code code, std::string_view reason) override;
  void greeted() override;
  std::uint64_t number() const override { return number_; }
  void drain() override { close(close_code::service_restart, "The server restarts."); }
  void abandon() override { out_->abandon(); }
  void on_due() override;

 private:
  void accepted(error_code ec);
  void read();
  void took(error_code ec, std::size_t size);
  void deliver(std::string_view message);
  void refuse_oversized();
  void end();
  void check_silence();
  std::chrono::milliseconds ping_after() const { return site_.bounds.ws_idle / 3; }
  std::chrono::milliseconds check_after() const {
    return std::min(std::chrono::milliseconds{site_.bounds.ws_write} / 2, ping_after());
  }
  void look_again(std::chrono::milliseconds after) { site_.wheel.arm(*this, after); }

  site& site_;
  std::uint64_t number_;
  std::unique_ptr<socket_handler> handler_;
  std::shared_ptr<outgoing> out_;
  ws::stream<outgoing_stream, false> ws_;
  admission admission_;
  std::string message_;                // a message that came in several pieces
  timing_wheel::tick heard_ = 0;       // when a whole frame came last
  timing_wheel::tick write_seen_ = 0;  // when `writes_` was counted
  std::uint64_t writes_ = 0;
  bool greeted_ = false, closing_ = false, ended_ = false, skipping_ = false;
  std::array<char, 512> piece_{};  // most messages fit; a longer one is put together
};

void ws_session::start(std::unique_ptr<pending_upgrade> from) {
  look_again(site_.bounds.hello);
  ws_.set_option(ws::stream_base::decorator([p = std::move(from->protocol)](ws::response_type& r) {
    if (!p.empty()) r.set("Sec-WebSocket-Protocol", p);
    r.set("Server", "frontdesk");
  }));
  ws_.control_callback([this](ws::frame_type, boost::beast::string_view) {
    heard_ = site_.wheel.now();
  });
  // The request lives on the heap until the answer is written: Beast keeps only a reference.
  auto& request = from->request;
  ws_.async_accept(request, [self = shared_from_this(), kept = std::move(from)](error_code ec) {
    self->accepted(ec);
  });
}

void ws_session::accepted(error_code ec) {
  if (ec) {
    handler_.reset();  // nobody was told of it, so nobody is told of its end
    return end();
  }
  handler_->opened(*this);
  read();
}

void ws_session::read() {
  ws_.async_read_some(
      asio::buffer(piece_),
      [self = shared_from_this()](error_code ec, std::size_t size) { self->took(ec, size); }
  );
}

void ws_session::took(error_code ec, std::size_t size) {
  if (ec || ended_) return end();
  const std::string_view piece{piece_.data(), size};
  const bool whole = ws_.is_message_done();
  if (skipping_) return read();
  if (message_.size() + size > site_.bounds.frame_bytes_max) {
    refuse_oversized();
  } else if (whole && message_.empty()) {
    deliver(piece);
  } else {
    message_ += piece;
    if (whole) {
      deliver(message_);
      message_.clear();
    }
  }
  read();
}

// Once the program is about to stop nothing is taken: what is not acknowledged, the page sends
// again to whoever answers next.
void ws_session::deliver(std::string_view message) {
  if (closing_ || site_.draining) return;
  heard_ = site_.wheel.now();
  ++site_.metrics.frames_in;
  handler_->received(message, ws_.got_text());
}

void ws_session::refuse_oversized() {
  skipping_ = true;
  message_ = {};
  if (closing_) return;
  handler_->oversized();
  close(close_code::too_big, "The message is too long.");
}

void ws_session::send(shared_text text) {
  if (closing_ || ended_) return;
  ++site_.metrics.frames_out;
  // The wheel looks at a write that has just begun no later than its deadline.
  if (!out_->writing()) {
    write_seen_ = site_.wheel.now();
    writes_ = out_->writes_done();
  }
  if (out_->push(std::move(text))) return;
  ++site_.metrics.outbox_overflows;
  spdlog::warn("event=outbox_overflow connection={}", number_);
  out_->abandon();
}

void ws_session::close(close_code code, std::string_view reason) {
  if (closing_ || ended_) return;
  closing_ = true;
  look_again(close_patience);
  const ws::close_reason why{
      static_cast<ws::close_code>(code), boost::beast::string_view{reason.data(), reason.size()}};
  ws_.async_close(why, [self = shared_from_this()](error_code) { self->end(); });
}

void ws_session::greeted() {
  if (greeted_) return;  // a flood of hellos must not put the next check off for ever
  greeted_ = true;
  heard_ = site_.wheel.now();
  look_again(check_after());
}

// The one deadline of the connection: whichever of hello, close, write and idle comes next.
void ws_session::on_due() {
  if (closing_ || !greeted_) {
    if (!closing_) ++site_.metrics.deadlines_missed;
    spdlog::debug("event=deadline connection={} phase={}", number_, closing_ ? "close" : "hello");
    if (closing_) return out_->abandon();
    return close(close_code::policy, "No hello came.");
  }
  check_silence();
}

void ws_session::check_silence() {
  const auto now = site_.wheel.now();
  const bool stuck = out_->writing() && out_->writes_done() == writes_ &&
                     now - write_seen_ >= timing_wheel::ticks(site_.bounds.ws_write);
  const auto silent = now - heard_;
  if (stuck || silent >= timing_wheel::ticks(site_.bounds.ws_idle)) {
    ++site_.metrics.deadlines_missed;
    spdlog::debug("event=deadline connection={} phase={}", number_, stuck ? "write" : "idle");
    return out_->abandon();
  }
  if (out_->writes_done() != writes_ || !out_->writing()) {
    writes_ = out_->writes_done();
    write_seen_ = now;
  }
  if (silent >= timing_wheel::ticks(ping_after())) out_->push_raw(std::string{"\x89\x00", 2});
  look_again(check_after());
}

// Posted: the handler may be in the middle of a call that led here.
void ws_session::end() {
  if (ended_) return;
  ended_ = closing_ = true;
  out_->abandon();
  timing_wheel::disarm(*this);
  asio::post(site_.io, [self = shared_from_this()] {
    if (self->handler_) self->handler_->closed();
    self->handler_.reset();
  });
}

}  // namespace

void start_ws_session(site& s, std::unique_ptr<pending_upgrade> from) {
  auto rest = std::make_unique<pending_upgrade>(pending_upgrade{
      tcp_socket{s.io}, std::move(from->request), nullptr, std::move(from->protocol), {}});
  const auto session = std::make_shared<ws_session>(s, std::move(from));
  session->start(std::move(rest));
}

}  // namespace frontdesk::net
