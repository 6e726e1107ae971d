// SPDX-License-Identifier: Apache-2.0
#include "fault/peer.hpp"

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <thread>
#include <utility>

namespace test {
namespace {

constexpr int patience_ms = 60'000;

sockaddr_in endpoint(const std::string& address, unsigned short port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(port);
  ::inet_pton(AF_INET, address.c_str(), &out.sin_addr);
  return out;
}

// The address guard counts by address: without this the tests would run into it.
std::string own_address() {
  static unsigned next = 0;
  const unsigned n = ++next;
  return "127.251." + std::to_string(n / 250 % 250) + "." + std::to_string(1 + n % 250);
}

bool at(int fd, const sockaddr_in& where, int (*call)(int, const sockaddr*, socklen_t)) {
  return call(fd, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
}

void set(int fd, int level, int name, int value) {
  REQUIRE(::setsockopt(fd, level, name, &value, sizeof value) == 0);
}

}  // namespace

peer::peer(unsigned short port, const std::string& address, bool slow)
    : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  REQUIRE(fd_ >= 0);
  if (slow) {
    // Small segments and a small window: the sender's system does not grow its buffer then.
    set(fd_, SOL_SOCKET, SO_RCVBUF, 2048);
    set(fd_, IPPROTO_TCP, TCP_MAXSEG, 536);
  }
  REQUIRE(at(fd_, endpoint(address.empty() ? own_address() : address, 0), ::bind));
  connected_ = at(fd_, endpoint("127.0.0.1", port), ::connect);
}

peer::~peer() { close(); }

peer::peer(peer&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      connected_(other.connected_),
      received_(std::move(other.received_)) {}

void peer::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

bool peer::send(std::string_view bytes) {
  while (!bytes.empty()) {
    pollfd ready{fd_, POLLOUT, 0};
    if (::poll(&ready, 1, patience_ms) <= 0) FAIL("the program does not read");
    const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// RFC 6455, 5.2: a client's frames are masked; by zeros they stay readable.
bool peer::send_frame(std::string_view text) {
  std::string frame{'\x81'};
  REQUIRE(text.size() < 65536);
  if (text.size() < 126) {
    frame += static_cast<char>(0x80 | text.size());
  } else {
    frame += '\xfe';
    frame += static_cast<char>(text.size() >> 8);
    frame += static_cast<char>(text.size() & 255);
  }
  frame.append(4, '\0').append(text);
  return send(frame);
}

bool peer::read_more() {
  pollfd ready{fd_, POLLIN, 0};
  if (::poll(&ready, 1, patience_ms) <= 0) FAIL("nothing came; so far: " << received_);
  char bytes[16 * 1024];
  const auto size = ::recv(fd_, bytes, sizeof bytes, 0);
  if (size <= 0) return false;
  received_.append(bytes, static_cast<std::size_t>(size));
  return true;
}

std::string peer::read_until(std::string_view text) {
  for (;;) {
    const auto found = received_.find(text);
    if (found != std::string::npos) {
      const auto end = found + text.size();
      auto out = received_.substr(0, end);
      received_.erase(0, end);
      return out;
    }
    if (!read_more()) return std::exchange(received_, {});
  }
}

std::string peer::read_to_end() {
  while (read_more()) {
  }
  return std::exchange(received_, {});
}

bool peer::trickle_until(std::string_view bytes, std::string_view text) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds{patience_ms};
  while (std::chrono::steady_clock::now() < until) {
    const bool alive = send(bytes);
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    pollfd ready{fd_, POLLIN, 0};
    const bool came = ::poll(&ready, 1, 0) > 0 && read_more();
    if (received_.find(text) != std::string::npos) return true;
    if (!alive && !came) return false;
  }
  FAIL("the program puts up with it; it sent: " << received_);
  return false;
}

std::string peer::get(const std::string& target) {
  REQUIRE(send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
  const auto head = read_until("\r\n\r\n");
  const auto length = head.find("Content-Length: ");
  REQUIRE(length != std::string::npos);
  const auto size = static_cast<std::size_t>(std::atoi(head.c_str() + length + 16));
  while (received_.size() < size) REQUIRE(read_more());
  auto body = received_.substr(0, size);
  received_.erase(0, size);
  return body;
}

void peer::greet() {
  REQUIRE(send(upgrade_head()));
  REQUIRE(read_until("\r\n\r\n").starts_with("HTTP/1.1 101 "));
  REQUIRE(send_frame(R"({"type":"hello","token":null,"after":0,"locale":"en"})"));
}

std::string upgrade_head(std::string_view version) {
  return "GET /v1/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: " +
         std::string{version} + "\r\nSec-WebSocket-Protocol: frontdesk.v1\r\n\r\n";
}

}  // namespace test
