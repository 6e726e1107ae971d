// SPDX-License-Identifier: Apache-2.0
#include "net/outgoing.hpp"

namespace frontdesk::net {

bool outgoing::push(shared_text text) {
  if (broken_) return true;  // nobody is there any more; the reading side is told
  if (!outbox_.push(std::move(text))) return false;
  schedule();
  return true;
}

void outgoing::push_raw(std::string bytes) {
  if (broken_) return;
  outbox_.push_raw(std::move(bytes));
  schedule();
}

// Not written at once: what else this turn of the loop has for the peer shall leave with it.
void outgoing::schedule() {
  if (scheduled_ || writing_) return;
  scheduled_ = true;
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->write(); });
}

void outgoing::write() {
  scheduled_ = false;
  if (writing_ || broken_ || outbox_.empty()) return;
  writing_ = true;
  asio::async_write(
      socket_,
      outbox_.next(),
      [self = shared_from_this()](error_code ec, std::size_t) { self->wrote(ec); }
  );
}

void outgoing::wrote(error_code ec) {
  writing_ = false;
  ++writes_done_;
  if (ec) return abandon();
  outbox_.wrote();
  if (!outbox_.empty()) return write();
  if (finished_) shut();
}

void outgoing::finish(std::function<void()> then) {
  finished_ = std::move(then);
  if (broken_ || (outbox_.empty() && !writing_)) shut();
}

void outgoing::shut() {
  error_code ignored;
  socket_.shutdown(tcp_socket::shutdown_send, ignored);
  drain();
}

// A socket that is closed with bytes unread makes the system send a reset, which may overtake our
// last frame. So: read until the peer has closed too.
void outgoing::drain() {
  socket_.async_read_some(
      asio::buffer(scratch_),
      [self = shared_from_this()](error_code ec, std::size_t) {
        if (!ec) return self->drain();
        self->abandon();
      }
  );
}

void outgoing::abandon() {
  broken_ = true;
  error_code ignored;
  socket_.close(ignored);
  if (!writing_) outbox_.clear();  // else the pending write still looks at the frames
  if (finished_) std::exchange(finished_, nullptr)();
}

}  // namespace frontdesk::net
